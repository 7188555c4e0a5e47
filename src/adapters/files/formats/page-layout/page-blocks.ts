import type { SourceBlock } from "../../../../core/document/source-text.ts";
import { AppError } from "../../../../errors.ts";
import type { LayoutPage } from "./page.ts";
import { blocksOfPages } from "./page-layout.ts";

/** More than this share of characters without a meaning is text that the file gives no encoding for. */
const MAX_UNREADABLE_SHARE = 0.3;

/**
 * The blocks of a file's pages, where they say anything beside running heads and page numbers.
 * @param file base name, for messages
 * @throws {AppError} `no_text`
 */
export function pageBlocks(pages: readonly LayoutPage[], file: string): readonly SourceBlock[] {
  const blocks = blocksOfPages(pages);
  let readable = 0;
  let unreadable = 0;
  for (const text of blocks.flatMap(textsOf)) {
    readable += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    unreadable += text.match(/[\p{Co}\p{Cn}\u{FFFD}]/gu)?.length ?? 0;
  }
  if (unreadable > (readable + unreadable) * MAX_UNREADABLE_SHARE) {
    throw new AppError("no_text", `「${file}」的文字没有可用的编码，提取出来是乱码：请用原文件重新导出，或先做文字识别（OCR）。`);
  }
  if (readable === 0) throw new AppError("no_text", `「${file}」的页面里没有文字（多半是扫描件）：请先做文字识别（OCR），或换成可复制文字的版本。`);
  return blocks;
}

function textsOf(block: SourceBlock): readonly string[] {
  if (block.kind === "table") return block.cells.map((cell) => cell.text);
  return [block.kind === "line" ? block.text : block.name];
}
