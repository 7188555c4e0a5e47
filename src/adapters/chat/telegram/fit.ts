import { type Answer, type Block, type Citation, pagesOf } from "../../../core/answer/index.ts";
import type { Page } from "../../../core/answer/render.ts";

/** A block of at most this many UTF-16 units always fits a message beside the understanding line. */
const MAX_BLOCK_CHARACTERS = 3000;

/** The most that a message holds, in UTF-16 units. */
export const MAX_MESSAGE_CHARACTERS = 4096;

/** A quote and its place are an entity each, and Telegram honours 100 of a message. */
const MAX_QUOTES_ON_PAGE = 45;

/** Pages that are a message each. `answer` went through `fitBlocks`. */
export function messagePagesOf(answer: Answer): readonly Page[] {
  const pages = pagesOf(answer).flatMap(({ blocks }) => {
    const parts: Block[][] = [[]];
    let quotes = 0;
    for (const block of blocks) {
      if (block.kind === "quote") quotes += 1;
      if (quotes > parts.length * MAX_QUOTES_ON_PAGE) parts.push([]);
      parts.at(-1)?.push(block);
    }
    return parts;
  });
  return pages.map((blocks, index) => ({ blocks, number: index + 1, count: pages.length }));
}

/**
 * Splits blocks that no message could hold, so that a page never has to cut words away. A long quote becomes several,
 * each still a verbatim slice with its own span.
 */
export function fitBlocks(answer: Answer): Answer {
  const citations: Citation[] = [...answer.citations];
  const blocks = answer.blocks.flatMap((block): Block[] => {
    if (block.kind !== "quote") {
      if (block.text.length <= MAX_BLOCK_CHARACTERS) return [block];
      return slicesOf(block.text, MAX_BLOCK_CHARACTERS).map((text) => ({ ...block, text }));
    }
    const citation = answer.citations[block.citation];
    if (!citation || citation.quote.length <= MAX_BLOCK_CHARACTERS) return [block];
    let start = citation.start;
    return slicesOf(citation.quote, MAX_BLOCK_CHARACTERS).map((quote) => {
      citations.push({ ...citation, quote, start, end: start + quote.length });
      start += quote.length;
      return { ...block, citation: citations.length - 1 };
    });
  });
  return { ...answer, blocks, citations, understood: cutText(answer.understood, 300) };
}

/** The first `length` UTF-16 units, the last of them `…` where something was left out; never half a surrogate pair. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, wholeCharactersEnd(text, length - 1))}…`;
}

/** Slices of at most `length` units, at least one, that joined give the text. */
function slicesOf(text: string, length: number): readonly string[] {
  const slices: string[] = [];
  let start = 0;
  do {
    const end = wholeCharactersEnd(text, start + length);
    slices.push(text.slice(start, end));
    start = end;
  } while (start < text.length);
  return slices;
}

/** `end`, or one less where it would stand inside a surrogate pair. */
function wholeCharactersEnd(text: string, end: number): number {
  return end < text.length && /^[\uDC00-\uDFFF]/.test(text.slice(end, end + 1)) && /[\uD800-\uDBFF]$/.test(text.slice(end - 1, end)) ? end - 1 : end;
}
