import { findLabel } from "../../../../core/document/labels.ts";
import type { SourceBlock } from "../../../../core/document/source-text.ts";
import { isMarked, isTitle } from "./document-marks.ts";
import type { PageBlock } from "./page-block.ts";

/** A notice of one sentence has more. */
const FEWEST_HAN = 25;
const FEWEST_LINKS = 5;
const LINK_SHARE = 0.25;
const HEAD_LINES = 8;

/**
 * Whether a page's lines are a document: words enough outside links, no list of links (a column page, search results), and something that only
 * documents have: a title like …的通知, numbered parts, a duty label, a document number, addressees or a table. A login page, an error page and a
 * news item have none of it.
 * @param part the chosen part of the page, as it stands
 * @param lines what is left of it for the document
 * @param blocks the same from its title on
 */
export function isDocument(part: readonly PageBlock[], lines: readonly PageBlock[], blocks: readonly SourceBlock[]): boolean {
  const own = lines.reduce((sum, line) => sum + Math.max(0, line.han - line.linkHan), 0);
  if (own < FEWEST_HAN) return false;
  const links = part.filter((block) => block.linkHan * 2 > block.han).length;
  if (links >= FEWEST_LINKS && links >= part.length * LINK_SHARE) return false;
  const numbered = lines.filter((line) => !line.cells && findLabel(line.text)).length;
  const formal = lines.filter((line) => isMarked(line) && (line.cells || !findLabel(line.text))).length;
  return numbered >= 2 || formal >= 1 || blocks.slice(0, HEAD_LINES).some((block) => block.kind === "line" && isTitle(block.text));
}
