import type { TablePiece } from "./table-piece.ts";
import type { TextLine } from "./text-lines.ts";

/** Tables without drawn lines, and what stands in none. */
export interface AlignedTables {
  readonly tables: readonly TablePiece[];
  readonly rest: readonly TextLine[];
  /** Left edges of a table that reaches the page's end. */
  readonly open: readonly number[] | undefined;
}

export function alignedTablesOf(lines: readonly TextLine[], _columns: readonly number[] | undefined): AlignedTables {
  return { tables: [], rest: lines, open: undefined };
}
