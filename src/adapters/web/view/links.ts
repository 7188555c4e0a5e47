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

/** Address of an answer to a question that stands by itself. */
export function questionPath(question: string): string {
  return askPath({ question, after: undefined });
}

/** Address of a document; of a passage of it, which is marked there. */
export function documentPath(id: string, passage?: Span): string {
  const path = `/d/${encodeURIComponent(id)}`;
  return passage ? `${path}?from=${passage.start}&to=${passage.end}#mark` : path;
}

/** What stands behind # in the permanent address of a task. @param ordinal from 1 */
export function taskAnchor(ordinal: number): string {
  return `t${ordinal}`;
}

/** The link that changes the print size and comes back. */
export function printSizePath(isLarge: boolean, back: string): string {
  return `/print-size?size=${isLarge ? "large" : "normal"}&back=${encodeURIComponent(back.toWellFormed())}`;
}
