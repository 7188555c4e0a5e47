import { type Span, trimSpan } from "../text/span.ts";

/** One line of a source that is not all white space. */
export interface SourceLine {
  /** Where the line begins, its indent included; the first line of a source begins at 0. */
  readonly start: number;
  /** The line's words, without the white space and the marks of Markdown around them. */
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
    const words = withoutMarks(source, trimSpan(source, { start, end }));
    if (words.end > words.start) lines.push({ start, words, text: source.slice(words.start, words.end) });
  };
  for (const mark of source.matchAll(LINE_END)) {
    take(mark.index);
    start = mark.index + mark[0].length;
  }
  take(source.length);
  return lines;
}

/** Marks of a heading or of bold type in Markdown before the words: `## 第一章 总则`, `**第一条** 为了`. */
const MARKS_BEFORE = /^(?:#{1,6}[ \t\u3000]+|>[ \t]+|\*\*(?=[^*\s]))+/u;

function withoutMarks(source: string, span: Span): Span {
  const first = source.charCodeAt(span.start);
  if (first !== HASH && first !== STAR && first !== GREATER) return span;
  const line = source.slice(span.start, span.end);
  const before = MARKS_BEFORE.exec(line)?.[0] ?? "";
  if (before === "") return span;
  const inner = line.slice(before.length);
  const closes =
    before.endsWith("**") && inner.indexOf("**") === inner.length - 2 ? 2 : before.startsWith("#") ? (/[ \t]#{1,6}$/u.exec(inner)?.[0].length ?? 0) : 0;
  return trimSpan(source, { start: span.start + before.length, end: span.end - closes });
}

const HASH = 0x23;
const STAR = 0x2a;
const GREATER = 0x3e;
