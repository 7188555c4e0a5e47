import { isFullWidth, trimRun } from "./advance.ts";
import type { TextRun } from "./page.ts";

/** Words on one baseline without a wide gap. */
export interface LinePart {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

/** A printed line. Lengths in points. */
export interface TextLine {
  readonly text: string;
  /** The line's words, parted at gaps that are wider than `PART_GAP_EM`. */
  readonly parts: readonly LinePart[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Runs whose baselines differ by less than this share of their size stand on one line. */
const SAME_LINE_EM = 0.45;
/** A gap this wide parts a line: two columns, or words set apart on purpose. */
const PART_GAP_EM = 0.8;
/** A gap this wide between Han characters is a printed space. */
const SPACE_EM = 0.22;
/** A gap this wide is a space of a whole character. */
const WIDE_SPACE_EM = 0.8;

/** The lines that runs make, from top to bottom. */
export function linesOf(runs: readonly TextRun[]): readonly TextLine[] {
  const sorted = runs.flatMap((run) => trimRun(run) ?? []).sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: TextRun[][] = [];
  for (const run of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && run.y - first.y < SAME_LINE_EM * Math.max(run.size, first.size)) row.push(run);
    else rows.push([run]);
  }
  return rows.map(toLine);
}

function toLine(row: readonly TextRun[]): TextLine {
  const runs = withoutDoubles([...row].sort((a, b) => a.x - b.x));
  const size = mainSize(runs);
  const pieces = runs.flatMap((run, index) => {
    const previous = runs[index - 1];
    return { run, gap: previous === undefined ? 0 : (run.x - previous.x - previous.width) / size };
  });
  const isSpread = isSpreadOut(runs.map((run) => run.text).join(" "), pieces.filter((piece) => piece.gap > SPACE_EM).length);
  const parts: { text: string; x: number; right: number }[] = [];
  let text = "";
  for (const { run, gap } of pieces) {
    const words = inner(run.text, isSpread);
    const last = parts.at(-1);
    if (last && gap < PART_GAP_EM) {
      const space = spaceBetween(last.text, words, gap, isSpread);
      last.text += space + words;
      last.right = Math.max(last.right, run.x + run.width);
      text += space + words;
    } else {
      parts.push({ text: words, x: run.x, right: run.x + run.width });
      text += (last ? "　" : "") + words;
    }
  }
  const first = parts[0];
  return { text, parts, x: first?.x ?? 0, right: Math.max(...parts.map((part) => part.right)), y: Math.max(...runs.map((run) => run.y)), size };
}

/** Bold type is at times printed twice, a little apart. */
function withoutDoubles(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.filter((run, index) => {
    const previous = runs[index - 1];
    return !(previous && previous.text === run.text && run.x - previous.x < run.size * 0.3 && run.width >= run.size * 0.4);
  });
}

function mainSize(runs: readonly TextRun[]): number {
  const longest = runs.reduce((best, run) => (run.width > best.width ? run : best));
  return Math.max(1, longest.size);
}

/** A line stretched to the margin has a small gap after every character or two: those are no spaces. */
function isSpreadOut(text: string, gaps: number): boolean {
  const words = text.split(/\s+/u).filter((word) => /^\p{Script=Han}/u.test(word));
  return Math.max(gaps, words.length - 1) >= 4 && words.join("").length < words.length * 2.5;
}

function inner(text: string, isSpread: boolean): string {
  return text.replace(/(\S)[^\S　]+(?=(\S))/gu, (_, before: string, after: string) => before + (isSpread ? "" : spaceOf(before, after, 0.3)));
}

function spaceBetween(before: string, after: string, gap: number, isSpread: boolean): string {
  if (isSpread && gap < WIDE_SPACE_EM) return "";
  return spaceOf(before.at(-1) ?? "", after[0] ?? "", gap);
}

/** What stands for a gap between two characters. Setters part Han characters from letters and digits, and punctuation leaves gaps: no spaces. */
function spaceOf(before: string, after: string, gap: number): string {
  if (gap >= WIDE_SPACE_EM) return "　";
  const isHan = [before, after].map((character) => /\p{Script=Han}/u.test(character));
  if (isHan[0] && isHan[1]) return gap >= SPACE_EM ? " " : "";
  if (isFullWidth(before) || isFullWidth(after)) return /[—–]/u.test(before + after) && gap >= SPACE_EM ? " " : "";
  return gap >= 0.12 ? " " : "";
}
