import type { LinePart, TextLine } from "./text-lines.ts";

/** Lines of one cell follow each other at this many times the least distance, at most. */
const SAME_CELL = 1.15;
/** Lines cannot be nearer to each other than this, in ems. */
const LEAST_PITCH_EM = 0.95;
/** This share of the rows that gaps part have an ordinal each, where the first column counts rows. */
const COUNTED_SHARE = 0.7;
/** An ordinal alone: 1, 1., 一、, （一） */
const ORDINAL = /^[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,4})[）)]?[.．、]?$/u;

/**
 * Which lines of a table without drawn lines begin a row, by their positions; the first is the header.
 * @param columnOf the column of a line's part
 */
export function rowStarts(lines: readonly TextLine[], columnOf: (part: LinePart) => number): ReadonlySet<number> {
  const ordinals = lines.flatMap((line, index) => (index > 0 && line.parts.some((part) => columnOf(part) === 0 && ORDINAL.test(part.text)) ? [index] : []));
  const byGaps = startsByGaps(lines, columnOf);
  if (byGaps.size > 1 && fits(byGaps, ordinals, lines.length)) return byGaps;
  if (ordinals.length === 0) return new Set(lines.keys());
  // The first column's words stand at the top of their row, or in its middle.
  return ordinals[0] === 1 ? new Set(ordinals) : startsBetween(lines, ordinals);
}

/** Lines over which no cell goes on: in every column the words below are farther from those above than lines of one cell. */
function startsByGaps(lines: readonly TextLine[], columnOf: (part: LinePart) => number): ReadonlySet<number> {
  const steps: { readonly from: number; readonly to: number; readonly step: number }[] = [];
  const last = new Map<number, number>();
  lines.forEach((line, index) => {
    for (const part of line.parts) {
      const column = columnOf(part);
      const above = last.get(column);
      if (above !== undefined && above > 0) steps.push({ from: above, to: index, step: line.y - (lines[above]?.y ?? 0) });
      last.set(column, index);
    }
  });
  const size = lines[0]?.size ?? 12;
  const pitch = steps.reduce((least, { step }) => (step >= size * LEAST_PITCH_EM ? Math.min(least, step) : least), Number.POSITIVE_INFINITY);
  const isInside = new Array<boolean>(lines.length).fill(false);
  for (const { from, to, step } of steps) if (step <= pitch * SAME_CELL) isInside.fill(true, from + 1, to + 1);
  return new Set(isInside.flatMap((inside, index) => (index > 0 && !inside ? [index] : [])));
}

/** True where no row has two ordinals and most have one, or where there are none at all. */
function fits(starts: ReadonlySet<number>, ordinals: readonly number[], end: number): boolean {
  if (ordinals.length === 0) return true;
  const bounds = [...starts];
  const counts = bounds.map((from, index) => ordinals.filter((ordinal) => ordinal >= from && ordinal < (bounds[index + 1] ?? end)).length);
  return counts.every((count) => count < 2) && counts.filter((count) => count === 1).length >= counts.length * COUNTED_SHARE;
}

/** Rows whose first cell stands in the middle: as many lines stand above it as below. */
function startsBetween(lines: readonly TextLine[], ordinals: readonly number[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let from = 1;
  for (const [index, ordinal] of ordinals.entries()) {
    starts.add(from);
    const middle = lines[ordinal]?.y ?? 0;
    const above = middle - (lines[from]?.y ?? middle);
    const limit = ordinals[index + 1] ?? lines.length;
    const step = (lines[ordinal]?.size ?? 0) * 0.6;
    const next = lines.findIndex((line, at) => at > ordinal && at <= limit && line.y > middle + above + step);
    from = next < 0 ? limit : next;
  }
  return starts;
}
