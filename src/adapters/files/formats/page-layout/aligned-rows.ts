import type { TextLine } from "./text-lines.ts";

/** A distance this many times that of lines within a cell parts rows. */
const ROW_GAP = 1.18;

/**
 * Which lines of a table without drawn lines begin a row, by their positions; the first is the header.
 * @param isAnchor whether a line has words in the first column
 */
export function rowStarts(lines: readonly TextLine[], isAnchor: (line: TextLine) => boolean): ReadonlySet<number> {
  const anchors = lines.flatMap((line, index) => (index > 0 && isAnchor(line) ? [index] : []));
  const byGaps = startsByGaps(lines);
  if (anchors.length === 0 || hasOneEach(byGaps, anchors, lines.length)) return byGaps;
  // The first column's words stand at the top of their row, or in its middle.
  return anchors[0] === 1 ? new Set(anchors) : startsBetween(lines, anchors);
}

function startsByGaps(lines: readonly TextLine[]): ReadonlySet<number> {
  const steps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
  const least = Math.min(...steps.filter((step) => step > 0));
  const starts = steps.flatMap((step, index) => (step > least * ROW_GAP ? [index + 1] : []));
  return new Set([1, ...(starts.length > 0 ? starts : steps.map((_, index) => index + 1))]);
}

function hasOneEach(starts: ReadonlySet<number>, anchors: readonly number[], end: number): boolean {
  const bounds = [...starts].sort((a, b) => a - b);
  return bounds.every((from, index) => anchors.filter((anchor) => anchor >= from && anchor < (bounds[index + 1] ?? end)).length === 1);
}

/** Rows whose first cell stands in the middle: as many lines stand above it as below. */
function startsBetween(lines: readonly TextLine[], anchors: readonly number[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let from = 1;
  for (const [index, anchor] of anchors.entries()) {
    starts.add(from);
    const middle = lines[anchor]?.y ?? 0;
    const above = middle - (lines[from]?.y ?? middle);
    const limit = anchors[index + 1] ?? lines.length;
    const step = (lines[anchor]?.size ?? 0) * 0.6;
    const next = lines.findIndex((line, at) => at > anchor && at <= limit && line.y > middle + above + step);
    from = next < 0 ? limit : next;
  }
  return starts;
}
