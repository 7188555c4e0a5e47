import type { Assistant } from "../app/ask.ts";
import { renderPlainText } from "../core/answer/index.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { assistantOver, corpusSourceOf, tellProblems } from "./compose.ts";
import { toContractAnswer } from "./contract-answer.ts";
import { write } from "./edge.ts";
import * as say from "./messages.zh.ts";

/** `mingbai ask`: one answer, or one for each line of standard input. */
export async function runAsk(call: CommandCall): Promise<number> {
  const { edge, switches, words } = call;
  const lines = switches.has("jsonl");
  if (lines && switches.has("json")) throw new AppError("usage", say.optionsExclude("json", "jsonl"));
  if (lines && words.length > 0) throw new AppError("usage", say.jsonlTakesNoWords());
  if (!lines && words.length === 0) throw new AppError("usage", say.questionMissing());
  const assistant = await assistantOf(call);
  if (lines) return (await import("./ask-lines.ts")).answerLines(assistant, edge);
  const { answer } = await assistant.ask(words.join(" "), undefined);
  await write(edge.stdout, switches.has("json") ? `${JSON.stringify(toContractAnswer(answer))}\n` : `${renderPlainText(answer, 1, Number.MAX_SAFE_INTEGER)}\n`);
  return 0;
}

/** The assistant over the folder that `--corpus` names, or over the usual documents. @throws {AppError} `usage` for a folder that is not there */
export async function assistantOf({ edge, values }: CommandCall): Promise<Assistant> {
  const source = corpusSourceOf(edge, values.get("corpus"));
  await tellProblems(edge, await source.loadCorpus());
  return assistantOver(source);
}
