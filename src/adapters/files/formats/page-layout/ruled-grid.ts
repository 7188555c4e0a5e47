import { type Frame, placesOf, RULING_TOLERANCE, type Stroke } from "./ruling-lines.ts";

/** A cell drawn by lines. Rows and columns count from 0. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table drawn by lines, with the places of its lines in points. */
export interface RuledGrid {
  /** Upright lines, left to right, the outer ones included: one more than columns. */
  readonly xs: readonly number[];
  /** Level lines, downwards: one more than rows. */
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
}

/** A border is there when a line covers this share of it. */
const COVERED_SHARE = 0.6;
/** More lines than this in one direction is a drawing, not a table. */
const MAX_LINES = 200;

/** The table that a frame's lines make; undefined where they part nothing (a box around text, a rule above a footer). */
export function gridOf(frame: Frame): RuledGrid | undefined {
  const lefts = frame.level.map((stroke) => stroke.from);
  const rights = frame.level.map((stroke) => stroke.to);
  // A table may be open at its sides: its level lines then say where it ends.
  const xs = placesOf([...frame.upright.map((stroke) => stroke.at), Math.min(...lefts), Math.max(...rights)]);
  const ys = placesOf([...frame.level.map((stroke) => stroke.at), ...frame.upright.flatMap((stroke) => [stroke.from, stroke.to])]);
  if (xs.length < 2 || ys.length < 2 || xs.length > MAX_LINES || ys.length > MAX_LINES) return undefined;
  const cells = cellsOf(frame, xs, ys);
  return cells.length > 1 ? { xs, ys, cells } : undefined;
}

function cellsOf(frame: Frame, xs: readonly number[], ys: readonly number[]): readonly RuledCell[] {
  const width = xs.length - 1;
  const height = ys.length - 1;
  const openRight = (row: number, column: number) => column + 1 < width && !hasLine(frame.upright, xs[column + 1], ys[row], ys[row + 1]);
  const openBelow = (row: number, column: number) => row + 1 < height && !hasLine(frame.level, ys[row + 1], xs[column], xs[column + 1]);
  const taken = Array.from({ length: height }, () => new Array<boolean>(width).fill(false));
  const cells: RuledCell[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (taken[row]?.[column]) continue;
      let columnSpan = 1;
      while (openRight(row, column + columnSpan - 1) && !taken[row]?.[column + columnSpan]) columnSpan += 1;
      let rowSpan = 1;
      const columns = Array.from({ length: columnSpan }, (_, index) => column + index);
      while (columns.every((at) => openBelow(row + rowSpan - 1, at)) && columns.slice(1).every((at) => openRight(row + rowSpan, at - 1))) rowSpan += 1;
      for (const places of taken.slice(row, row + rowSpan)) places.fill(true, column, column + columnSpan);
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return cells;
}

function hasLine(strokes: readonly Stroke[], at = 0, from = 0, to = 0): boolean {
  let covered = 0;
  for (const stroke of strokes) {
    if (Math.abs(stroke.at - at) > RULING_TOLERANCE) continue;
    covered += Math.max(0, Math.min(stroke.to, to) - Math.max(stroke.from, from));
  }
  return covered >= (to - from) * COVERED_SHARE;
}
