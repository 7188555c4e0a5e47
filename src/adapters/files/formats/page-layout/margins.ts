import { findLabel } from "../../../../core/document/labels.ts";
import type { TextLine } from "./text-lines.ts";

/** How a document sets its paragraphs. Lengths in points. */
export interface Setting {
  readonly left: number;
  readonly right: number;
  /** Size of most of the words. */
  readonly size: number;
  /** Distance from line to line. */
  readonly pitch: number;
  /** True where a paragraph's first line is set in. */
  readonly indents: boolean;
}

/** A line set in by this much, in ems, begins a paragraph. */
const INDENT_EM = { from: 1.2, to: 3.4 };
/** Lines as wide as this share of the widest show where the margins are. */
const WIDE_SHARE = 0.6;

/** Lines that all end before this share of the page's width do not reach the margin. */
const SHORT_OF_MARGIN = 0.7;

/** Reads the margins from the lines of pages of one width, which is in points. */
export function settingOf(lines: readonly TextLine[], pageWidth: number): Setting {
  const size =
    mostCommon(
      lines,
      (line) => Math.round(line.size * 2) / 2,
      (line) => line.text.length,
    ) ?? 12;
  const leftmost = lines.reduce((least, line) => Math.min(least, line.x), Number.POSITIVE_INFINITY);
  const farthest = rightMargin(lines);
  const right = farthest < pageWidth * SHORT_OF_MARGIN ? Math.max(farthest, pageWidth - leftmost) : farthest;
  const wide = lines.filter((line) => line.right - line.x >= (right - leftmost) * WIDE_SHARE);
  const begins = countsOf(lines.map((line) => Math.round(line.x)));
  const countNear = (x: number) => [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5].reduce((sum, step) => sum + (begins.get(Math.round(x) + step) ?? 0), 0);
  // Several lines begin there, or are set in from there like paragraphs.
  const isMargin = ({ x }: TextLine) => countNear(x) >= Math.max(2, lines.length * 0.05) || countNear(x + 2 * size) >= 2;
  const left = [...wide].sort((a, b) => a.x - b.x).find(isMargin)?.x ?? leftmost;
  const steps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
  const pitch = median(steps.filter((step) => step > 0 && step < size * 4)) ?? size * 1.8;
  const setIn = lines.filter((line) => isSetIn(line, left)).length;
  return { left, right, size, pitch, indents: setIn >= 2 || (setIn === 1 && lines.some((line) => Math.abs(line.x - left) < line.size * 0.5)) };
}

/** True for a line set in like a paragraph's first. */
export function isSetIn(line: TextLine, left: number): boolean {
  const indent = (line.x - left) / line.size;
  return indent >= INDENT_EM.from && indent <= INDENT_EM.to;
}

/** True for a line in the middle between the margins, away from both. */
export function isCentred(line: TextLine, { left, right, size }: Setting): boolean {
  const before = line.x - left;
  const after = right - line.right;
  const isTitle = line.size > size * 1.12;
  return Math.abs(before - after) < size * 2 && before > size * (isTitle ? -1 : 2.6) && line.parts.length < 3;
}

/** Width in points of what stands before the words that following lines are set under: a label, or 抄送： and the like. */
export function hangingWidth(line: TextLine): number | undefined {
  const label = findLabel(line.text);
  const length = label?.length ?? /^[\p{Script=Han}\s]{2,8}[：:](?:[0-9]{1,2}[.．、])?/u.exec(line.text)?.[0].length;
  if (length === undefined || length >= line.text.length) return undefined;
  return [...line.text.slice(0, length)].reduce((width, character) => width + (/[\0-\u00ff]/u.test(character) ? 0.5 : 1), 0) * line.size;
}

/** The farthest place where several lines end; one line alone may reach over the margin. */
function rightMargin(lines: readonly TextLine[]): number {
  const ends = lines.map((line) => line.right).sort((a, b) => b - a);
  const size = lines[0]?.size ?? 12;
  return ends.find((end, index) => end - (ends[index + 2] ?? Number.NEGATIVE_INFINITY) < size * 0.5) ?? ends[0] ?? 0;
}

function countsOf(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function mostCommon<T>(items: readonly T[], keyOf: (item: T) => number, weightOf: (item: T) => number): number | undefined {
  const weights = new Map<number, number>();
  for (const item of items) weights.set(keyOf(item), (weights.get(keyOf(item)) ?? 0) + weightOf(item));
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
