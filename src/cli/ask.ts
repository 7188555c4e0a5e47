import type { Assistant } from "../app/ask.ts";
import { type Answer, renderPlainText } from "../core/answer/index.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { assistantOver, corpusSourceOf, tellProblems } from "./compose.ts";
import { toContractAnswer } from "./contract-answer.ts";
import { write } from "./edge.ts";
import * as say from "./messages.zh.ts";

/** `mingbai ask`: one answer, with how it was found where that is asked for; or one for each line of standard input. */
export async function runAsk(call: CommandCall): Promise<number> {
  const { edge, switches, words } = call;
  const lines = switches.has("jsonl");
  if (lines && switches.has("json")) throw new AppError("usage", say.optionsExclude("json", "jsonl"));
  if (lines && switches.has("explain")) throw new AppError("usage", say.optionsExclude("explain", "jsonl"));
  if (lines && words.length > 0) throw new AppError("usage", say.jsonlTakesNoWords());
  if (!lines && words.length === 0) throw new AppError("usage", say.questionMissing());
  const assistant = await assistantOf(call);
  if (lines) return (await import("./ask-lines.ts")).answerLines(assistant, edge);
  const question = words.join(" ");
  const { answer } = await assistant.ask(question, undefined);
  const explanation = switches.has("explain") ? wholeText(await assistant.explain(question, undefined)) : undefined;
  await write(edge.stdout, switches.has("json") ? jsonLine(answer, explanation) : `${[wholeText(answer), explanation].filter(Boolean).join("\n\n")}\n`);
  return 0;
}

function wholeText(answer: Answer): string {
  return renderPlainText(answer, 1, Number.MAX_SAFE_INTEGER);
}

function jsonLine(answer: Answer, explanation: string | undefined): string {
  return `${JSON.stringify({ ...toContractAnswer(answer), ...(explanation !== undefined && { explanation }) })}\n`;
}

/** The assistant over the folder that `--corpus` names, or over the usual documents. @throws {AppError} `usage` for a folder that is not there */
export async function assistantOf({ edge, values }: CommandCall): Promise<Assistant> {
  const source = corpusSourceOf(edge, values.get("corpus"));
  await tellProblems(edge, await source.loadCorpus());
  return assistantOver(source);
}
