import type { DutyFilter } from "../../../app/duties/find-duties.ts";
import { markOf } from "../../../core/text/rolling-mark.ts";
import type { Span } from "../../../core/text/span.ts";

/** What of a question is shown below its answer: how it was found (怎么查的), or what plans of other years hold. */
export type Extra = "how" | "years";

/** A question in an address: as it is asked, after the one with an id where it is a follow-up; or a stored one by its id. */
export type Asked = { readonly question: string; readonly after: string | undefined } | { readonly turn: string };

/** Address of an answer. */
export function askPath(asked: Asked, { page = 1, extra }: { readonly page?: number; readonly extra?: Extra | undefined } = {}): string {
  const query: readonly (readonly [name: string, value: string | undefined])[] = [
    ...("turn" in asked ? [["turn", asked.turn] as const] : [["q", asked.question] as const, ["after", asked.after] as const]),
    ["page", page > 1 ? String(page) : undefined],
    ["show", extra],
  ];
  return `/ask?${query.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value.toWellFormed())}`])).join("&")}`;
}

/** Address of the table of the tasks that an answer lists. */
export function askExportPath(asked: Asked): string {
  return askPath(asked).replace("/ask?", "/ask.xlsx?");
}

/** Address of an answer to a question that stands by itself. */
export function questionPath(question: string): string {
  return askPath({ question, after: undefined });
}

/** Address of a document; of a passage of it, which is marked there. With the passage's words it is found also where it stands after the document changed. */
export function documentPath(id: string, passage?: Span & { readonly quote?: string }): string {
  const path = `/d/${encodeURIComponent(id)}`;
  if (!passage) return path;
  const { start, end, quote } = passage;
  return `${path}?from=${start}&to=${end}${quote === undefined ? "" : `&is=${markOf(quote)}`}#mark`;
}

/** What stands behind # in the permanent address of a task. @param ordinal from 1 */
export function taskAnchor(ordinal: number): string {
  return `t${ordinal}`;
}

/** Permanent address of a task. */
export function taskPath(id: string, ordinal: number): string {
  return `${documentPath(id)}#${taskAnchor(ordinal)}`;
}

/** Address of everything that is known of a unit. @param name as anybody writes it */
export function unitPath(name: string): string {
  return `/u/${encodeURIComponent(name.toWellFormed())}`;
}

/** Address of the table of duties. */
export function dutiesPath({ units = [], document, section, role, dueFrom, dueTo, obligation, words }: DutyFilter): string {
  const rest = Object.entries({ document, section, role, from: dueFrom, to: dueTo, obligation, words });
  return `/duties${queryOf([...units.map((unit) => ["unit", unit] as const), ...rest])}`;
}

/** What a calendar shows; everything where nothing is chosen. */
export interface CalendarChoice {
  readonly unit?: string | undefined;
  readonly document?: string | undefined;
  readonly year?: number | undefined;
  /** From 1. */
  readonly month?: number | undefined;
  readonly page?: number | undefined;
}

/** Address of the calendar. */
export function calendarPath(choice: CalendarChoice): string {
  return `/calendar${queryOf(Object.entries(choice))}`;
}

/** Address of the same as a file that calendars read and subscribe to. */
export function calendarFilePath({ unit, document }: CalendarChoice): string {
  return `/calendar.ics${queryOf(Object.entries({ unit, document }))}`;
}

function queryOf(values: readonly (readonly [name: string, value: string | number | undefined])[]): string {
  const given = values.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(String(value).toWellFormed())}`]));
  return given.length === 0 ? "" : `?${given.join("&")}`;
}

/** The link that changes the print size and comes back. */
export function printSizePath(isLarge: boolean, back: string): string {
  return `/print-size?size=${isLarge ? "large" : "normal"}&back=${encodeURIComponent(back.toWellFormed())}`;
}
