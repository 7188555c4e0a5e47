/** A half-open range of UTF-16 code units, `[start, end)`, in the untouched text of a document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words that a span covers. A quote is always made by this, so that it cannot differ from its source. */
export function sliceOf(source: string, span: Span): string {
  return source.slice(span.start, span.end);
}

/** The span without white space at either end; an all-white span becomes empty at its start. */
export function trimSpan(source: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isWhite(source.charCodeAt(start))) start += 1;
  while (end > start && isWhite(source.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const IDEOGRAPHIC_SPACE = 0x3000;
const NO_BREAK_SPACE = 0xa0;
const BYTE_ORDER_MARK = 0xfeff;
function isWhite(code: number): boolean {
  return code <= 0x20 || code === IDEOGRAPHIC_SPACE || code === NO_BREAK_SPACE || code === BYTE_ORDER_MARK;
}
