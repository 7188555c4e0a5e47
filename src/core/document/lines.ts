import { type Span, trimSpan } from "../text/span.ts";

/** One line of a source that is not all white space. */
export interface SourceLine {
  /** Where the line begins, its indent included; the first line of a source begins at 0. */
  readonly start: number;
  /** The line's words, without the white space around them. */
  readonly words: Span;
  /** The same as text. */
  readonly text: string;
}

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/gu;

/** The lines with words, in order. Blank lines belong to no line; a node takes them in with what stands before them. */
export function linesOf(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  const take = (end: number): void => {
    const words = trimSpan(source, { start, end });
    if (words.end > words.start) lines.push({ start, words, text: source.slice(words.start, words.end) });
  };
  for (const mark of source.matchAll(LINE_END)) {
    take(mark.index);
    start = mark.index + mark[0].length;
  }
  take(source.length);
  return lines;
}
