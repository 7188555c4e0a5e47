import type { Answer, Block } from "./answer.ts";

/** A message of Telegram, and of the contract, holds at most this many characters. */
const MAX_PAGE_CHARACTERS = 4096;

/** Blocks of one page. The understanding line is added by the renderer of each platform. */
export interface Page {
  readonly blocks: readonly Block[];
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/**
 * Splits an answer into pages that fit a message. A block is never split, save one that alone is longer than a page.
 * @param maxCharacters UTF-16 code units that a page may hold, the understanding line and page line included
 */
export function pagesOf(answer: Answer, maxCharacters: number = MAX_PAGE_CHARACTERS): readonly Page[] {
  const room = Math.max(200, maxCharacters - answer.understood.length - 60);
  const pages: Block[][] = [[]];
  let used = 0;
  for (const block of answer.blocks) {
    const length = plainBlock(answer, block).length + 1;
    const current = pages.at(-1);
    if (current && (used + length <= room || current.length === 0)) {
      current.push(block);
      used += length;
    } else {
      pages.push([block]);
      used = length;
    }
  }
  return pages.map((blocks, index) => ({ blocks, number: index + 1, count: pages.length }));
}

/** One page as plain text, the understanding line last. Page numbers start at 1; a page that is not there is empty. */
export function renderPlainText(answer: Answer, pageNumber = 1, maxCharacters: number = MAX_PAGE_CHARACTERS): string {
  const page = pagesOf(answer, maxCharacters)[pageNumber - 1];
  if (!page) return "";
  const lines = page.blocks.map((block) => plainBlock(answer, block));
  if (page.count > 1) lines.push(`（第${page.number}页，共${page.count}页）`);
  if (answer.understood) lines.push(understoodLine(answer));
  const text = lines.join("\n");
  return text.length <= maxCharacters ? text : `${text.slice(0, maxCharacters - 1)}…`;
}

/** The line that says how the question was read, in the question's language. */
export function understoodLine({ understood, language }: Pick<Answer, "understood" | "language">): string {
  return language === "en" ? `〔Understood as: ${understood}〕` : `〔理解为：${understood}〕`;
}

/** The words of a block in plain text. */
export function plainBlock(answer: Answer, block: Block): string {
  if (block.kind === "quote") {
    const citation = answer.citations[block.citation];
    return citation ? `「${citation.quote}」\n  ——${block.place}` : "";
  }
  return block.kind === "note" ? `※ ${block.text}` : block.text;
}
