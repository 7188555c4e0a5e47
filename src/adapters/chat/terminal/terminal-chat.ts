import { createInterface, type Interface } from "node:readline";
import { stateAt, withPlace, withUnit } from "../../../app/conversation.ts";
import { isExportWish } from "../../../app/duties/export-wish.ts";
import type { ConversationRecord } from "../../../app/ports.ts";
import type { Answer } from "../../../core/answer/index.ts";
import type { NamedUnit } from "../../../core/question/index.ts";
import { AppError } from "../../../errors.ts";
import { HISTORY_SIZE, loadHistory, saveHistory } from "./history.ts";
import * as say from "./messages.zh.ts";
import { splitPages } from "./pages.ts";
import { renderTerminal } from "./render.ts";

/** What the conversation asks of the program. */
interface Assistant {
  ask(question: string, state: unknown): Promise<{ answer: Answer; state: unknown }>;
  /** How the answer to such a turn is found. */
  explain(question: string, state: unknown): Promise<Answer>;
  /** The county that words name; undefined where they name none, or several. */
  findPlace(words: string): Promise<{ readonly place: string | undefined; readonly known: readonly string[] }>;
  /** The unit that words name. */
  findUnit(words: string): Promise<NamedUnit>;
}

export interface TerminalChatOptions {
  readonly assistant: Assistant;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** Where questions are kept for arrow-up. Only a person at a terminal has a history. */
  readonly historyFile: string;
  readonly colour: boolean;
  /** Ends the conversation. */
  readonly signal: AbortSignal;
  /** Takes one Chinese sentence about what went wrong beside the conversation. */
  readonly warn: (message: string) => void;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** What a conversation remembers between lines. */
interface Talk {
  /** The state after the turn before, and when that was. */
  record: ConversationRecord;
  /** The question answered last, with the state that it was asked in. */
  last: { readonly question: string; readonly state: unknown } | undefined;
  /** Pages of the last answer that were not shown yet. */
  pages: readonly string[];
}

/**
 * Talks in the terminal until the input ends, `:quit`, Ctrl-C or the signal.
 * At a terminal it prompts, keeps a history and shows long answers page by page; from a pipe it reads lines and writes answers alone.
 */
export async function runTerminalChat(options: TerminalChatOptions): Promise<void> {
  const { output, signal } = options;
  const atTerminal = options.input.isTTY === true && output.isTTY === true;
  const lines = openLines(options, atTerminal);
  const leave = () => lines.close();
  lines.on("SIGINT", leave);
  signal.addEventListener("abort", leave, { once: true });
  if (signal.aborted) leave();
  if (atTerminal) output.write(`${say.welcome()}\n`);
  const talk: Talk = { record: { state: null, updatedAtMs: options.clock() }, last: undefined, pages: [] };
  if (atTerminal) lines.prompt();
  for await (const line of lines) {
    const reply = await replyTo(line.trim(), talk, options, atTerminal);
    if (reply === "leave") break;
    if (reply) output.write(`${reply}\n${atTerminal ? "" : "\n"}`);
    if (atTerminal && !signal.aborted) lines.prompt();
  }
  signal.removeEventListener("abort", leave);
  lines.close();
  if (atTerminal) output.write(`\n${say.farewell()}\n`);
}

function openLines({ input, output, historyFile, warn }: TerminalChatOptions, atTerminal: boolean): Interface {
  if (!atTerminal) return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const history = loadHistory(historyFile);
  const lines = createInterface({ input, output, prompt: say.PROMPT, history, historySize: HISTORY_SIZE, removeHistoryDuplicates: true });
  let saving = true;
  lines.on("history", (questions: string[]) => {
    if (!saving) return;
    try {
      saveHistory(historyFile, questions);
    } catch {
      saving = false;
      warn(say.historyNotSaved(historyFile));
    }
  });
  return lines;
}

/** What to print for a line; `leave` ends the conversation, empty prints nothing. */
async function replyTo(line: string, talk: Talk, options: TerminalChatOptions, atTerminal: boolean): Promise<string> {
  if (line === "") return nextPage(talk);
  talk.pages = [];
  const here = /^[:\uff1a]here(?:\s+(?<words>.*))?$/iu.exec(line);
  if (here) return await textFor(() => settlePlace(here.groups?.["words"] ?? "", talk, options), options);
  const bind = /^[:\uff1a]bind(?:\s+(?<words>.*))?$/iu.exec(line);
  if (bind) return await textFor(() => settleUnit(bind.groups?.["words"]?.trim() ?? "", talk, options), options);
  const command = /^[:\uff1a](?<name>\S*)$/u.exec(line)?.groups?.["name"]?.toLowerCase();
  if (command !== undefined && command !== "why") return obey(command, talk, options);
  if (isExportWish(line)) return say.howToExport();
  const text = await textFor(command === "why" ? () => explainLast(talk, options) : () => answerTo(line, talk, options), options);
  if (!atTerminal) return text;
  talk.pages = splitPages(text, { rows: options.output.rows, columns: options.output.columns });
  return nextPage(talk);
}

function obey(command: string, talk: Talk, { clock }: TerminalChatOptions): string {
  if (command === "quit" || command === "q" || command === "exit") return "leave";
  if (command === "help" || command === "h") return say.help();
  if (command !== "new") return say.noSuchCommand();
  talk.record = { state: null, updatedAtMs: clock() };
  talk.last = undefined;
  return say.forgotten();
}

async function answerTo(question: string, talk: Talk, { assistant, colour, clock }: TerminalChatOptions): Promise<string> {
  const before = stateAt(talk.record, clock());
  const { answer, state } = await assistant.ask(question, before);
  talk.record = { state, updatedAtMs: clock() };
  talk.last = { question, state: before };
  return renderTerminal(answer, colour);
}

/** `:here 西平县` settles the county of questions that name none; `:here 不限` takes it away. */
async function settlePlace(words: string, talk: Talk, { assistant }: TerminalChatOptions): Promise<string> {
  const forgets = /^(?:不限|取消|全部)$/u.test(words.trim());
  const { place, known } = await assistant.findPlace(words);
  if (place === undefined && !forgets) return say.noPlace(known);
  talk.record = { ...talk.record, state: withPlace(talk.record.state, forgets ? undefined : place) };
  return place === undefined ? say.placeForgotten() : say.settledPlace(place, known);
}

/** `:bind 县司法局` settles what 我们局 is; `:bind 取消` takes it away. */
async function settleUnit(words: string, talk: Talk, { assistant }: TerminalChatOptions): Promise<string> {
  const forgets = /^(?:不限|取消|清除)$/u.test(words);
  const unit: NamedUnit = words === "" || forgets ? { kind: "unknown" } : await assistant.findUnit(words);
  if (!forgets && unit.kind !== "unit") return unit.kind === "choices" ? say.whichUnit(unit.choices) : say.noUnit();
  const name = unit.kind === "unit" ? unit.name : undefined;
  talk.record = { ...talk.record, state: withUnit(talk.record.state, name) };
  return name === undefined ? say.unitForgotten() : say.settledUnit(name);
}

async function explainLast({ last }: Talk, { assistant, colour }: TerminalChatOptions): Promise<string> {
  return last ? renderTerminal(await assistant.explain(last.question, last.state), colour) : say.nothingToExplain();
}

/** What the program says, or that it failed: the conversation goes on. */
async function textFor(speak: () => Promise<string>, { warn }: TerminalChatOptions): Promise<string> {
  try {
    return await speak();
  } catch (error) {
    if (error instanceof AppError) return error.message;
    warn(String(error));
    return say.failed();
  }
}

function nextPage(talk: Talk): string {
  const [page, ...rest] = talk.pages;
  talk.pages = rest;
  if (page === undefined) return "";
  return rest.length > 0 ? `${page}\n${say.morePages(rest.length)}` : page;
}
