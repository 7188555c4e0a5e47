import type { SourceBlock } from "../../../../core/document/source-text.ts";
import { AppError } from "../../../../errors.ts";
import { decodePage } from "../../decode.ts";
import type { FormatReader } from "../format-reader.ts";
import { tableBlocks } from "../table-blocks.ts";
import { chooseContent } from "./choose-content.ts";
import { documentLines } from "./document-lines.ts";
import { lapseOf } from "./metadata.ts";
import type { PageBlock } from "./page-block.ts";
import { blocksOf } from "./page-blocks.ts";
import { isDocument } from "./page-kind.ts";
import { parsePage } from "./page-nodes.ts";
import { titleOutside, withOneTitle } from "./page-title.ts";
import { withoutTrailingProse } from "./readability-opinion.ts";
import { joinWrappedLines } from "./wrapped-lines.ts";

/** A saved web page, read. */
export interface WebPage {
  readonly blocks: readonly SourceBlock[];
  /** What its catalogue entry says where the document is no longer in force, as `有效性：失效`; undefined where it says nothing of the kind. */
  readonly lapse: string | undefined;
}

/** Reads the document of a saved web page; furniture and the catalogue entry are left out. */
export const readHtml: FormatReader = async (bytes, file) => (await readWebPage(bytes, file)).blocks;

/**
 * Reads a saved web page with what its catalogue entry says of the document's force.
 * @throws {AppError} `not_a_document`, `too_large`, `unreadable`
 */
export async function readWebPage(bytes: Uint8Array, file: string): Promise<WebPage> {
  const html = decodePage(bytes);
  const document = await parsePage(html, file);
  const page = blocksOf(document);
  const range = chooseContent(page);
  const part = range ? page.blocks.slice(range.first, range.end) : [];
  const lines = await withoutTrailingProse(joinWrappedLines(documentLines(part)), () => parsePage(html, file));
  const blocks = withTitle(lines, range && titleOutside(page, range, document));
  if (!range || !isDocument(part, lines, blocks)) {
    throw new AppError("not_a_document", `「${file}」是网页，但里面没有文件正文（像是登录、搜索、列表或新闻页）：请打开文件所在的页面，另存后再导入。`);
  }
  if (lines.some((line) => line.text.includes("\u{FFFD}"))) {
    throw new AppError("unreadable", `「${file}」的正文有损坏的文字：请重新打开网页，另存后再导入。`);
  }
  return { blocks, lapse: lapseOf(page.blocks) };
}

/** The blocks of the document, from its title on. */
function withTitle(lines: readonly PageBlock[], headline: string | undefined): readonly SourceBlock[] {
  const blocks = lines.flatMap((line): readonly SourceBlock[] => (line.cells ? tableBlocks(line.cells) : [{ kind: "line", text: line.text }]));
  const head: string[] = [];
  for (const block of blocks) {
    if (block.kind !== "line") break;
    head.push(block.text);
  }
  return [...withOneTitle(head, headline).map((text): SourceBlock => ({ kind: "line", text })), ...blocks.slice(head.length)];
}
