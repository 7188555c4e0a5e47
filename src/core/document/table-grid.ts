import type { Span } from "../text/span.ts";
import { trimSpan } from "../text/span.ts";
import type { SourceCell, SourceTable } from "./source-text.ts";

/** A cell with words, once for all the places that it stands in. */
export interface WordCell {
  readonly cell: SourceCell;
  /** Its words, white space at their ends left out. */
  readonly span: Span;
  /** Its words without any white space. */
  readonly text: string;
  /** First column that it covers in the row asked for, and how many. */
  readonly column: number;
  readonly width: number;
}

/** A table's cells by row, read from the text that it stands in. */
export interface TableGrid {
  readonly table: SourceTable;
  readonly height: number;
  readonly width: number;
  /** Cells with words that stand in a row, those merged from above included, left to right. */
  cellsOf(row: number): readonly WordCell[];
  /** Those of them that begin in the row. */
  ownCellsOf(row: number): readonly WordCell[];
  /** Where the row's text begins; undefined where every cell is merged from above. */
  startOf(row: number): number | undefined;
}

export function createTableGrid(source: string, table: SourceTable): TableGrid {
  const cells = table.rows.map((row) => wordCells(source, row));
  return {
    table,
    height: table.rows.length,
    width: table.rows[0]?.length ?? 0,
    cellsOf: (row) => cells[row] ?? [],
    ownCellsOf: (row) => (cells[row] ?? []).filter(({ cell }) => cell.row === row),
    startOf: (row) => table.rows[row]?.find((cell) => cell?.row === row)?.span.start,
  };
}

function wordCells(source: string, row: readonly (SourceCell | undefined)[]): readonly WordCell[] {
  const found: WordCell[] = [];
  row.forEach((cell, column) => {
    if (!cell || isSameCell(cell, row[column - 1])) return;
    const span = trimSpan(source, cell.span);
    if (span.end === span.start) return;
    let width = 1;
    while (isSameCell(cell, row[column + width])) width += 1;
    found.push({ cell, span, text: source.slice(span.start, span.end).replace(/\s+/gu, ""), column, width });
  });
  return found;
}

/** A merged cell is known by where it begins: a table that was stored and read again has a copy of it in every place, and null where there is none. */
function isSameCell(cell: SourceCell, other: SourceCell | undefined): boolean {
  return cell.row === other?.row && cell.column === other.column;
}

/** The words of a cell on one line: a break beside a Chinese character goes, any other white space is one space. */
export function onOneLine(source: string, span: Span): string {
  return source
    .slice(span.start, span.end)
    .trim()
    .replace(/\s+/gu, (space, at: number, words: string) =>
      /[\r\n]/u.test(space) && runsOn(words.slice(at - 2, at), words.slice(at + space.length, at + space.length + 2)) ? "" : " ",
    );
}

/** Whether no space stands for a break between these: one of the two is a Chinese character or a mark. */
function runsOn(before: string, after: string): boolean {
  return /[\p{Script=Han}\p{P}]$/u.test(before) || /^[\p{Script=Han}\p{P}]/u.test(after);
}
