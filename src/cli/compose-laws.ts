import { join } from "node:path";
import ranking from "../../data/law-ranking.json" with { type: "json" };
import units from "../../data/units.json" with { type: "json" };
import type { LawSearchOptions } from "../adapters/law-library/law-search.ts";
import { userWordsOf } from "../core/search/user-words.ts";
import { corpusConfigOf, warnOn } from "./compose.ts";
import type { Edge } from "./edge.ts";
import { createProgress } from "./import-progress.ts";
import * as say from "./law-messages.zh.ts";

/** Where the law libraries are kept. */
export function lawFolderOf(edge: Edge): string {
  return join(corpusConfigOf(edge).home, "libraries");
}

/** How law libraries are searched. Loads the segmenter. */
export async function lawSearchOptionsOf(edge: Edge): Promise<LawSearchOptions> {
  const { indexDir, segmenter } = corpusConfigOf(edge);
  const { loadSegmenter } = await import("../adapters/search/segmenter.ts");
  return {
    folder: lawFolderOf(edge),
    indexFolder: join(indexDir, "laws"),
    segmenter: await loadSegmenter({ choice: segmenter, userWords: userWordsOf(units.units) }),
    ranking,
    async onBuild(articles) {
      warnOn(edge)(say.building(articles));
      const progress = await createProgress(edge, articles);
      return { step: () => progress.step(""), stop: () => progress.stop() };
    },
  };
}
