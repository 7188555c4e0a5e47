import type { Span } from "../text/span.ts";
import type { SourceTable } from "./source-text.ts";

/** A calendar date `YYYY-MM-DD`; never a point in time. */
export type CalendarDate = string;

/** Stable id of a document in the corpus: lower-case letters, digits and hyphens. */
export type DocumentId = string;

/** What a document is (contract `import.md`, rule 1). */
export type DocumentKind = "work_plan" | "task_table" | "annual_report" | "supervision_notice" | "regulation" | "notice";

/** Document number (发文字号), GB/T 9704-2012 §7.2.5, such as 西政办〔2020〕20号. */
export interface DocumentNumber {
  /** 机关代字, as printed: 西政办 */
  readonly agencyCode: string;
  readonly year: number;
  readonly sequence: number;
  /** As printed, bracket style included. */
  readonly printed: string;
}

export type AnomalyKind = "duplicate_label" | "skipped_label" | "out_of_order_label" | "label_misprint" | "unit_misprint" | "impossible_date";

/** A misprint that was read and not repaired. `text` is as contract `import.md`, rule 18, says. */
export interface Anomaly {
  readonly kind: AnomalyKind;
  readonly text: string;
  /** Where it stands; a skipped label stands at the label that follows it. */
  readonly span: Span;
}

/**
 * What an outline node is:
 * - `front` one paragraph of the front matter: number, issuer, title, addressees, date, covering notice
 * - `lead` unlabelled text before the first labelled part of the body (引言)
 * - `section` a labelled part that stands on a line of its own (一、 / (一) / 1.)
 * - `item` a labelled part that begins inside a paragraph (一是 / (2) / 第一,)
 * - `line` an unlabelled line inside a part, such as 责任单位:…
 * - `closing` unlabelled text after the last part (结语), 抄送, 印发
 * - `row` a row of a table that is no header, or one form of a task; its label is the printed 序号, empty where it has none
 * - `table` the other rows of a table: headers, totals, groups without a label
 */
export type OutlineNodeKind = "front" | "lead" | "section" | "item" | "line" | "closing" | "row" | "table";

/** One part of a document. Nodes are kept flat, in document order. */
export interface OutlineNode {
  /** Position among the document's nodes, from 0; also the index in `OfficialDocument.nodes`. */
  readonly index: number;
  readonly kind: OutlineNodeKind;
  /** Levels of labelled parts above and including this one: 一、 is 1, (一) below it is 2. 0 for unlabelled nodes outside every part. */
  readonly depth: number;
  /** As printed: 一、 (一) 1. 一是 (2) 第一, ; empty for unlabelled nodes. */
  readonly label: string;
  /** The number that the label prints; undefined where it has none. */
  readonly number: number | undefined;
  /** Printed labels from the outside in, this one's last. */
  readonly path: readonly string[];
  /** The heading's words, less the label and its closing punctuation; empty where the part has no heading. */
  readonly title: string;
  /** The node's own text up to the next node. The `own` spans of all nodes, joined, are the source. */
  readonly own: Span;
  /** Own text and everything below it, without white space at its ends. */
  readonly span: Span;
  /** Index of the labelled part that this one stands in. */
  readonly parent: number | undefined;
}

/** What the header and signature of a document say (GB/T 9704-2012 §7.2–7.3). Absent elements are undefined. */
export interface DocumentHeader {
  readonly title: string;
  readonly documentNumber: DocumentNumber | undefined;
  /** 发文机关, as printed; joint issuers in printed order with a space between. */
  readonly issuer: string | undefined;
  /** 主送机关, as printed, one entry a comma-separated group. */
  readonly primaryRecipients: readonly string[];
  /** 成文日期 */
  readonly issuedOn: CalendarDate | undefined;
}

/** A document as it was read: its source text untouched, and what stands where. */
export interface OfficialDocument extends DocumentHeader {
  readonly id: DocumentId;
  /** Base name of the file that it came from. */
  readonly file: string;
  /** The stored text; every citation is a slice of it. */
  readonly source: string;
  readonly kind: DocumentKind;
  /** The county, district or city that it is of, with its level word: 西平县. Undefined where nobody says. */
  readonly region: string | undefined;
  /** The year that it plans for or reports on. */
  readonly year: number | undefined;
  /** What says that it is no longer in force, as printed or as given: 失效, 有效性：失效, 本办法自2024年6月1日起废止. Undefined where nothing says so. */
  readonly lapsed: string | undefined;
  readonly nodes: readonly OutlineNode[];
  /** Tables in the source, in order. */
  readonly tables: readonly SourceTable[];
  readonly anomalies: readonly Anomaly[];
}
