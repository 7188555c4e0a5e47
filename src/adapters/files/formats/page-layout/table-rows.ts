import { findLabel } from "../../../../core/document/labels.ts";
import type { PieceCell, TablePiece } from "./table-piece.ts";
import { isWrapped, joinWrapped } from "./wrapping.ts";

/** A cell of a table that may stand on several pages, with its words joined. */
export interface WordCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  /** True where its last line is full and its sentence not ended: more may stand on the next page. */
  isUnfinished: boolean;
}

/** A table whose cells hold words. */
export interface WordTable {
  /** As in `TablePiece`. */
  xs: readonly number[];
  height: number;
  cells: WordCell[];
}

/** Joins the lines in each cell of a piece. */
export function wordTableOf(piece: TablePiece): WordTable {
  const cells = piece.cells.map((cell) => {
    const { row, column, rowSpan, columnSpan } = cell;
    return { row, column, rowSpan, columnSpan, text: cellText(cell), isUnfinished: isUnfinished(cell) };
  });
  return { xs: piece.xs, height: piece.height, cells };
}

/** A cell's lines: joined where the setter broke them, with `\n` where they were ended on purpose (one unit a line). */
function cellText(cell: PieceCell): string {
  const [first, ...others] = cell.lines;
  if (!first) return "";
  let text = first.text;
  let before = first;
  for (const line of others) {
    const beginsItem = /[。；;：:]$/u.test(before.text) && findLabel(line.text) !== undefined;
    const isJoined = !beginsItem && (/[、，,]$/u.test(before.text) || isWrapped(roomAfter(cell, before), line.text));
    text = isJoined ? joinWrapped(text, line.text) : `${text}\n${line.text}`;
    before = line;
  }
  return text;
}

function isUnfinished(cell: PieceCell): boolean {
  const last = cell.lines.at(-1);
  return last !== undefined && !/[。；;！？]$/u.test(last.text) && roomAfter(cell, last) < 2.5;
}

/** What is left of a cell's line, in ems. */
function roomAfter(cell: PieceCell, line: PieceCell["lines"][number]): number {
  const room = Math.max(cell.room, ...cell.lines.map((other) => other.right - other.x));
  return (room - (line.right - line.x)) / line.size;
}
