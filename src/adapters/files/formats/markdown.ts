import type { SourceCell, SourceTable } from "../../../core/document/source-text.ts";
import { type Span, sliceOf, trimSpan } from "../../../core/text/span.ts";

/** A cell of the row under a head row: `---`, `:-:`. */
const DASHES = /^:?-+:?$/u;
const FENCE = /^[ \t]{0,3}(?:```|~~~)/u;

/**
 * The pipe tables of a Markdown text (GitHub Flavored Markdown, §4.10): a head row, a row of dashes of as many cells, rows up to a line without a pipe. The
 * text stays as it is, and the cells are spans of it; the row of dashes is no row. A `\|` is part of a cell, and fenced code holds no tables.
 */
export function tablesInMarkdown(text: string): readonly SourceTable[] {
  const lines = linesIn(text);
  const tables: SourceTable[] = [];
  let isCode = false;
  for (let at = 0; at < lines.length; at += 1) {
    const head = lines[at];
    if (head && FENCE.test(sliceOf(text, head))) isCode = !isCode;
    const dashes = lines[at + 1];
    if (isCode || !head || !dashes || !beginsTable(text, head, dashes)) continue;
    let last = at + 1;
    while (hasPipe(text, lines[last + 1])) last += 1;
    tables.push(tableOf(text, [head, ...lines.slice(at + 2, last + 1)]));
    at = last;
  }
  return tables;
}

function linesIn(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf("\n", start);
    lines.push({ start, end: end < 0 ? text.length : end });
    start = end < 0 ? text.length + 1 : end + 1;
  }
  return lines;
}

function hasPipe(text: string, line: Span | undefined): boolean {
  return line !== undefined && sliceOf(text, line).includes("|");
}

function beginsTable(text: string, head: Span, dashes: Span): boolean {
  if (!hasPipe(text, head)) return false;
  const cells = cellsIn(text, dashes);
  return cells.length === cellsIn(text, head).length && cells.every((cell) => DASHES.test(sliceOf(text, cell)));
}

/** The cells of a row, the pipes at its ends left out. */
function cellsIn(text: string, line: Span): readonly Span[] {
  const row = trimSpan(text, line);
  const start = text[row.start] === "|" ? row.start + 1 : row.start;
  const cells: Span[] = [];
  let from = start;
  for (let at = start; at < row.end; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "|") {
      cells.push(trimSpan(text, { start: from, end: at }));
      from = at + 1;
    }
  }
  if (from < row.end) cells.push(trimSpan(text, { start: from, end: row.end }));
  return cells;
}

function tableOf(text: string, lines: readonly Span[]): SourceTable {
  const rows = lines.map((line) => cellsIn(text, line));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const cellAt = (span: Span | undefined, row: number, column: number): SourceCell | undefined =>
    span && span.end > span.start ? { span, row, column } : undefined;
  return {
    sheet: undefined,
    span: { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 },
    rows: rows.map((cells, row) => Array.from({ length: width }, (_, column) => cellAt(cells[column], row, column))),
  };
}
