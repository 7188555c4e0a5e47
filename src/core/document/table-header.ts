import { columnOf, isUnitKind, kindOfHeader, type TableColumn } from "./table-columns.ts";
import type { TableGrid, WordCell } from "./table-grid.ts";

/** The header of a table, or of the part of it that follows. */
export interface TableHeader {
  /** First row of the header, and first row after it. The same where the columns are known without one. */
  readonly row: number;
  readonly end: number;
  readonly columns: readonly TableColumn[];
}

/** A header stands no further down than this. Rows. */
const LAST_HEADER_ROW = 12;

/** The first header of a table; undefined where no row reads like one. */
export function findHeader(grid: TableGrid): TableHeader | undefined {
  for (let row = 0; row < Math.min(grid.height, LAST_HEADER_ROW); row += 1) {
    const header = headerAt(grid, row);
    if (header) return header;
  }
  return undefined;
}

/** Whether a row is a header: most of its cells are usual headers, and two or more say what a duty needs. */
export function headerAt(grid: TableGrid, row: number): TableHeader | undefined {
  const cells = grid.ownCellsOf(row);
  const kinds = cells.map(({ text }) => kindOfHeader(text));
  const known = kinds.filter((kind) => kind !== undefined).length;
  const useful = new Set(kinds.filter((kind) => kind !== undefined && kind !== "other"));
  if (cells.length < 2 || useful.size < 2 || known < Math.ceil(cells.length * MOSTLY)) return undefined;
  const hasLower = hasLowerRow(grid, row, cells);
  const columns = Array.from({ length: grid.width }, (_, column): TableColumn => {
    const upper = textAt(grid, row, column);
    return columnOf(upper, hasLower ? textAt(grid, row + 1, column) : undefined);
  });
  return { row, end: row + (hasLower ? 2 : 1), columns: byContent(grid, columns, row + (hasLower ? 2 : 1)) };
}

const MOSTLY = 0.6;
/** Words of a lower header row are short. UTF-16 code units. */
const LONGEST_LOWER = 14;

/** Whether the next row names the columns below a header cell that spans several: 责任单位 over 牵头 and 配合. */
function hasLowerRow(grid: TableGrid, row: number, upper: readonly WordCell[]): boolean {
  const lower = grid.ownCellsOf(row + 1);
  const wide = upper.filter(({ width }) => width > 1);
  if (lower.length < 2 || wide.length === 0) return false;
  const isBelow = (cell: WordCell): boolean => wide.some(({ column, width }) => cell.column >= column && cell.column < column + width);
  return lower.every((cell) => isBelow(cell) && cell.text.length <= LONGEST_LOWER && !/^[\p{N}.]+$|[。；]/u.test(cell.text));
}

function textAt(grid: TableGrid, row: number, column: number): string {
  return grid.cellsOf(row).find((cell) => cell.column <= column && column < cell.column + cell.width)?.text ?? "";
}

/** Columns of a table without a header, from what its cells are like; undefined where no column names units or time, or none says what is to be done. */
export function columnsByContent(grid: TableGrid): readonly TableColumn[] | undefined {
  if (grid.height < 2 || grid.width < 3) return undefined;
  const unknown = Array.from({ length: grid.width }, (): TableColumn => ({ kind: undefined, header: "" }));
  const columns = withWords(grid, byContent(grid, unknown, 0), 0);
  const hasUnits = columns.some(({ kind }) => isUnitKind(kind));
  return hasUnits && columns.some(({ kind }) => kind === "task" || kind === "measure") ? columns : undefined;
}

/** Gives columns without a usual header the kind that their cells show; a bare 单位 beside figures is a measure of quantity. */
function byContent(grid: TableGrid, columns: readonly TableColumn[], from: number): readonly TableColumn[] {
  const named = new Set(columns.map(({ kind }) => kind));
  return columns.map((column, index): TableColumn => {
    const texts = columnTexts(grid, index, from);
    if (/^单位$/u.test(column.header) && texts.length > 0 && !mostOf(texts, isUnitsText)) return { ...column, kind: "other" };
    if (column.kind !== undefined || texts.length < 2) return column;
    if (!named.has("number") && index === 0 && mostOf(texts, (text) => /^[（(]?[\p{N}]{1,4}[)）.．、]?$/u.test(text))) return { ...column, kind: "number" };
    if (mostOf(texts, isUnitsText) && ![...named].some(isUnitKind)) return { ...column, kind: "responsible" };
    if (mostOf(texts, isTimeText) && !named.has("deadline")) return { ...column, kind: "deadline" };
    return column;
  });
}

/** Of the columns that nothing is known of: the one with most words is the text, a shorter one before it the title. */
function withWords(grid: TableGrid, columns: readonly TableColumn[], from: number): readonly TableColumn[] {
  const lengths = columns.map(({ kind }, index) => (kind === undefined ? averageLength(columnTexts(grid, index, from)) : 0));
  const longest = Math.max(...lengths);
  if (longest < FEWEST_WORDS) return columns;
  const text = lengths.indexOf(longest);
  const title = lengths.findIndex((length, index) => index < text && length >= FEWEST_WORDS && new Set(columnTexts(grid, index, from)).size > 1);
  return columns.map((column, index) => (index === text ? { ...column, kind: "measure" } : index === title ? { ...column, kind: "task" } : column));
}

const FEWEST_WORDS = 4;

function columnTexts(grid: TableGrid, column: number, from: number): readonly string[] {
  const texts: string[] = [];
  for (let row = from; row < grid.height; row += 1) {
    const cell = grid.ownCellsOf(row).find((one) => one.column === column && one.width < Math.max(2, grid.width));
    if (cell) texts.push(cell.text);
  }
  return texts;
}

function averageLength(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
}

function mostOf(texts: readonly string[], fits: (text: string) => boolean): boolean {
  return texts.length > 0 && texts.filter(fits).length >= texts.length * MOSTLY;
}

const UNIT_END =
  /(?:局|委|办|办公室|中心|院|部|厅|政府|街道|办事处|镇|乡|委员会|公司|大队|支队|总队|联合会|总工会|团委|妇联|工会|站|所|馆|校|单位|部门|镇街|乡镇)(?:[（(][^（）()]*[）)])?(?:牵头|负责|配合)?$/u;

function isUnitsText(text: string): boolean {
  const entries = text.split(/[、，,；;：:]/u).filter((entry) => entry !== "");
  return (
    entries.length > 0 && entries.every((entry) => entry.length <= 40) && entries.filter((entry) => UNIT_END.test(entry)).length >= entries.length * MOSTLY
  );
}

function isTimeText(text: string): boolean {
  return text.length <= 24 && /\p{N}{1,4}[年月日.\-/]|季度|年底|年内|半年|长期|持续|立行立改|即知即改|每[月季年周]|常态|全年/u.test(text);
}
