import type { InlineKeyboardButton } from "grammy/types";
import type { ProgressState } from "../../../../app/office/ports.ts";
import { PROGRESS_STATES } from "../../../../app/office/progress-words.zh.ts";
import type { NoticeTask } from "../../../../core/reminders/notice.ts";
import { BUTTON_PROGRESS_LIST } from "./progress-messages.zh.ts";
import { shortCodeOf } from "./short-code.ts";

/*
 * Callback data of progress, names of documents and units as short codes:
 * - `pg:k`, `pg:d`, `pg:h` `:<document>:<ordinal>:<unit>` 知道了, 已办结, 需协调; `-` for the unit that the presser answers for;
 *   `:<message>` behind it where the task is shown by itself, the message being the reminder that it came from
 * - `pg:v:<document>:<ordinal>:<unit>:<message>` shows a task by itself
 * - `pg:l:<message>:<page>` lists the tasks of a reminder; message 0 is the one that the button stands under
 */
export const PROGRESS_PRESS = "pg";

const LETTERS: readonly (readonly [string, ProgressState])[] = [
  ["k", "known"],
  ["d", "done"],
  ["h", "help"],
];

/** A task as callback data name it. */
export interface CodedTask {
  readonly document: string;
  readonly ordinal: number;
  readonly unit: string;
}

export function codedTask({ documentId, ordinal, unit }: Omit<NoticeTask, "unit"> & { readonly unit: string | undefined }): CodedTask {
  return { document: shortCodeOf(documentId), ordinal, unit: unit === undefined ? "-" : shortCodeOf(unit) };
}

/** The buttons under a notice: for one task what may be said of it; for more, one that opens the list; none without tasks. */
export function progressButtons(tasks: readonly NoticeTask[]): InlineKeyboardButton[][] {
  const [first] = tasks;
  if (!first) return [];
  if (tasks.length > 1) return [[{ text: BUTTON_PROGRESS_LIST, callback_data: `${PROGRESS_PRESS}:l:0:1` }]];
  return [stateRow(codedTask(first))];
}

/** 知道了, 已办结, 需协调. @param state the one that was said, which is ticked @param origin the reminder that the task was opened from */
export function stateRow({ document, ordinal, unit }: CodedTask, state?: ProgressState, origin?: string): InlineKeyboardButton[] {
  return LETTERS.map(([letter, each]) => ({
    text: each === state ? `✓ ${PROGRESS_STATES[each]}` : PROGRESS_STATES[each],
    callback_data: [PROGRESS_PRESS, letter, document, ordinal, unit, ...(origin === undefined ? [] : [origin])].join(":"),
  }));
}

/** What a button of progress says. */
export type ProgressAction =
  | { readonly kind: "list"; readonly origin: string; readonly page: number }
  | { readonly kind: "view"; readonly task: CodedTask; readonly origin: string }
  | { readonly kind: "mark"; readonly task: CodedTask; readonly state: ProgressState; readonly origin: string | undefined };

/** @param rest callback data behind the name @returns undefined for data that this version never wrote */
export function parseProgress(rest: string): ProgressAction | undefined {
  const list = /^l:(?<origin>\d{1,15}):(?<page>\d{1,4})$/u.exec(rest)?.groups;
  if (list) return { kind: "list", origin: list["origin"] ?? "0", page: Number(list["page"]) };
  const groups = /^(?<letter>[kdhv]):(?<document>[0-9a-f]{12}):(?<ordinal>\d{1,6}):(?<unit>[0-9a-f]{12}|-)(?::(?<origin>\d{1,15}))?$/u.exec(rest)?.groups;
  if (!groups) return undefined;
  const task = { document: groups["document"] ?? "", ordinal: Number(groups["ordinal"]), unit: groups["unit"] ?? "" };
  const state = LETTERS.find(([letter]) => letter === groups["letter"])?.[1];
  return state ? { kind: "mark", task, state, origin: groups["origin"] } : { kind: "view", task, origin: groups["origin"] ?? "0" };
}
