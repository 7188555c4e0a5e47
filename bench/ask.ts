import { Bench } from "tinybench";
import units from "../data/units.json" with { type: "json" };
import { buildPassageIndex, loadTermSearch } from "../src/adapters/search/minisearch-index.ts";
import { loadSegmenter } from "../src/adapters/search/segmenter.ts";
import type { CorpusSource, PassageIndex } from "../src/app/ports.ts";
import { assistantOver, corpusSourceOf } from "../src/cli/compose.ts";
import { queryTermsOf } from "../src/core/search/query-terms.ts";
import { userWordsOf } from "../src/core/search/user-words.ts";
import { type Effort, type Measurement, median } from "./measurement.ts";
import { benchEdge } from "./places.ts";

const DUTY_QUESTION = "县司法局负责哪些任务";
const FREE_QUESTION = "投资项目审批时间平均减少了百分之多少";

/** Rounds, so that what disturbs the machine for a while disturbs all three alike. */
const ROUNDS = { short: 5, full: 15 } as const;
const ROUND_MS = { short: 60, full: 200 } as const;

/** `ask` on a duty question and on a free one, beside the MiniSearch query that the free one needs: the same index, the terms already cut. */
export async function measureAsk(effort: Effort, folder: string): Promise<readonly Measurement[]> {
  const { assistant, search } = await composeAsk(folder);
  const rounds: { readonly bare: number; readonly duty: number; readonly free: number }[] = [];
  for (let round = 0; round < ROUNDS[effort]; round += 1) {
    const bench = new Bench({ time: ROUND_MS[effort], warmupTime: round === 0 ? 500 : 20 });
    bench
      .add("bare", search)
      .add("duty", () => assistant.ask(DUTY_QUESTION, undefined))
      .add("free", () => assistant.ask(FREE_QUESTION, undefined));
    await bench.run();
    rounds.push({ bare: medianMs(bench, "bare"), duty: medianMs(bench, "duty"), free: medianMs(bench, "free") });
  }
  const measurementOf = (name: "duty" | "free", what: string, atMost: number): Measurement => ({
    what,
    measured: `${format(rounds.map((round) => round[name]))} : ${format(rounds.map(({ bare }) => bare))}`,
    value: median(rounds.map((round) => round[name] / round.bare)),
    unit: "×",
    target: { atMost },
  });
  return [measurementOf("duty", "ask, duty question : MiniSearch query", 2), measurementOf("free", "ask, free question : MiniSearch query", 4)];
}

/** The MiniSearch query that the free question needs. */
export async function composeSearch(folder: string): Promise<() => unknown> {
  return (await composeAsk(folder)).search;
}

/** The program's own assistant, and the search of the free question alone, with the very terms that the assistant searches by. */
async function composeAsk(folder: string) {
  const source = corpusSourceOf(benchEdge(folder));
  const queries: string[] = [];
  const assistant = assistantOver(noteQueries(source, queries));
  await assistant.ask(FREE_QUESTION, undefined);
  const [query] = queries;
  if (query === undefined) throw new Error(`«${FREE_QUESTION}» was answered without a search`);
  const { documents, passages } = await source.loadCorpus();
  const segmenter = await loadSegmenter({ choice: "auto", userWords: userWordsOf(units.units) });
  const searchTerms = loadTermSearch(buildPassageIndex(documents, passages, segmenter));
  const terms = queryTermsOf(query, segmenter.cut);
  return { assistant: assistantOver(source), search: () => searchTerms(terms) };
}

function noteQueries(source: CorpusSource, queries: string[]): CorpusSource {
  const noted = (index: PassageIndex): PassageIndex => ({
    ...index,
    search: (query, limit) => {
      queries.push(query);
      return index.search(query, limit);
    },
  });
  return { ...source, loadPassageIndex: async () => noted(await source.loadPassageIndex()) };
}

/** The median time of one of a bench's tasks, in milliseconds. @throws where it was not run */
export function medianMs(bench: Bench, name: string): number {
  const result = bench.getTask(name)?.result;
  if (result === undefined || !("latency" in result) || result.latency.p50 === undefined) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return result.latency.p50;
}

function format(milliseconds: readonly number[]): string {
  return `${median(milliseconds).toFixed(3)} ms`;
}
