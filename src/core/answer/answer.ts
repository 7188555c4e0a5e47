import type { DocumentId } from "../document/official-document.ts";

/** Which kind of answer it is (contract `ask.md`). */
export type Behaviour = "list" | "units" | "text" | "number" | "not_found" | "clarify" | "ignore";

/** A task that an answer lists or rests on. */
export interface AnswerItem {
  readonly document: DocumentId;
  readonly file: string;
  readonly ordinal: number;
  readonly label: string;
  readonly title: string;
}

/** Where an answer's words stand (出处). `quote` is exactly `source.slice(start, end)`. */
export interface Citation {
  readonly document: DocumentId;
  readonly file: string;
  /** Printed 发文字号; null where the document has none. */
  readonly documentNumber: string | null;
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/**
 * What a reader sees, one block after another, before any platform gives it a form.
 * - `text` a sentence of ours; `strong` marks the line that answers
 * - `quote` verbatim words of a document: index into `citations`
 * - `entry` one row of a list; a page never splits it. `item` is its index in `items`, `citation` the words behind it
 * - `note` a remark of ours: a misprint, a limit, what was not used
 */
export type Block =
  | { readonly kind: "text"; readonly text: string; readonly strong?: boolean }
  | { readonly kind: "quote"; readonly citation: number; readonly place: string }
  | { readonly kind: "entry"; readonly text: string; readonly item?: number; readonly citation?: number }
  | { readonly kind: "note"; readonly text: string };

/** An answer, neutral to every platform. */
export interface Answer {
  readonly behaviour: Behaviour;
  /** The question as it was understood, for the reader. */
  readonly understood: string;
  /** The language of that line, where it is not Chinese. */
  readonly language?: "en";
  readonly blocks: readonly Block[];
  readonly items: readonly AnswerItem[];
  readonly units: readonly string[];
  readonly collective: readonly string[];
  readonly number: number | null;
  readonly citations: readonly Citation[];
  readonly suggestions: readonly string[];
  /** How many tasks of plans of other years meet the question too, where there are any. */
  readonly otherYears?: number;
}
