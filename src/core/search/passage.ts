import type { DocumentId } from "../document/official-document.ts";
import type { Span } from "../text/span.ts";

/** Id of a passage, unique in a corpus: `<document>#<node index>`; the further parts of a node that gives several end in `.2`, `.3`, … */
export type PassageId = string;

/** A stretch of a document that can answer a question (段): one outline node's own words, or a part of them where they are long. */
export interface Passage {
  readonly id: PassageId;
  readonly documentId: DocumentId;
  /** Index of the outline node. */
  readonly node: number;
  /** Headings above it and its own, outermost first; searched, never quoted. */
  readonly headings: readonly string[];
  readonly span: Span;
}

/** A passage that an index found, best first. `score` compares within one search only. */
export interface PassageHit {
  readonly id: PassageId;
  readonly score: number;
}
