import type { PlacedLine } from "./upright.ts";

/** A filled shape no thicker than this, in points, is a line. */
const THICKEST_LINE = 3;

/** A path's points, and whether it comes back to its first. Curves are left out. */
export interface SubPath {
  readonly points: readonly (readonly [number, number])[];
  readonly isClosed: boolean;
}

/** The straight lines that drawing along a path makes. */
export function strokedLines({ points, isClosed }: SubPath): readonly PlacedLine[] {
  const ring = isClosed && points[0] ? [...points, points[0]] : points;
  return ring.slice(1).flatMap((to, index) => {
    const from = ring[index];
    return from ? [{ from, to }] : [];
  });
}

/** The line that a thin filled shape is; nothing for a surface. */
export function filledLines({ points }: SubPath): readonly PlacedLine[] {
  if (points.length < 2) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (height <= THICKEST_LINE && width > height) return [{ from: [left, (top + bottom) / 2], to: [right, (top + bottom) / 2] }];
  if (width <= THICKEST_LINE && height > width) return [{ from: [(left + right) / 2, top], to: [(left + right) / 2, bottom] }];
  return [];
}
