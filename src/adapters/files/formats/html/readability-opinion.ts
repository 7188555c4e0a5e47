import { isMarked } from "./document-marks.ts";
import type { PageBlock } from "./page-block.ts";
import type { PageDocument } from "./page-nodes.ts";

/** Readability takes seconds for a page with more elements. */
const MOST_ELEMENTS = 20_000;

/**
 * Leaves out prose of the site under a document (rules for comments, notes on a topic), which is neither link nor furniture. Whether lines after the last
 * one with a document's form are such is asked of Readability, and it is believed only where it kept every line with a document's form: on old pages, whose
 * text stands in tables or bare `<div>`s, it loses whole parts, so that it cannot choose the text itself.
 * @param lines the document's lines so far
 * @param parse parses the page anew, since Readability changes what it reads
 */
export async function withoutTrailingProse(lines: readonly PageBlock[], parse: () => Promise<PageDocument>): Promise<readonly PageBlock[]> {
  const last = lines.findLastIndex(isMarked);
  const tail = lines.slice(last + 1);
  if (last < 0 || tail.length === 0) return lines;
  const kept = await keptByReadability(await parse());
  const isKept = (block: PageBlock): boolean => kept.includes(squeezed(block.cells?.[0]?.text ?? block.text));
  if (!lines.filter(isMarked).every(isKept)) return lines;
  return [...lines.slice(0, last + 1), ...tail.filter(isKept)];
}

/** The words that Readability keeps of a page, less white space; none where it finds no article or fails on the page. */
async function keptByReadability(document: PageDocument): Promise<string> {
  const { Readability } = await import("@mozilla/readability");
  try {
    const article = new Readability(document as never, { maxElemsToParse: MOST_ELEMENTS }).parse();
    return squeezed(article?.textContent ?? "");
  } catch {
    return "";
  }
}

function squeezed(text: string): string {
  return text.replace(/[\s\u00a0\u200b]+/gu, "");
}
