import { cutRun } from "./advance.ts";
import type { LayoutPage, TextRun } from "./page.ts";
import { gridOf, type RuledCell, type RuledGrid } from "./ruled-grid.ts";
import { framesOf } from "./ruling-lines.ts";
import type { PieceCell, TablePiece } from "./table-piece.ts";
import { linesOf } from "./text-lines.ts";

/** Least and greatest distance in points between a cell's line and its words. */
const LEAST_PADDING = 1;
const GREATEST_PADDING = 6;

/** A page's tables that are drawn by lines, and the runs that stand in none. */
export interface RuledTables {
  readonly tables: readonly TablePiece[];
  readonly rest: readonly TextRun[];
}

/** Puts a page's runs into the cells that its lines draw. A table inside a cell is part of that cell's words. */
export function ruledTablesOf(page: LayoutPage): RuledTables {
  const grids = framesOf(page.rulings)
    .flatMap((frame) => gridOf(frame) ?? [])
    .sort((a, b) => areaOf(b) - areaOf(a));
  const outer = grids.filter((grid, index) => !grids.slice(0, index).some((other) => contains(other, grid)));
  const inside = new Map<RuledGrid, TextRun[]>(outer.map((grid) => [grid, []]));
  const rest: TextRun[] = [];
  for (const run of page.runs) {
    const middle = run.y - run.size * 0.35;
    const home = outer.find((grid) => covers(grid, run.x + Math.min(run.size, run.width) / 2, middle) || covers(grid, run.x + run.width / 2, middle));
    (home ? inside.get(home) : rest)?.push(run);
  }
  const tables: TablePiece[] = [];
  for (const [grid, runs] of inside) {
    const piece = pieceOf(grid, runs);
    if (piece) tables.push(piece);
    else rest.push(...runs);
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest };
}

/** Undefined where fewer than two cells hold words: then the lines are ornament. */
function pieceOf(grid: RuledGrid, runs: readonly TextRun[]): TablePiece | undefined {
  const homes = new Map<RuledCell, TextRun[]>(grid.cells.map((cell) => [cell, []]));
  const places = Array.from({ length: grid.ys.length - 1 }, () => new Array<RuledCell | undefined>(grid.xs.length - 1).fill(undefined));
  for (const cell of grid.cells) for (const row of places.slice(cell.row, cell.row + cell.rowSpan)) row.fill(cell, cell.column, cell.column + cell.columnSpan);
  for (const run of runs) {
    const row = places[stripeOf(grid.ys, run.y - run.size * 0.35)];
    if (!row) continue;
    const borders = grid.xs.slice(1, -1).filter((_, index) => row[index] !== row[index + 1]);
    for (const part of cutRun(run, borders)) {
      const cell = row[stripeOf(grid.xs, part.x + part.width / 2)];
      if (cell) homes.get(cell)?.push(part);
    }
  }
  const filled = [...homes.values()].filter((inside) => inside.length > 0).length;
  if (filled < 2) return undefined;
  const padding = paddingOf(grid, homes);
  const cells = [...homes].map(([cell, inside]): PieceCell => ({ ...cell, lines: linesOf(inside), room: widthOf(grid, cell) - 2 * padding }));
  return { ...withoutEmptyRows(grid, cells), top: grid.ys[0] ?? 0, bottom: grid.ys.at(-1) ?? 0, xs: grid.xs, isRuled: true };
}

/** Rows that hold no words at all and that no cell spans: lines drawn double, space between two rules. */
function withoutEmptyRows(grid: RuledGrid, cells: readonly PieceCell[]): Pick<TablePiece, "cells" | "height"> {
  const height = grid.ys.length - 1;
  const kept = Array.from({ length: height }, (_, row) =>
    cells.some((cell) => cell.row <= row && row < cell.row + cell.rowSpan && (cell.lines.length > 0 || (grid.ys[row + 1] ?? 0) - (grid.ys[row] ?? 0) > 8)),
  );
  const place = (row: number) => kept.slice(0, row).filter(Boolean).length;
  const moved = cells
    .map((cell) => ({ ...cell, row: place(cell.row), rowSpan: place(cell.row + cell.rowSpan) - place(cell.row) }))
    .filter((cell) => cell.rowSpan > 0);
  return { cells: moved, height: place(height) };
}

/** How near words come to the lines: the same on both sides, as near as any line of the table comes. */
function paddingOf(grid: RuledGrid, homes: ReadonlyMap<RuledCell, readonly TextRun[]>): number {
  let nearest = GREATEST_PADDING;
  for (const [cell, runs] of homes) {
    const left = grid.xs[cell.column] ?? 0;
    for (const run of runs) nearest = Math.min(nearest, run.x - left);
  }
  return Math.max(LEAST_PADDING, nearest);
}

function widthOf(grid: RuledGrid, cell: RuledCell): number {
  return (grid.xs[cell.column + cell.columnSpan] ?? 0) - (grid.xs[cell.column] ?? 0);
}

function stripeOf(places: readonly number[], value: number): number {
  const after = places.findIndex((place, index) => index > 0 && value < place);
  return after < 0 ? places.length - 2 : after - 1;
}

function areaOf(grid: RuledGrid): number {
  return ((grid.xs.at(-1) ?? 0) - (grid.xs[0] ?? 0)) * ((grid.ys.at(-1) ?? 0) - (grid.ys[0] ?? 0));
}

function covers(grid: RuledGrid, x: number, y: number): boolean {
  return x >= (grid.xs[0] ?? 0) && x <= (grid.xs.at(-1) ?? 0) && y >= (grid.ys[0] ?? 0) && y <= (grid.ys.at(-1) ?? 0);
}

function contains(outer: RuledGrid, inner: RuledGrid): boolean {
  return covers(outer, inner.xs[0] ?? 0, inner.ys[0] ?? 0) && covers(outer, inner.xs.at(-1) ?? 0, inner.ys.at(-1) ?? 0);
}
