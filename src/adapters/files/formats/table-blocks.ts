import type { GridCell, SourceBlock } from "../../../core/document/source-text.ts";

/** A row's own cells with words, in order, and whether a cell from above reaches into it. */
interface Row {
  readonly cells: readonly GridCell[];
  readonly isReached: boolean;
}

/** What stands on one row beside a title or under a table: 填报单位：…, 日期：…, （2021年度）, 单位：万元. */
const FIELD = /^[\p{Script=Han}\s\u3000（）()]{1,16}[:：]|^[（(〔[].*[）)〕\]]$|^\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|度)?$/u;
const NOTE =
  /^[（(]?\s*(?:备\s*注|注\s*\d*|说\s*明|填[表报写]|编制|制\s*表|审\s*[核批签]|报送|联系|单位负责人|负责人签|经办)(?:说明|要求|须知|人|单位|时间|日期|电话|方式)*\s*[:：）)\d一]/u;

/**
 * A grid of cells as blocks: lines above the table (title, 填报单位, date), the table, and the notes under it. A row above the table is such a line
 * where one cell alone has words, or where each is a field with its value; under it, from a row that begins with 备注 or 填表说明 on. Blank rows and
 * columns are dropped. A grid of one column is lines.
 */
export function tableBlocks(cells: readonly GridCell[]): readonly SourceBlock[] {
  const rows = rowsOf(cells);
  let first = 0;
  while (first < rows.length && isAbove(rows[first])) first += 1;
  let end = rows.length;
  for (let at = rows.length - 1; at > first && isUnder(rows[at]); at -= 1) if (NOTE.test(rows[at]?.cells[0]?.text ?? "")) end = at;
  const inside = rows.slice(first, end).flatMap((row) => row.cells);
  return [...rows.slice(0, first).flatMap(linesOf), ...asTable(inside), ...rows.slice(end).flatMap(linesOf)];
}

function rowsOf(cells: readonly GridCell[]): readonly Row[] {
  const height = cells.reduce((most, cell) => Math.max(most, cell.row + 1), 0);
  const own: GridCell[][] = Array.from({ length: height }, () => []);
  const reached = new Set<number>();
  for (const cell of cells) {
    if (cell.text.trim() === "") continue;
    own[cell.row]?.push(cell);
    for (let row = cell.row + 1; row < Math.min(height, cell.row + cell.rowSpan); row += 1) reached.add(row);
  }
  return own.map((row, index) => ({ cells: row.sort((a, b) => a.column - b.column), isReached: reached.has(index) })).filter((row) => row.cells.length > 0);
}

function isAbove(row: Row | undefined): boolean {
  if (!row || row.isReached) return false;
  return row.cells.length === 1 || row.cells.every((cell) => FIELD.test(cell.text));
}

function isUnder(row: Row | undefined): boolean {
  if (!row || row.isReached) return false;
  return row.cells.length === 1 || row.cells.every((cell) => FIELD.test(cell.text)) || NOTE.test(row.cells[0]?.text ?? "");
}

function linesOf(row: Row): readonly SourceBlock[] {
  return row.cells.flatMap((cell) => cell.text.split("\n").map((text): SourceBlock => ({ kind: "line", text })));
}

/** Rows and columns without words go, and the spans over them shrink. */
function asTable(cells: readonly GridCell[]): readonly SourceBlock[] {
  if (cells.length === 0) return [];
  const rowAt = ranks(cells.map((cell) => cell.row));
  const columnAt = ranks(cells.map((cell) => cell.column));
  const placed = cells.map((cell) => {
    const row = rowAt(cell.row);
    const column = columnAt(cell.column);
    return { row, column, rowSpan: rowAt(cell.row + cell.rowSpan) - row, columnSpan: columnAt(cell.column + cell.columnSpan) - column, text: cell.text };
  });
  if (placed.every((cell) => cell.column === 0)) return placed.flatMap((cell) => linesOf({ cells: [cell], isReached: false }));
  return [{ kind: "table", cells: placed }];
}

/** How many different values lie below a value. */
function ranks(values: readonly number[]): (value: number) => number {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  return (value) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
