import type { Behaviour } from "../core/answer/index.ts";
import type { Query } from "../core/question/index.ts";
import type { Assistant } from "./ask.ts";
import type { NoticeSender, SendResult } from "./office/outbox.ts";

/** Where people and programs ask. */
export type AskPlatform = "page" | "telegram" | "terminal" | "api" | "mcp";

/** An answer that was given. */
export interface AnswerFigure {
  readonly platform: AskPlatform;
  /** What the question was understood as; `none` where answering failed. */
  readonly kind: Query["kind"] | "none";
  readonly behaviour: Behaviour | "failed";
  /** How long it took to make; undefined where it was given before and remembered. */
  readonly seconds: number | undefined;
}

/** A request of HTTP that was answered. */
export interface RequestFigure {
  readonly method: string;
  /** The pattern of its route, never the path that was asked for: `/d/:id`. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Counts what the program does. Nothing that it is told holds words, names or addresses. */
export interface Figures {
  answered(figure: AnswerFigure): void;
  requested(figure: RequestFigure): void;
  /** A platform was handed a notice. */
  sent(platform: string, result: SendResult["kind"]): void;
  /** All figures as they are now, in the text format that monitoring reads. */
  print(): Promise<{ readonly type: string; readonly text: string }>;
}

/** The assistant, every answer of which is counted; what else it can do is as it was. */
export function countAnswers<Answering extends Pick<Assistant, "ask">>(
  assistant: Answering,
  figures: Pick<Figures, "answered">,
  platform: AskPlatform,
): Answering {
  return {
    ...assistant,
    async ask(question: string, state: unknown) {
      const startedAtMs = performance.now();
      const secondsSince = () => (performance.now() - startedAtMs) / 1000;
      try {
        const turn = await assistant.ask(question, state);
        const { kind, answer } = turn;
        figures.answered({ platform, kind, behaviour: answer.behaviour, seconds: given.has(turn) ? undefined : secondsSince() });
        given.add(turn);
        return turn;
      } catch (error) {
        figures.answered({ platform, kind: "none", behaviour: "failed", seconds: secondsSince() });
        throw error;
      }
    },
  };
}

/** An answer that is remembered is the very same object, on whatever platform it was given first. */
const given = new WeakSet<object>();

/** The sender, everything handed to which is counted. */
export function countSends(sender: NoticeSender, figures: Pick<Figures, "sent">): NoticeSender {
  return {
    ...sender,
    async send(chat, notice, signal, id) {
      const result = await sender.send(chat, notice, signal, id);
      figures.sent(sender.platform, result.kind);
      return result;
    },
  };
}
