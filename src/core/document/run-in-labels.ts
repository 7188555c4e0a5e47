import { findLabel, type Label, type LabelStyle } from "./labels.ts";

/** A label that begins inside a paragraph, and where. */
export interface RunInLabel extends Label {
  /** Offset in the source. */
  readonly at: number;
}

/** Series that are open where a paragraph begins: style → the largest number so far. */
export type OpenSeries = ReadonlyMap<LabelStyle, number>;

const CANDIDATE =
  /[（(][0-9０-９]{1,2}[）)]|[（(][一二三四五六七八九十]{1,3}[）)]|[①-⑳⑴-⒇⒈-⒛]|[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}\s*[，,]|[0-9０-９]{1,2}[．.、]/gu;
const AFTER_SENTENCE = /[。；;：:！？!?”"]\s*$/u;
/** A clause may end with a bracket of words, such as the units of an item; (1)(2) is a mention. */
const AFTER_CLAUSE = /(?:[。；;：:！？!?”"，,]|[^0-9０-９一二三四五六七八九十（(][）)])\s*$/u;
/** A label may be this far from the largest number of its series: series skip and go back, but not by much. */
const LARGEST_STEP = 3;
/** Shorter stretches between two labels of a series are mentions of them: ①② */
const SHORTEST_ITEM = 2;

/**
 * Labels inside a paragraph, each part of a series: one that begins with 1 and goes on, here or on the next line, or one that is open.
 * `(2015-2020年)`, `(试行)`, 最重要的任务之一是 and 第一产业 are none.
 * @param start where the words after the paragraph's own label begin
 * @param next the label at the start of the next line, which may go on with a series that begins here
 */
export function findRunInLabels(source: string, start: number, end: number, open: OpenSeries, next: Label | undefined): readonly RunInLabel[] {
  const candidates = candidatesIn(source, start, end);
  const seconds = secondsAfter(candidates);
  const largest = new Map(open);
  const found: RunInLabel[] = [];
  candidates.forEach((label, index) => {
    const number = label.number ?? 0;
    const top = largest.get(label.style);
    const begins = number === 1 && (goesOn(label, seconds[index], next) || (label.style === "shi" && AFTER_SENTENCE.test(before(source, start, label.at))));
    const continues = number > 1 && top !== undefined && number <= top + LARGEST_STEP;
    if (!begins && !continues) return;
    largest.set(label.style, begins ? Math.max(top ?? 0, 1) : Math.max(top ?? 0, number));
    found.push(label);
  });
  return found;
}

function candidatesIn(source: string, start: number, end: number): readonly RunInLabel[] {
  const found: RunInLabel[] = [];
  const paragraph = source.slice(start, end);
  for (const match of paragraph.matchAll(CANDIDATE)) {
    const at = start + match.index;
    const label = findLabel(source.slice(at, Math.min(end, at + 24)));
    if (label && label.text !== "" && mayStandHere(source, start, at, label)) found.push({ ...label, at });
  }
  return found;
}

function mayStandHere(source: string, start: number, at: number, label: Label): boolean {
  const left = before(source, start, at);
  if (left.trim() === "" || label.style === "circled") return true;
  return (label.style === "ordinal" || label.style === "arabic" ? AFTER_SENTENCE : AFTER_CLAUSE).test(left);
}

/** The few characters before a place, no further back than the paragraph's start. */
function before(source: string, start: number, at: number): string {
  return source.slice(Math.max(start, at - 3), at);
}

/** For each label, where the next label with number 2 of its style stands. */
function secondsAfter(candidates: readonly RunInLabel[]): readonly (number | undefined)[] {
  const nearest = new Map<LabelStyle, number>();
  const found: (number | undefined)[] = [];
  for (let index = candidates.length - 1; index >= 0; index -= 1) {
    const label = candidates[index];
    if (!label) continue;
    found[index] = nearest.get(label.style);
    if (label.number === 2) nearest.set(label.style, label.at);
  }
  return found;
}

/** Whether 2 of the same style follows: at some distance in the paragraph, or at the start of the next line. */
function goesOn(label: RunInLabel, second: number | undefined, next: Label | undefined): boolean {
  if (second !== undefined) return second - label.at >= label.length + SHORTEST_ITEM;
  return next?.style === label.style && next.number === 2;
}
