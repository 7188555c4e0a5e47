import type { OfficialDocument, OutlineNode } from "../document/official-document.ts";
import type { Task } from "../ledger/task.ts";
import type { Passage } from "../search/passage.ts";
import { contains, type Span, sliceOf, trimSpan } from "../text/span.ts";
import type { AnswerItem, Citation } from "./answer.ts";

/** Quotes a stretch of a document, white space at its ends left out. */
export function cite(document: OfficialDocument, span: Span, path: readonly string[]): Citation {
  const trimmed = trimSpan(document.source, span);
  return {
    document: document.id,
    file: document.file,
    documentNumber: document.documentNumber?.printed ?? null,
    path,
    start: trimmed.start,
    end: trimmed.end,
    quote: sliceOf(document.source, trimmed),
  };
}

/** The deepest part of a document that holds a stretch of it. */
export function nodeAt(document: OfficialDocument, span: Span): OutlineNode | undefined {
  let best: OutlineNode | undefined;
  for (const node of document.nodes) {
    if (node.span.start <= span.start && span.end <= node.span.end && (!best || node.span.end - node.span.start <= best.span.end - best.span.start))
      best = node;
  }
  return best;
}

/** A place as a clerk writes it: 《标题》(西政办〔2020〕20号)五、(二十一). Levels as GB/T 9704-2012 §7.3.3 orders them, labels as printed. */
export function placeOf(document: OfficialDocument, path: readonly string[]): string {
  const number = document.documentNumber ? `（${document.documentNumber.printed}）` : "";
  return `《${document.title}》${number}${path.join("")}`;
}

/** A passage by its county, labels and heading, for pointing at it without quoting it. */
export function titleOfPlace(document: OfficialDocument, { node, headings }: Passage): string {
  return `${document.region ?? ""}${document.nodes[node]?.path.join("") ?? ""}${headings.at(-1) ?? ""}`;
}

/** A task as answers name it. */
export function itemOf(task: Task, document: OfficialDocument): AnswerItem {
  return { document: task.documentId, file: document.file, ordinal: task.ordinal, label: task.label, title: task.title };
}

/** Label and title on one line: (二十一)持续推进行政执法规范化建设; a bare number of a table row is set apart: 3．保障粮食安全. */
export function headingOf(task: Task): string {
  const mark = task.title !== "" && /[\p{L}\p{N}]$/u.test(task.label) ? "．" : "";
  return `${task.label}${mark}${task.title}`;
}

/** The words that name a task's units: its own line or cells, and cells merged with those of other rows; the whole task where only a sentence names them. */
export function unitQuotes({ unitLine, assignments, body }: Task): readonly Span[] {
  if (!unitLine) return [body];
  const elsewhere = assignments.filter(({ inferred, span }) => !inferred && !contains(unitLine, span)).map(({ span }) => span);
  return [...elsewhere.filter((span) => span.start < unitLine.start), unitLine, ...elsewhere.filter((span) => span.start > unitLine.start)];
}
