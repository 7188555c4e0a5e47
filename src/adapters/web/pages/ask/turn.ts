import type { Answer } from "../../../../core/answer/index.ts";
import { WebFault } from "../../fault.ts";
import type { Site, WebContext } from "../../feature.ts";
import * as say from "../../messages.zh.ts";
import type { Asked, Extra } from "../../view/links.ts";

/** A question longer than this is not looked at; a message of Telegram is shorter. UTF-16 code units. */
const MAX_QUESTION_CHARACTERS = 6000;
const QUESTION_ID = /^[A-Za-z0-9]{1,12}$/u;

/** What an address asks for. */
export interface AskRequest {
  readonly asked: Asked;
  /** From 1. */
  readonly page: number;
  readonly extra: Extra | undefined;
}

/** A question with what it goes on from. */
export interface Turn {
  readonly question: string;
  /** What it is asked in; opaque. */
  readonly state: unknown;
  /** The question before, where this is a follow-up. */
  readonly before: { readonly id: string; readonly question: string; readonly answer: Answer } | undefined;
  /** Whether it was to go on from a question that is no longer kept. */
  readonly isCutOff: boolean;
}

/** Reads the address of an answer. @returns undefined where nothing is asked @throws {WebFault} 400 for a question that is too long */
export function readAskRequest(c: WebContext): AskRequest | undefined {
  const turn = idIn(c.req.query("turn"));
  const question = readQuestion(c.req.query("q"));
  if (turn === undefined && question === "") return undefined;
  const show = c.req.query("show");
  const page = Number(c.req.query("page") ?? "1");
  return {
    asked: turn === undefined ? { question, after: idIn(c.req.query("after")) } : { turn },
    page: Number.isInteger(page) && page > 0 ? page : 1,
    extra: show === "how" || show === "years" ? show : undefined,
  };
}

/** @throws {WebFault} 400 for a question that is too long */
export function readQuestion(words: unknown): string {
  const question = typeof words === "string" ? words.trim() : "";
  if (question.length > MAX_QUESTION_CHARACTERS) throw new WebFault(400, say.questionTooLong(MAX_QUESTION_CHARACTERS));
  return question;
}

export function idIn(value: unknown): string | undefined {
  return typeof value === "string" && QUESTION_ID.test(value) ? value : undefined;
}

/** What a question goes on from. @throws {WebFault} 404 for a stored question that is no longer kept */
export async function loadTurn({ assistant, questions }: Pick<Site, "assistant" | "questions">, asked: Asked): Promise<Turn> {
  if ("turn" in asked) {
    const stored = await questions.loadQuestion(asked.turn);
    if (!stored) throw new WebFault(404, say.questionForgotten());
    return { question: stored.question, state: stored.state, before: undefined, isCutOff: false };
  }
  const { question, after } = asked;
  if (after === undefined) return { question, state: null, before: undefined, isCutOff: false };
  const stored = await questions.loadQuestion(after);
  if (!stored) return { question, state: null, before: undefined, isCutOff: true };
  // Asked again, it leaves what it left then, unless the documents changed.
  const { answer, state } = await assistant.ask(stored.question, stored.state);
  return { question, state, before: { id: after, question: stored.question, answer }, isCutOff: false };
}
