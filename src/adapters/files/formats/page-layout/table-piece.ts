import type { TextLine } from "./text-lines.ts";

/** A cell of a table on one page, with its printed lines and the room that it has. */
export interface PieceCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly lines: readonly TextLine[];
  /** Width in points that words can take. */
  readonly room: number;
}

/** A table as far as it stands on one page. */
export interface TablePiece {
  readonly top: number;
  readonly bottom: number;
  /** Left edges of the columns and the right edge of the last, in points. */
  readonly xs: readonly number[];
  /** True where lines are drawn, so that `xs` are their places; else `xs` are where words begin. */
  readonly isRuled: boolean;
  readonly height: number;
  readonly cells: readonly PieceCell[];
}
