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

/** A grid with more places, nearly all of them empty, is no table. */
const MOST_PLACES = 4_000_000;

/** Words of a head cell: what a column of a ledger is about. */
const HEAD_CELL =
  /^(?:序号|编号|项目|类别|领域|环节|备注|标准|依据|进展|成效|.{0,8}(?:单位|部门|科室|主体|领导|责任人|联系人|时限|期限|时间|日期|节点|任务|事项|内容|措施|要求|目标|举措|问题|指标|名称|频次|方式|情况))(?:[（(].{1,12}[）)])?$/u;

/**
 * A grid of cells as blocks: lines above a table (title, 填报单位, date), the table, and the notes under it. A row above the table is such a line where
 * one cell alone has words, or where each is a field with its value; under it, from a row that begins with 备注 or 填表说明 on. A title with a head row
 * under it begins a second table. Blank rows and columns are dropped. A grid of one column is lines.
 */
export function tableBlocks(cells: readonly GridCell[]): readonly SourceBlock[] {
  const rows = rowsOf(cells);
  const blocks: SourceBlock[] = [];
  let start = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    if (at < rows.length && !beginsTable(rows, at)) continue;
    blocks.push(...onePart(rows.slice(start, at)));
    start = at;
  }
  return blocks;
}

/** Whether a title stands here, and a head row under it, but a row of a table before it. */
function beginsTable(rows: readonly Row[], at: number): boolean {
  if (!isAbove(rows[at]) || isAbove(rows[at - 1])) return false;
  let head = at + 1;
  while (head < at + 5 && isAbove(rows[head])) head += 1;
  const cells = rows[head]?.cells ?? [];
  return cells.filter((cell) => HEAD_CELL.test(cell.text.replace(/\s+/gu, ""))).length >= Math.max(2, cells.length / 2);
}

function onePart(rows: readonly Row[]): readonly SourceBlock[] {
  let first = 0;
  while (first < rows.length && isAbove(rows[first])) first += 1;
  let end = rows.length;
  for (let at = rows.length - 1; at > first && isUnder(rows[at]); at -= 1) if (NOTE.test(rows[at]?.cells[0]?.text ?? "")) end = at;
  const inside = rows.slice(first, end).flatMap((row) => row.cells);
  return [...rows.slice(0, first).flatMap(linesOf), ...asTable(inside), ...rows.slice(end).flatMap(linesOf)];
}

/** Rows with words, from the top. */
function rowsOf(cells: readonly GridCell[]): readonly Row[] {
  const own = new Map<number, GridCell[]>();
  for (const cell of cells) if (cell.text.trim() !== "") own.set(cell.row, [...(own.get(cell.row) ?? []), cell]);
  const reached = new Set<number>();
  for (const cell of [...own.values()].flat()) for (let row = cell.row + 1; row < cell.row + cell.rowSpan; row += 1) reached.add(row);
  return [...own].sort(([a], [b]) => a - b).map(([row, members]) => ({ cells: members.sort((a, b) => a.column - b.column), isReached: reached.has(row) }));
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
  const width = placed.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  const height = placed.reduce((most, cell) => Math.max(most, cell.row + 1), 0);
  if (width === 1 || width * height > MOST_PLACES) return placed.flatMap((cell) => linesOf({ cells: [cell], isReached: false }));
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
