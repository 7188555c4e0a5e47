import { placesOf } from "./ruling-lines.ts";
import { type WordCell, type WordTable, wordCellOf } from "./table-rows.ts";

/** Edges of a table's columns differ by at most this much from page to page, in points. */
const SAME_EDGE = 5;
/** What a table and its columns are like is read from so many cells at its beginning, and before the end of the page. */
const EVIDENCE_CELLS = 600;
/** A column is always filled when this share of its cells is. */
const FILLED_SHARE = 0.8;
/** A header takes at most so many rows, and stands below at most as many rows of title. */
const MAX_HEADER_ROWS = 3;

/**
 * Joins a table with what stands on the next page, where the columns are the same: the repeated header is dropped, a row that the page cuts
 * becomes one row again, a merged cell goes on.
 * @returns undefined where the second is a table of its own
 */
export function joinTables(first: WordTable, second: WordTable): WordTable | undefined {
  const [upper, lower] = onSameColumns(first, second) ?? [];
  if (!upper || !lower) return undefined;
  const below = withoutRows(lower, repeatedHeader(upper, lower));
  if (below.height === 0) return upper;
  const isCut = isCutRow(upper, below);
  const known = [...upper.cells.slice(-EVIDENCE_CELLS), ...below.cells];
  const offset = upper.height - (isCut ? 1 : 0);
  const cells = [...upper.cells];
  for (const cell of below.cells) {
    const at = cell.row === 0 ? cells.findLastIndex((other) => other.column === cell.column && other.row + other.rowSpan === upper.height) : -1;
    const above = cells[at];
    if (above && above.columnSpan === cell.columnSpan && (isCut || goesOn(above, cell, known))) {
      const rowSpan = above.rowSpan + cell.rowSpan - (isCut ? 1 : 0);
      cells[at] = wordCellOf({ ...above, rowSpan, lines: [...above.lines, ...cell.lines] });
    } else if (!isCut || cell.row > 0 || cell.text !== "") cells.push({ ...cell, row: cell.row + offset });
  }
  return { ...upper, height: offset + below.height, cells };
}

/** Both tables over the columns of the finer one; undefined where the columns differ. Pages may have other margins. */
function onSameColumns(first: WordTable, second: WordTable): readonly [WordTable, WordTable] | undefined {
  if (first.isRuled !== second.isRuled) return undefined;
  if (!first.isRuled) return first.xs.length === second.xs.length ? [first, second] : undefined;
  const shift = (first.xs[0] ?? 0) - (second.xs[0] ?? 0);
  const moved = second.xs.map((x) => x + shift);
  const includes = (xs: readonly number[], x: number) => xs.some((other) => Math.abs(other - x) <= SAME_EDGE);
  if (Math.abs((first.xs.at(-1) ?? 0) - (moved.at(-1) ?? 0)) > SAME_EDGE) return undefined;
  const isFiner = moved.every((x) => includes(first.xs, x));
  if (!isFiner && !first.xs.every((x) => includes(moved, x))) return undefined;
  const xs = isFiner ? first.xs : placesOf(moved);
  const onto = (table: WordTable, edges: readonly number[]): WordTable => {
    const place = (column: number) =>
      Math.max(
        0,
        xs.findIndex((x) => Math.abs(x - (edges[column] ?? 0)) <= SAME_EDGE),
      );
    const cells = table.cells.map((cell) => {
      const column = place(cell.column);
      return { ...cell, column, columnSpan: Math.max(1, place(cell.column + cell.columnSpan) - column) };
    });
    return { ...table, xs, cells };
  };
  return [isFiner ? first : onto(first, first.xs), onto(second, moved)];
}

/** How many of the second table's first rows repeat rows at the head of the first. */
function repeatedHeader(first: WordTable, second: WordTable): number {
  for (let rows = Math.min(MAX_HEADER_ROWS, second.height, first.height); rows > 0; rows -= 1) {
    const repeated = rowsText(second, 0, rows);
    if (repeated.replace(/[\s|]/gu, "") === "") continue;
    for (let from = 0; from <= MAX_HEADER_ROWS && from + rows <= first.height; from += 1) if (rowsText(first, from, rows) === repeated) return rows;
  }
  return 0;
}

function rowsText(table: WordTable, from: number, rows: number): string {
  return table.cells
    .slice(0, EVIDENCE_CELLS)
    .filter((cell) => cell.row >= from && cell.row < from + rows)
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((cell) => `${cell.row - from}|${cell.column}|${cell.text.replace(/\s/gu, "")}`)
    .join("|");
}

function withoutRows(table: WordTable, rows: number): WordTable {
  const cells = table.cells.filter((cell) => cell.row >= rows).map((cell) => ({ ...cell, row: cell.row - rows }));
  return { ...table, height: table.height - rows, cells };
}

/** True where the page cuts a row: it lacks what every other row has, and what it has goes on from unfinished words (or it lacks much). */
function isCutRow(upper: WordTable, below: WordTable): boolean {
  const before = upper.cells.slice(-EVIDENCE_CELLS);
  const last = before.filter((cell) => cell.row + cell.rowSpan === upper.height);
  const next = below.cells.filter((cell) => cell.row === 0);
  const pairs = next.flatMap((cell) => {
    const above = last.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan);
    return above ? [{ above, cell }] : [];
  });
  if (pairs.length < next.length) return false;
  const both = pairs.filter(({ above, cell }) => above.text !== "" && cell.text !== "");
  const one = pairs.filter(({ above, cell }) => (above.text === "") !== (cell.text === ""));
  const others = [...before.filter((cell) => !last.includes(cell)), ...below.cells.filter((cell) => !next.includes(cell))];
  const missing = one.filter(({ cell }) => isAlwaysFilled(cell.column, others));
  if (both.length === 0 || missing.length === 0) return false;
  return both.some(({ above }) => above.isUnfinished) || missing.filter(({ cell }) => cell.text === "").length > 1;
}

/** A column with words in nearly every row, no cell of which spans rows. */
function isAlwaysFilled(column: number, cells: readonly WordCell[]): boolean {
  const inside = cells.filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan);
  const filled = inside.filter((cell) => cell.text !== "").length;
  return filled > 0 && filled >= inside.length * FILLED_SHARE && inside.every((cell) => cell.rowSpan === 1);
}

/** True where a merged cell goes on over the page: one of the two is empty, and the column has merged cells. */
function goesOn(above: WordCell, cell: WordCell, all: readonly WordCell[]): boolean {
  if ((above.text === "") === (cell.text === "")) return false;
  return all.some((other) => other.column === cell.column && other.rowSpan > 1);
}
