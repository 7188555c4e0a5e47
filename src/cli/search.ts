import * as z from "zod/mini";
import { listLibraries } from "../adapters/law-library/law-library.ts";
import { type LawSearch, openLawSearch } from "../adapters/law-library/law-search.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { lawFolderOf, lawSearchOptionsOf } from "./compose-laws.ts";
import { type Edge, write } from "./edge.ts";
import { splitLines } from "./json-lines.ts";
import * as say from "./law-messages.zh.ts";

const USUAL_COUNT = 5;
const USUAL_COUNT_OF_MANY = 100;
const MOST = 1000;
const MOST_LINE_BYTES = 1024 * 1024;

const QueryLine = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

/** `mingbai search --library NAME`: the articles nearest to a question; or, with `--jsonl`, to each of many (contract `search.md`). */
export async function runSearch({ edge, values, switches, words }: CommandCall): Promise<number> {
  const name = values.get("library");
  if (name === undefined) throw new AppError("usage", say.libraryMissing());
  const count = readCount(values.get("top"), switches.has("jsonl") ? USUAL_COUNT_OF_MANY : USUAL_COUNT);
  if (!switches.has("jsonl") && words.length === 0) throw new AppError("usage", say.nothingAsked());
  const known = listLibraries(lawFolderOf(edge)).map((library) => library.name);
  if (!known.includes(name)) throw new AppError("usage", say.noLibrary(name, known));
  const search = await openLawSearch(name, await lawSearchOptionsOf(edge));
  try {
    if (switches.has("jsonl")) return await answerLines(search, count, edge);
    await write(edge.stdout, `${render(search, words.join(" "), count)}\n`);
    return 0;
  } finally {
    search.close();
  }
}

function render(search: LawSearch, question: string, count: number): string {
  const found = search.search(question, count);
  if (found.length === 0) return say.nothingFound();
  return [...found.map(({ number }, index) => say.articleText(search.article(number), index + 1)), say.NOT_ADVICE].join("\n\n");
}

async function answerLines(search: LawSearch, count: number, edge: Edge): Promise<number> {
  let number = 0;
  for await (const line of splitLines(edge.stdin, MOST_LINE_BYTES)) {
    number += 1;
    const text = "bytes" in line ? line.bytes.toString("utf8") : "";
    if ("bytes" in line && text.trim() === "") continue;
    const { id, question } = readQuery(text, number);
    const hits = search.search(question, count).map((hit) => ({ id: search.article(hit.number).id, score: hit.score }));
    await write(edge.stdout, `${JSON.stringify({ id, hits, abstain: hits.length === 0 })}\n`);
  }
  return 0;
}

function readQuery(text: string, line: number): z.infer<typeof QueryLine> {
  try {
    return QueryLine.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError("bad_line", say.queryWrong(line), { cause: error });
  }
}

function readCount(given: string | undefined, usual: number): number {
  if (given === undefined) return usual;
  const count = /^\d{1,4}$/u.test(given) ? Number(given) : 0;
  if (count < 1 || count > MOST) throw new AppError("usage", say.topWrong());
  return count;
}
