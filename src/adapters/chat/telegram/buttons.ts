import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import { feedbackRow } from "./feedback-buttons.ts";
import { BUTTON_EXPORT, BUTTON_NEXT, BUTTON_PREVIOUS, BUTTON_SOURCE, BUTTON_WHY, buttonOtherYears } from "./messages.zh.ts";

/**
 * What a button does. Its callback data (at most 64 bytes) names a stored question and a page, so it works after a restart.
 * - `p` shows another page of the answer in place
 * - `o` opens the words behind it (原文) as a new message
 * - `q` shows another page of those words in place
 * - `y` opens what plans of other years hold of it (其他年份), as a new message
 * - `z` shows another page of that in place
 * - `w` tells how the answer was found (怎么查的), as a new message; its data names no page
 * - `x` sends the tasks that it lists as a table (导出); its data names no page either
 */
export interface ButtonAction {
  readonly kind: "p" | "o" | "q" | "y" | "z" | "w" | "x";
  readonly questionId: string;
  /** From 1. */
  readonly page: number;
}

const CALLBACK_DATA = /^(?:(?<kind>[poqyz]):(?<questionId>[A-Za-z0-9]{1,12}):(?<page>[1-9]\d{0,3})|(?<whole>[wx]):(?<wholeId>[A-Za-z0-9]{1,12}))$/u;

/** @returns undefined for data that this version never wrote */
export function parseButton(data: string): ButtonAction | undefined {
  const groups = CALLBACK_DATA.exec(data)?.groups;
  const kind = (groups?.["kind"] ?? groups?.["whole"]) as ButtonAction["kind"] | undefined;
  const questionId = groups?.["questionId"] ?? groups?.["wholeId"];
  return kind === undefined || questionId === undefined ? undefined : { kind, questionId, page: Number(groups?.["page"] ?? 1) };
}

/** The stored question that a message of ours answers, by its buttons; undefined for one without. */
export function questionBehind(markup: InlineKeyboardMarkup | undefined): string | undefined {
  for (const button of markup?.inline_keyboard.flat() ?? []) {
    const action = "callback_data" in button ? parseButton(button.callback_data) : undefined;
    if (action) return action.questionId;
  }
  return undefined;
}

/** What is offered below a page besides turning it. */
export interface Offers {
  /** Page of the sources to open with. */
  readonly sourcePage?: number | undefined;
  readonly explained?: boolean;
  /** Whether it lists tasks, which can be sent as a table. */
  readonly exported?: boolean;
  /** How many tasks plans of other years hold. */
  readonly otherYears?: number | undefined;
  /** Whether the reader may tell if the answer is right. */
  readonly judged?: boolean;
}

/**
 * Buttons below one page.
 * @param kind what turning a page does
 * @returns undefined where there is nothing to press
 */
export function renderButtons(
  questionId: string,
  kind: "p" | "q" | "z",
  page: { readonly number: number; readonly count: number },
  { sourcePage, explained, exported, otherYears, judged }: Offers,
): InlineKeyboardMarkup | undefined {
  const button = (text: string, action: ButtonAction["kind"], number: number): InlineKeyboardButton => ({
    text,
    callback_data: `${action}:${questionId}:${number}`,
  });
  const turning: InlineKeyboardButton[] = [];
  if (page.number > 1) turning.push(button(BUTTON_PREVIOUS, kind, page.number - 1));
  if (page.number < page.count) turning.push(button(BUTTON_NEXT, kind, page.number + 1));
  const source = sourcePage === undefined ? [] : [button(BUTTON_SOURCE, "o", sourcePage)];
  const why = explained ? [{ text: BUTTON_WHY, callback_data: `w:${questionId}` }] : [];
  const table = exported ? [{ text: BUTTON_EXPORT, callback_data: `x:${questionId}` }] : [];
  const years = otherYears === undefined ? [] : [button(buttonOtherYears(otherYears), "y", 1)];
  const rows = [turning, [...source, ...why, ...table], years, judged ? feedbackRow(questionId) : []].filter((row) => row.length > 0);
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}
