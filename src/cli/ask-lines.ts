import * as z from "zod/mini";
import type { Assistant } from "../app/ask.ts";
import { AppError } from "../errors.ts";
import { toContractAnswer } from "./contract-answer.ts";
import { type Edge, write } from "./edge.ts";
import { type Line, splitLines } from "./json-lines.ts";
import * as say from "./messages.zh.ts";

/** More than any question needs; keeps a stream without newlines from filling the memory. */
const MOST_MEGABYTES = 64;

const QuestionLine = z.object({ id: z.string(), turns: z.array(z.string()).check(z.minLength(1)) });
type QuestionLine = z.infer<typeof QuestionLine>;

/**
 * `mingbai ask --jsonl`: one conversation a line, answered in order; a line that cannot be read gets an error object and the run goes on.
 * @returns 0 when every line was read, else 1
 */
export async function answerLines(assistant: Assistant, edge: Edge): Promise<number> {
  let status = 0;
  for await (const line of splitLines(edge.stdin, MOST_MEGABYTES * 1024 * 1024)) {
    if ("bytes" in line && isBlank(line.bytes)) continue;
    const result = await answerLine(assistant, line);
    if ("error" in result) status = 1;
    await write(edge.stdout, `${JSON.stringify(result)}\n`);
  }
  return status;
}

async function answerLine(assistant: Assistant, line: Line): Promise<object> {
  const read = readLine(line);
  if (read instanceof AppError) return { id: null, error: { code: read.code, message: read.message } };
  try {
    return { id: read.id, answers: await answerTurns(assistant, read.turns) };
  } catch (error) {
    const { code, message } = error instanceof AppError ? error : new AppError("internal", say.questionFailed(), { cause: error });
    return { id: read.id, error: { code, message } };
  }
}

async function answerTurns(assistant: Assistant, turns: readonly string[]): Promise<object[]> {
  const answers: object[] = [];
  let state: unknown;
  for (const turn of turns) {
    const turned = await assistant.ask(turn, state);
    answers.push(toContractAnswer(turned.answer));
    state = turned.state;
  }
  return answers;
}

/** @returns the error `bad_line` for a line that holds no question */
function readLine(line: Line): QuestionLine | AppError {
  if (!("bytes" in line)) return new AppError("bad_line", say.lineTooLong(MOST_MEGABYTES));
  const text = decodeUtf8(line.bytes);
  if (text === undefined) return new AppError("bad_line", say.lineNotUtf8());
  const value = parseJson(text);
  if (value === undefined) return new AppError("bad_line", say.lineNotJson());
  const parsed = QuestionLine.safeParse(value);
  return parsed.success ? parsed.data : new AppError("bad_line", say.lineNotAQuestion());
}

/** Undefined for bytes that are not UTF-8. */
function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Undefined for text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
