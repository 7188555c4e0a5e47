import type { DutyFilter } from "../../../app/duties/find-duties.ts";
import type { PictureKind } from "../../../app/pictures/make-picture.ts";
import type { Look } from "../../../app/pictures/picture.ts";
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
  return withQuery("/ask", query);
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
  return withQuery("/duties", [...units.map((unit) => ["unit", unit] as const), ...rest]);
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
  return withQuery("/calendar", Object.entries(choice));
}

/** Address of the same as a file that calendars read and subscribe to. */
export function calendarFilePath({ unit, document }: CalendarChoice): string {
  return withQuery("/calendar.ics", Object.entries({ unit, document }));
}

/** The link that changes the print size and comes back. */
export function printSizePath(isLarge: boolean, back: string): string {
  return `/print-size?size=${isLarge ? "large" : "normal"}&back=${encodeURIComponent(back.toWellFormed())}`;
}

/** What the pictures of a page are of, as an address says it. */
export interface PicturesAsked {
  readonly document: string;
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
}

/** Address of the page with the pictures of a document. */
export function picturesPath({ document, unit, year }: PicturesAsked): string {
  return withQuery("/picture", [
    ["document", document],
    ["unit", unit],
    ["year", year],
  ]);
}

/** Address of one picture as an SVG. */
export function pictureFilePath(kind: PictureKind, { document, unit, year }: PicturesAsked, { theme, width, isLarge }: Look): string {
  return withQuery(`/picture/${kind}.svg`, [
    ["document", document],
    ["unit", unit],
    ["year", year],
    ["theme", theme],
    ["width", width],
    ["print", isLarge ? "large" : undefined],
  ]);
}

/** Address of the list of tasks that two units of a document share. */
export function togetherPath(document: string, one: string, other: string): string {
  return withQuery("/picture/together", [
    ["document", document],
    ["unit", one],
    ["unit", other],
  ]);
}

function withQuery(path: string, query: readonly (readonly [name: string, value: string | number | undefined])[]): string {
  const parts = query.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(String(value).toWellFormed())}`]));
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
}
