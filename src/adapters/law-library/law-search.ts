import { join } from "node:path";
import type { Segmenter } from "../../app/ports.ts";
import type { LawArticle } from "../../core/search/laws/law-article.ts";
import { type FoundArticle, type LawRanking, searchLaws } from "../../core/search/laws/search-laws.ts";
import { queryTermsOf } from "../../core/search/query-terms.ts";
import { buildLawIndex, type OpenLawIndex, openLawIndex } from "./law-index-file.ts";
import { type OpenLibrary, openLibrary } from "./law-library.ts";
import { DamagedFile } from "./sections-file.ts";

/** Raised whenever terms, fields or the way of keeping them change. */
const FORMAT = 1;

export interface LawSearchOptions {
  /** Folder of all libraries. */
  readonly folder: string;
  /** Where indexes are kept; they can be made again. */
  readonly indexFolder: string;
  readonly segmenter: Segmenter;
  readonly ranking: LawRanking;
  /** Is called where the index must be built. */
  readonly onBuild: (articles: number) => Promise<BuildProgress>;
}

/** Who is told how far a building is. */
export interface BuildProgress {
  step(): void;
  stop(): void;
}

/** A library that can be searched. */
export interface LawSearch {
  search(question: string, count: number): readonly FoundArticle[];
  article(number: number): LawArticle;
  close(): void;
}

/** Opens a library with its index, which is built again where it is missing, damaged, or of other articles. @throws the system's error: ENOENT for no library */
export async function openLawSearch(name: string, options: LawSearchOptions): Promise<LawSearch> {
  const library = openLibrary(options.folder, name);
  try {
    const index = await openOrBuild(library, options);
    return {
      search: (question, count) => searchLaws(index, queryTermsOf(question, options.segmenter.cut), count, options.ranking),
      article: (number) => library.article(number),
      close() {
        index.close();
        library.close();
      },
    };
  } catch (error) {
    library.close();
    throw error;
  }
}

async function openOrBuild(library: OpenLibrary, { indexFolder, segmenter, onBuild }: LawSearchOptions): Promise<OpenLawIndex> {
  const path = join(indexFolder, `${library.name}.bin`);
  const made = { format: FORMAT, digest: library.digest, segmenter: `${segmenter.engine} ${segmenter.version}` };
  const kept = openIfSame(path, made);
  if (kept) return kept;
  const progress = await onBuild(library.articles);
  try {
    buildLawIndex(path, made, articlesOf(library), segmenter.cut, () => progress.step());
  } finally {
    progress.stop();
  }
  return openLawIndex(path);
}

function openIfSame(path: string, made: Readonly<Record<string, string | number>>): OpenLawIndex | undefined {
  try {
    const index = openLawIndex(path);
    if (Object.entries(made).every(([key, value]) => index.made[key] === value)) return index;
    index.close();
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing && !(error instanceof DamagedFile)) throw error;
  }
  return undefined;
}

function* articlesOf(library: OpenLibrary): Generator<LawArticle> {
  for (let number = 0; number < library.articles; number += 1) yield library.article(number);
}
