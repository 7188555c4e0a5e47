import type { Ruling } from "./page.ts";

/** Lines as near as this, in points, are one line, and ends as near as this meet: double borders, borders drawn cell by cell. */
export const RULING_TOLERANCE = 3;
/** A shorter stroke, in points, is a mark or a corner. */
const SHORTEST_RULING = 6;

/** More lines than this on a page are a drawing. */
const MAX_RULINGS = 4000;

/** A level line (along x at `at` = y) or an upright one (along y at `at` = x). */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The lines of one table or frame. */
export interface Frame {
  readonly level: readonly Stroke[];
  readonly upright: readonly Stroke[];
}

/** Sorts rulings into frames: lines that meet belong together. Lines alone are left out. */
export function framesOf(rulings: readonly Ruling[]): readonly Frame[] {
  if (rulings.length > MAX_RULINGS) return [];
  const level = joinStrokes(
    rulings.filter((line) => line.y2 - line.y1 <= RULING_TOLERANCE).map((line) => ({ at: (line.y1 + line.y2) / 2, from: line.x1, to: line.x2 })),
  );
  const upright = joinStrokes(
    rulings.filter((line) => line.x2 - line.x1 <= RULING_TOLERANCE).map((line) => ({ at: (line.x1 + line.x2) / 2, from: line.y1, to: line.y2 })),
  );
  const groupOf = new Map<Stroke, { level: Set<Stroke>; upright: Set<Stroke> }>();
  for (const across of level) {
    for (const down of upright) {
      if (!meet(across, down)) continue;
      const one = groupOf.get(across);
      const other = groupOf.get(down);
      const group = one ?? other ?? { level: new Set(), upright: new Set() };
      if (one && other && one !== other) {
        for (const stroke of other.level) groupOf.set(stroke, one.level.add(stroke) && one);
        for (const stroke of other.upright) groupOf.set(stroke, one.upright.add(stroke) && one);
      }
      groupOf.set(across, group);
      groupOf.set(down, group);
      group.level.add(across);
      group.upright.add(down);
    }
  }
  return [...new Set(groupOf.values())].map((group) => ({ level: [...group.level], upright: [...group.upright] }));
}

function meet(level: Stroke, upright: Stroke): boolean {
  const near = RULING_TOLERANCE;
  return upright.at >= level.from - near && upright.at <= level.to + near && level.at >= upright.from - near && level.at <= upright.to + near;
}

/** Strokes on one line that touch become one. */
function joinStrokes(strokes: readonly Stroke[]): readonly Stroke[] {
  const joined: { at: number; from: number; to: number }[] = [];
  for (const row of clustered(strokes)) {
    let last: { at: number; from: number; to: number } | undefined;
    for (const stroke of [...row].sort((a, b) => a.from - b.from)) {
      if (last && stroke.from <= last.to + RULING_TOLERANCE) last.to = Math.max(last.to, stroke.to);
      else {
        last = { ...stroke };
        joined.push(last);
      }
    }
  }
  return joined.filter((stroke) => stroke.to - stroke.from >= SHORTEST_RULING);
}

function clustered(strokes: readonly Stroke[]): readonly (readonly Stroke[])[] {
  const rows: Stroke[][] = [];
  for (const stroke of [...strokes].sort((a, b) => a.at - b.at)) {
    const row = rows.at(-1);
    if (row && stroke.at - (row[0]?.at ?? 0) <= RULING_TOLERANCE) row.push({ ...stroke, at: row[0]?.at ?? stroke.at });
    else rows.push([stroke]);
  }
  return rows;
}

/** Places of strokes, in order, those that are nearly the same taken as one. */
export function placesOf(values: readonly number[]): readonly number[] {
  const places: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) if (value - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > RULING_TOLERANCE) places.push(value);
  return places;
}
