import { findLabel } from "../../../../core/document/labels.ts";
import type { PieceCell, TablePiece } from "./table-piece.ts";
import { isWrapped, joinWrapped } from "./wrapping.ts";

/** What names of units end in. */
const UNIT_END = /(?:局|委|办|院|部|厅|委员会|办公室|政府|中心|公司|支队|大队|联合会|总会|公会|工会|银行|集团)$/u;

/** Shorter words that fill their cell's line, such as a date, say nothing of what follows. */
const LEAST_CONTINUED = 8;

/** A cell of a table that may stand on several pages, with its words joined. */
export interface WordCell extends PieceCell {
  readonly text: string;
  /** True where its last line is full and its sentence not ended: more may stand on the next page. */
  readonly isUnfinished: boolean;
}

/** A table whose cells hold words. */
export interface WordTable {
  /** As in `TablePiece`. */
  readonly xs: readonly number[];
  readonly isRuled: boolean;
  readonly height: number;
  readonly cells: readonly WordCell[];
}

/** Joins the lines in each cell of a piece. */
export function wordTableOf(piece: TablePiece): WordTable {
  return { xs: piece.xs, isRuled: piece.isRuled, height: piece.height, cells: piece.cells.map(wordCellOf) };
}

/** Joins a cell's lines. */
export function wordCellOf(cell: PieceCell): WordCell {
  return { ...cell, text: cellText(cell), isUnfinished: isUnfinished(cell) };
}

/** A cell's lines: joined where the setter broke them, with `\n` where they were ended on purpose (one unit a line). */
function cellText(cell: PieceCell): string {
  const [first, ...others] = cell.lines;
  if (!first) return "";
  let text = first.text;
  let before = first;
  for (const line of others) {
    const beginsItem = /[。；;：:]$/u.test(before.text) && findLabel(line.text) !== undefined;
    const isJoined =
      !beginsItem && !beginsUnit(before.text, line.text, first.text) && (/[、，,]$/u.test(before.text) || isWrapped(roomAfter(cell, before), line.text));
    text = isJoined ? joinWrapped(text, line.text) : `${text}\n${line.text}`;
    before = line;
  }
  return text;
}

/** True for the next of several units, one a line, of which the one before happens to fill its line: it begins as the first does (县…). */
function beginsUnit(before: string, next: string, first: string): boolean {
  return UNIT_END.test(before) && /\p{Script=Han}/u.test(next[0] ?? "") && next[0] === first[0];
}

function isUnfinished(cell: PieceCell): boolean {
  const last = cell.lines.at(-1);
  if (!last || /[。；;！？]$/u.test(last.text)) return false;
  const length = cell.lines.reduce((sum, line) => sum + line.text.length, 0);
  return length >= LEAST_CONTINUED && roomAfter(cell, last) < 1.6;
}

/** What is left of a cell's line, in ems. */
function roomAfter(cell: PieceCell, line: PieceCell["lines"][number]): number {
  const room = Math.max(cell.room, ...cell.lines.map((other) => other.right - other.x));
  return (room - (line.right - line.x)) / line.size;
}
