import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { corpusConfigOf, corpusSourceOf, tellProblems, textsFolderOf } from "./compose.ts";
import { write } from "./edge.ts";
import * as say from "./messages.zh.ts";

/** `mingbai index`: builds the index anew; with `--update` only where something changed, with `--status` says what there is. */
export async function runIndex({ edge, switches }: CommandCall): Promise<number> {
  if (switches.has("status") && switches.has("update")) throw new AppError("usage", say.optionsExclude("status", "update"));
  const { indexDir } = corpusConfigOf(edge);
  if (switches.has("status")) {
    await write(edge.stdout, `${say.indexStatus(indexDir, filesIn(indexDir))}\n`);
    return 0;
  }
  const startedMs = performance.now();
  if (!switches.has("update")) {
    for (const { name } of filesIn(indexDir)) rmSync(join(indexDir, name), { force: true });
    rmSync(textsFolderOf(edge), { recursive: true, force: true });
  }
  const source = corpusSourceOf(edge);
  const corpus = await source.loadCorpus();
  const { builtWith } = await source.loadPassageIndex();
  await tellProblems(edge, corpus);
  const taskCount = corpus.ledger.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const counts = { documents: corpus.documents.length, tasks: taskCount, passages: corpus.passages.length };
  await write(edge.stdout, `${say.indexBuilt(counts, builtWith, Math.round(performance.now() - startedMs), indexDir)}\n`);
  return 0;
}

/** The files of the index; none where there is no folder yet. */
function filesIn(indexDir: string): { name: string; bytes: number; changedAt: Date }[] {
  try {
    return readdirSync(indexDir)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => ({ name, stats: statSync(join(indexDir, name)) }))
      .map(({ name, stats }) => ({ name, bytes: stats.size, changedAt: stats.mtime }));
  } catch {
    return [];
  }
}
