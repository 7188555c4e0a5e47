import type { GridCell, SourceBlock } from "../../../../core/document/source-text.ts";
import { AppError } from "../../../../errors.ts";

/** Word's tables have at most 63 columns and 32767 rows; some more for cells that stand apart. */
const MAX_COLUMNS = 128;
const MAX_ROWS = 32_767;

/** A cell of a table row as a Word file stores it. */
export interface RowCell {
  /** Columns from the end of the cell before, or from the table's edge, that stand empty. */
  readonly columnsBefore: number;
  readonly columnSpan: number;
  /** `above`: the cell above goes on here; `left`: the cell to the left goes on here. */
  readonly continues: "above" | "left" | undefined;
  /** Its words; asked for once, in reading order, and not at all for a cell that goes on from another. */
  readonly readText: () => string;
}

type Open = { -readonly [Key in keyof GridCell]: GridCell[Key] };

/**
 * Places the cells of rows on a grid. A cell that claims to go on from one that is not there stands by itself.
 * @param file base name, for messages
 * @throws {AppError} `too_large` for more rows or columns than Word can have
 */
export function toGrid(rows: readonly (readonly RowCell[])[], file: string): readonly GridCell[] {
  if (rows.length > MAX_ROWS) throw tooLarge(file);
  const cells: Open[] = [];
  let above = new Map<number, Open>();
  rows.forEach((row, rowIndex) => {
    const here = new Map<number, Open>();
    let column = 0;
    let left: Open | undefined;
    for (const cell of row) {
      column += cell.columnsBefore;
      const columnSpan = Math.max(1, cell.columnSpan);
      if (column + columnSpan > MAX_COLUMNS) throw tooLarge(file);
      const upper = cell.continues === "above" ? above.get(column) : undefined;
      if (cell.continues === "left" && left && left.row === rowIndex) left.columnSpan += columnSpan;
      else if (upper && upper.columnSpan === columnSpan) {
        upper.rowSpan = rowIndex - upper.row + 1;
        here.set(column, upper);
        left = upper;
      } else {
        left = { row: rowIndex, column, rowSpan: 1, columnSpan, text: cell.readText() };
        cells.push(left);
        here.set(column, left);
      }
      column += columnSpan;
    }
    above = here;
  });
  return cells;
}

/** A table inside a cell as lines: a row a line. */
function tableLines(cells: readonly GridCell[]): readonly string[] {
  const rows = new Map<number, string[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell.text.replaceAll("\n", " ")]);
  return [...rows.values()].map((texts) => texts.filter((text) => text !== "").join(" ")).filter((line) => line !== "");
}

/** The words of a cell: its paragraphs as lines, tables inside it as a line a row. */
export function cellText(blocks: readonly SourceBlock[]): string {
  const lines = blocks.flatMap((block) => {
    if (block.kind === "table") return tableLines(block.cells);
    return block.kind === "line" ? [block.text.replace(/[ \t]*\t[ \t]*/gu, " ").trim()] : [];
  });
  return lines.filter((line) => line !== "").join("\n");
}

function tooLarge(file: string): AppError {
  return new AppError("too_large", `「${file}」里有超过 ${MAX_COLUMNS} 列或 ${MAX_ROWS} 行的表格，未读取：请拆成较小的文件。`);
}
