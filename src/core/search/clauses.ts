import type { Span } from "../text/span.ts";

const CLOSING = '[”’」』)）》"]*';
const SENTENCE_END = new RegExp(`[。;!?；！？\n]${CLOSING}`, "gu");
const CLAUSE_END = new RegExp(`[,，、:：。;!?；！？\n]${CLOSING}`, "gu");

/**
 * Sentences of a stretch of text (。；！？ and line ends), each with its closing mark; closing quotation marks and
 * brackets stay with the sentence that they close. Their spans lie one behind the other and leave nothing out.
 */
export function sentenceSpans(source: string, span: Span): readonly Span[] {
  return splitAfter(source, span, SENTENCE_END);
}

/** Clauses of a stretch of text: sentences, split further at ，、：. */
export function clauseSpans(source: string, span: Span): readonly Span[] {
  return splitAfter(source, span, CLAUSE_END, withoutInnerMarks);
}

function splitAfter(source: string, span: Span, end: RegExp, read: (text: string) => string = (text) => text): readonly Span[] {
  const spans: Span[] = [];
  let start = span.start;
  for (const match of read(source.slice(span.start, span.end)).matchAll(end)) {
    const stop = span.start + match.index + match[0].length;
    spans.push({ start, end: stop });
    start = stop;
  }
  if (start < span.end) spans.push({ start, end: span.end });
  return spans;
}

/** A name in quotation marks, title marks or brackets: “双随机、一公开”. */
const NAME = /[“(（《][^”)）》。；;\n]{0,40}[”)）》]/gu;

/** The same text, as long as before, with the marks inside names turned into letters, so that no clause ends in a name. */
function withoutInnerMarks(text: string): string {
  return text.replace(NAME, (name) => name.replace(/[,，、:：]/gu, "x"));
}
