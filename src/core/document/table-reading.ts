import { findLabel } from "./labels.ts";
import type { SourceTable } from "./source-text.ts";
import { formItems } from "./table-form.ts";
import { createTableGrid, type TableGrid, type WordCell } from "./table-grid.ts";
import { columnsByContent, findHeader, headerAt, type TableHeader } from "./table-header.ts";
import { continues, fieldsOf, joinedRow, labelOfNumber, rowOf, type TableGroup, type TableItem, type TableRow } from "./table-row.ts";

/** A table as it was read. What stands before `start` and from `end` on is running text: its title, its notes. */
export interface TableReading {
  readonly table: SourceTable;
  readonly start: number;
  readonly end: number;
  readonly items: readonly TableItem[];
  /** Whether its rows may be tasks: it has columns for what is to be done, and is no form to fill in (contract `import.md`, rule 3). */
  readonly holdsTasks: boolean;
}

/** Words of a table's title that make it a form to be filled in. */
const FORM_TITLE = /样式|样表|样本|模板|填报表|示例|填报说明|填表说明|空表|参考格式/u;
/** Longer cells, or cells of more lines, are a page laid out by a table. */
const LONGEST_CELL = 1200;
const MOST_LINES = 24;

/**
 * Reads the tables of a text, in order: which rows are headers, groups, tasks, and what their cells hold. A table without a header that goes
 * on with the columns of the one before is read with those. Boxes and pages laid out by a table are running text and have no reading.
 */
export function readTables(source: string, tables: readonly SourceTable[]): readonly TableReading[] {
  const readings: TableReading[] = [];
  let last: Carried | undefined;
  for (const [index, table] of tables.entries()) {
    const grid = createTableGrid(source, table);
    if (isLayout(grid)) continue;
    const before = source.slice(tables[index - 1]?.span.end ?? 0, table.span.start);
    const reader = createRowReader(source, grid, goesOn(last, grid, before) ? last : undefined);
    if (!reader) continue;
    const isForm = /说明$/u.test(table.sheet ?? "") || FORM_TITLE.test(titleBefore(before, table.sheet) + source.slice(table.span.start, reader.start));
    readings.push({ table, start: reader.start, end: reader.end, items: reader.items, holdsTasks: reader.holdsTasks && !isForm });
    last = reader.header
      ? { header: reader.header, width: grid.width, sheet: table.sheet, row: reader.items.findLast((item) => item.kind === "row") }
      : undefined;
  }
  return readings;
}

/** The last two lines of words before a table; a sheet's name is not among them. */
function titleBefore(text: string, sheet: string | undefined): string {
  const lines = text.split(/[\r\n]+/u).filter((line) => line.trim() !== "" && line.trim() !== sheet);
  return lines.slice(-2).join("\n");
}

function isLayout(grid: TableGrid): boolean {
  if (grid.width < 2 || grid.height === 0) return true;
  const rows = Array.from({ length: grid.height }, (_, row) => grid.ownCellsOf(row));
  const isLong = ({ cell: { span }, text }: WordCell): boolean => text.length > LONGEST_CELL || span.end - span.start - text.length > MOST_LINES * 4;
  return rows.every((cells) => cells.length <= 1) || rows.some((cells) => cells.length <= 2 && cells.some(isLong));
}

/** What a table leaves for the one that may go on with it. */
interface Carried {
  readonly header: TableHeader;
  readonly width: number;
  readonly sheet: string | undefined;
  readonly row: TableRow | undefined;
}

function goesOn(last: Carried | undefined, grid: TableGrid, before: string): boolean {
  return last !== undefined && last.width === grid.width && last.sheet === grid.table.sheet && before.trim() === "";
}

interface ReadRows {
  readonly start: number;
  readonly end: number;
  readonly items: readonly TableItem[];
  readonly header: TableHeader | undefined;
  readonly holdsTasks: boolean;
}

function createRowReader(source: string, grid: TableGrid, carried: Carried | undefined): ReadRows | undefined {
  const found = findHeader(grid);
  const form = found ? undefined : formItems(source, grid);
  const whole = { start: grid.table.span.start, end: grid.table.span.end };
  if (form) return { ...whole, items: form, header: undefined, holdsTasks: true };
  const columns = found ? undefined : (carried?.header.columns ?? columnsByContent(grid));
  const header = found ?? { row: 0, end: 0, columns: columns ?? [] };
  if (!found && !columns && grid.height < 2) return undefined;
  const last = lastRow(grid, header.end);
  const first = found ? header.row : titleRows(grid);
  const items = itemsOf(source, grid, { ...header, row: first, end: Math.max(first, header.end) }, last);
  const start = grid.startOf(first) ?? whole.start;
  const useful = header.columns.some(({ kind }) => kind === "task" || kind === "measure");
  return { start, end: grid.startOf(last) ?? whole.end, items, header: useful ? header : undefined, holdsTasks: useful };
}

/** Rows of a single cell at the top of a table without a header: its title. */
function titleRows(grid: TableGrid): number {
  let row = 0;
  while (row < grid.height - 1 && grid.ownCellsOf(row).length <= 1 && isWide(grid, grid.ownCellsOf(row)[0])) row += 1;
  return row;
}

/** First of the notes at a table's foot (注:…, 填报人:…), or its height. */
function lastRow(grid: TableGrid, from: number): number {
  let end = grid.height;
  for (let row = grid.height - 1; row >= from; row -= 1) {
    const cells = grid.ownCellsOf(row);
    if (cells.length === 0) continue;
    if (!(cells.every(({ text }) => NOTE.test(text)) || (cells.length === 1 && isWide(grid, cells[0]) && (cells[0]?.text.length ?? 0) > LONGEST_GROUP))) break;
    if (grid.startOf(row) !== undefined) end = row;
  }
  return end;
}

const NOTE = /^(?:[*※]?(?:注|备注|说明|填报说明|填表说明|填写说明)[\p{N}]?[:：]|(?:填报|填表|制表|审核|报送|联系|经办|统计|分管)\S{0,6}[:：])/u;
/** A longer line over the width of a table is a note, not the name of a group. UTF-16 code units. */
const LONGEST_GROUP = 60;

function isWide(grid: TableGrid, cell: WordCell | undefined): boolean {
  return cell !== undefined && cell.width >= Math.max(2, Math.ceil(grid.width * WIDE));
}

const WIDE = 0.6;

function itemsOf(source: string, grid: TableGrid, first: TableHeader, end: number): readonly TableItem[] {
  const items: TableItem[] = first.end > first.row ? wordsAt(grid, first.row) : [];
  let header = first;
  let afterCut = first.end === first.row;
  for (let row = first.end; row < end; row += 1) {
    const own = grid.ownCellsOf(row);
    if (own.length === 0) continue;
    const next = headerAt(grid, row);
    if (next) {
      const isSame = next.columns.every((column, index) => column.header === header.columns[index]?.header);
      if (!isSame || !isCut(source, grid, header, next.end, items.at(-1))) items.push(...wordsAt(grid, row));
      header = next;
      row = next.end - 1;
      afterCut = isSame;
      continue;
    }
    const fields = fieldsOf(grid.cellsOf(row), header.columns, row);
    const before = items.at(-1);
    const group = groupAt(source, grid, header, row, own);
    if (before?.kind === "row" && !group && continues(source, before, fields, afterCut)) items[items.length - 1] = joinedRow(source, before, fields);
    else {
      const start = grid.startOf(row);
      const isWords = start === undefined || isTotal(own) || (own.length === 1 && isWide(grid, own[0]));
      const built = group ?? (isWords ? undefined : rowOf(source, start, fields));
      items.push(...(built ? [built] : otherRow(grid, header, row)));
    }
    afterCut = false;
  }
  return items;
}

/** Whether the row after a header that is printed again is the rest of the row before it. */
function isCut(source: string, grid: TableGrid, header: TableHeader, row: number, before: TableItem | undefined): boolean {
  const fields = fieldsOf(grid.cellsOf(row), header.columns, row);
  return before?.kind === "row" && fields.length > 0 && row < grid.height && continues(source, before, fields, true);
}

/** Rows of a table that is no list of tasks are rows all the same, without a title. */
function otherRow(grid: TableGrid, header: TableHeader, row: number): readonly TableItem[] {
  const start = grid.startOf(row);
  if (start === undefined) return [];
  if (header.columns.some(({ kind }) => kind === "task" || kind === "measure")) return [{ kind: "words", start }];
  return [
    { kind: "row", start, label: "", number: undefined, ownLabel: undefined, steps: [], title: "", fields: fieldsOf(grid.cellsOf(row), header.columns, row) },
  ];
}

function wordsAt(grid: TableGrid, row: number): TableItem[] {
  const start = grid.startOf(row);
  return start === undefined ? [] : [{ kind: "words", start }];
}

function isTotal(cells: readonly WordCell[]): boolean {
  return cells.slice(0, 3).some(({ text }) => /^(?:合计|总计|小计|共计|累计|平均|总数)(?:[（(:：\d].*)?$/u.test(text));
}

/** A row that names a group: one cell over the width, alone in the first columns, or beside a number of another form (一 | 市场准入). */
function groupAt(source: string, grid: TableGrid, header: TableHeader, row: number, own: readonly WordCell[]): TableGroup | undefined {
  const [first, second] = own;
  const start = grid.startOf(row);
  if (!first || start === undefined || own.length > 2 || grid.cellsOf(row).length > own.length) return undefined;
  if (!second) {
    const label = findLabel(source.slice(first.span.start, first.span.end));
    const standsForRow = (isWide(grid, first) || first.column === 0) && first.text.length <= LONGEST_GROUP;
    return label && GROUP_LABELS.has(label.style) && standsForRow ? { kind: "group", start, label, wordsAt: first.span.start + label.length } : undefined;
  }
  const isNumbered = header.columns[first.column]?.kind === "number" && first.width === 1;
  const kind = header.columns[second.column]?.kind;
  const label = labelOfNumber(first.text);
  if (!isNumbered || !label || !/^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/u.test(first.text)) return undefined;
  return second.width > 1 || kind === "task" || kind === "category" ? { kind: "group", start, label, wordsAt: second.span.start } : undefined;
}

const GROUP_LABELS: ReadonlySet<string> = new Set(["comma", "paren", "chapter", "division", "arabic", "ordinal"]);
