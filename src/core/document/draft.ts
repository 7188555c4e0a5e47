import type { Label } from "./labels.ts";
import type { OutlineNodeKind } from "./official-document.ts";

/** A node of an outline under construction: everything but its spans. */
export interface Draft {
  readonly kind: OutlineNodeKind;
  readonly label: Label | undefined;
  readonly start: number;
  readonly parent: number | undefined;
  readonly path: readonly string[];
  /** Where the words after the label begin. */
  readonly wordsAt: number;
  /** What a row of a table prints; undefined for running text. */
  readonly row?: { readonly label: string; readonly number: number | undefined; readonly title: string };
}
