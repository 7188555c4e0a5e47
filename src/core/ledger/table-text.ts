import type { Span } from "../text/span.ts";

/** The words of a cell in a form that readers of running text can read, and where each of its characters stands in the source. */
export interface CellText {
  readonly text: string;
  /** The stretch of the source that a stretch of `text` stands for. A stretch over a page break ends where the page does. */
  toSource(span: Span): Span;
}

/** Collects the characters of a cell, some of them left out, with their places. */
export interface CellBuilder {
  /** Adds the characters of a stretch of the source. */
  put(span: Span): void;
  /** Adds a character in place of white space that stands there. */
  putBreak(character: string, at: number): void;
  finish(): CellText;
}

/** @param spans the stretches that the cell stands in, one for each page */
export function createCellBuilder(source: string, spans: readonly Span[]): CellBuilder {
  const characters: string[] = [];
  const places: number[] = [];
  const pageOf = (place: number): number => spans.findIndex(({ start, end }) => start <= place && place < end);
  return {
    put({ start, end }): void {
      for (let at = start; at < end; at += 1) {
        characters.push(source[at] ?? "");
        places.push(at);
      }
    },
    putBreak(character, at): void {
      characters.push(character);
      places.push(at);
    },
    finish: () => ({
      text: characters.join(""),
      toSource({ start, end }): Span {
        const from = places[start] ?? 0;
        const page = pageOf(from);
        let last = start;
        while (last + 1 < end && spans.length > 1 && pageOf(places[last + 1] ?? -1) === page) last += 1;
        if (spans.length === 1) last = Math.max(start, end - 1);
        return { start: from, end: Math.max(from, (places[last] ?? from) + 1) };
      },
    }),
  };
}

/** The words of a cell without white space; a line that begins with a label (1. ①) stays a line of its own. */
export function compactCell(source: string, spans: readonly Span[]): CellText {
  const builder = createCellBuilder(source, spans);
  for (const span of spans) {
    let before = span.start;
    for (const match of source.slice(span.start, span.end).matchAll(/\S+/gu)) {
      const start = span.start + match.index;
      if (/[\r\n]/u.test(source.slice(before, start)) && ITEM.test(source.slice(start, start + LONGEST_LABEL))) builder.putBreak("\n", start - 1);
      before = start + match[0].length;
      builder.put({ start, end: before });
    }
  }
  return builder.finish();
}

const ITEM = /^(?:[（(]?\p{N}{1,2}(?:[)）]|[.．、](?!\p{N}))|[①-⑳]|[（(]?[一二三四五六七八九十]{1,3}(?:[)）]|[、．]))/u;
/** UTF-16 code units. */
const LONGEST_LABEL = 8;
