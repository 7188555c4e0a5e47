import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import { BUTTON_NEXT, BUTTON_PREVIOUS, BUTTON_SOURCE, BUTTON_WHY } from "./messages.zh.ts";

/**
 * What a button does. Its callback data (at most 64 bytes) names a stored question and a page, so it works after a restart.
 * - `p` shows another page of the answer in place
 * - `o` opens the words behind it (原文) as a new message
 * - `q` shows another page of those words in place
 * - `w` tells how the answer was found (怎么查的), as a new message; its data names no page
 */
export interface ButtonAction {
  readonly kind: "p" | "o" | "q" | "w";
  readonly questionId: string;
  /** From 1. */
  readonly page: number;
}

const CALLBACK_DATA = /^(?:(?<kind>[poq]):(?<questionId>[A-Za-z0-9]{1,12}):(?<page>[1-9]\d{0,3})|w:(?<explained>[A-Za-z0-9]{1,12}))$/u;

/** @returns undefined for data that this version never wrote */
export function parseButton(data: string): ButtonAction | undefined {
  const groups = CALLBACK_DATA.exec(data)?.groups;
  const explained = groups?.["explained"];
  if (explained !== undefined) return { kind: "w", questionId: explained, page: 1 };
  const kind = groups?.["kind"];
  const questionId = groups?.["questionId"];
  if ((kind !== "p" && kind !== "o" && kind !== "q") || questionId === undefined) return undefined;
  return { kind, questionId, page: Number(groups?.["page"]) };
}

/**
 * Buttons below one page.
 * @param below of the sources the page to open with, and whether the answer can be explained
 * @returns undefined where there is nothing to press
 */
export function renderButtons(
  questionId: string,
  kind: "p" | "q",
  page: { readonly number: number; readonly count: number },
  below: { readonly sourcePage: number | undefined; readonly explained: boolean },
): InlineKeyboardMarkup | undefined {
  const button = (text: string, action: "p" | "o" | "q", number: number): InlineKeyboardButton => ({
    text,
    callback_data: `${action}:${questionId}:${number}`,
  });
  const turning: InlineKeyboardButton[] = [];
  if (page.number > 1) turning.push(button(BUTTON_PREVIOUS, kind, page.number - 1));
  if (page.number < page.count) turning.push(button(BUTTON_NEXT, kind, page.number + 1));
  const source = below.sourcePage === undefined ? [] : [button(BUTTON_SOURCE, "o", below.sourcePage)];
  const why = below.explained ? [{ text: BUTTON_WHY, callback_data: `w:${questionId}` }] : [];
  const rows = [turning, [...source, ...why]].filter((row) => row.length > 0);
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}
