import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import { BUTTON_DISLIKE, BUTTON_LIKE, BUTTON_NOTED, BUTTON_WRONG } from "./messages.zh.ts";

/*
 * Callback data of feedback: `f:<verdict>:<stored question>`, the verdict `u` 👍, `n` 👎, `w` 答得不对; `t` where it was told already.
 */
const VERDICTS = { u: "liked", n: "disliked", w: "disliked", t: undefined } as const;
const CALLBACK_DATA = /^f:(?<letter>[unwt]):(?<questionId>[A-Za-z0-9]{1,12})$/u;

/** What a reader tells of an answer. */
export interface FeedbackAction {
  readonly questionId: string;
  /** Undefined where it was told already. */
  readonly verdict: "liked" | "disliked" | undefined;
}

/** @returns undefined for data of other buttons */
export function parseFeedback(data: string): FeedbackAction | undefined {
  const groups = CALLBACK_DATA.exec(data)?.groups;
  const verdict = VERDICTS[groups?.["letter"] as keyof typeof VERDICTS];
  return groups && { questionId: groups["questionId"] ?? "", verdict };
}

/** 👍, 👎 and 答得不对, one row below an answer. */
export function feedbackRow(questionId: string): InlineKeyboardButton[] {
  return [
    { text: BUTTON_LIKE, callback_data: `f:u:${questionId}` },
    { text: BUTTON_DISLIKE, callback_data: `f:n:${questionId}` },
    { text: BUTTON_WRONG, callback_data: `f:w:${questionId}` },
  ];
}

/** The buttons below an answer once it was judged, so that nobody judges it again there. */
export function withFeedbackNoted(markup: InlineKeyboardMarkup, questionId: string): InlineKeyboardMarkup {
  const isFeedback = (button: InlineKeyboardButton) => "callback_data" in button && parseFeedback(button.callback_data) !== undefined;
  const noted = [{ text: BUTTON_NOTED, callback_data: `f:t:${questionId}` }];
  return { inline_keyboard: markup.inline_keyboard.map((row) => (row.some(isFeedback) ? noted : row)) };
}
