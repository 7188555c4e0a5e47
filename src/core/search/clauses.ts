import type { Span } from "../text/span.ts";

const SENTENCE_END = /[。;!?；！？\n]/u;
const CLAUSE_END = /[,，、:：。;!?；！？\n]/u;

/**
 * Sentences of a stretch of text (。；！？ and line ends), each with its closing mark; closing quotation marks and
 * brackets stay with the sentence that they close. Their spans lie one behind the other and leave nothing out.
 */
export function sentenceSpans(source: string, span: Span): readonly Span[] {
  return splitAfter(source, span, SENTENCE_END);
}

/** Clauses of a stretch of text: sentences, split further at ，、：. */
export function clauseSpans(source: string, span: Span): readonly Span[] {
  return splitAfter(source, span, CLAUSE_END);
}

function splitAfter(source: string, span: Span, end: RegExp): readonly Span[] {
  const spans: Span[] = [];
  let start = span.start;
  for (let index = span.start; index < span.end; index += 1) {
    if (!end.test(source.charAt(index))) continue;
    let stop = index + 1;
    while (stop < span.end && /[”’」』)）》"]/u.test(source.charAt(stop))) stop += 1;
    spans.push({ start, end: stop });
    start = stop;
    index = stop - 1;
  }
  if (start < span.end) spans.push({ start, end: span.end });
  return spans;
}
