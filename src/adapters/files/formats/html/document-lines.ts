import { isMarked } from "./document-marks.ts";
import { isInSitePart, isSiteLine } from "./furniture.ts";
import { isBareLabel, isCatalogueLine, isCatalogueTable } from "./metadata.ts";
import type { PageBlock } from "./page-block.ts";

/** A line of a document's own words: a sentence, a table, or a line with a document's form. */
function isSolid(block: PageBlock): boolean {
  if (block.cells) return !isCatalogueTable(block);
  if (block.linkHan * 2 > block.han || isSiteLine(block.text) || isCatalogueLine(block.text)) return false;
  return isMarked(block) || /。$/u.test(block.text) || block.han > 40;
}

/** A line that lists what comes with the document, though it is a link. */
const ATTACHMENT = /^(?:附件|附表|附图|附[:：])|\.(?:docx?|xlsx?|pdf|ofd|wps|et|zip|rar)$/iu;

/**
 * The lines of the chosen part that are the document's. The site's own lines go wherever they stand. The catalogue entry, links and the lines of
 * named site parts go only before the first and after the last line of the document's words; between them everything else stays as it is.
 */
export function documentLines(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const first = blocks.findIndex(isSolid);
  const last = blocks.findLastIndex(isSolid);
  let isValue = false;
  return blocks.filter((block, index) => {
    if (block.cells) return !isCatalogueTable(block);
    if (isSiteLine(block.text)) return false;
    if (index > first && index < last) return true;
    if (isValue) {
      isValue = false;
      if (!isMarkedTitle(block)) return false;
    }
    if (isCatalogueLine(block.text)) {
      isValue = isBareLabel(block.text);
      return false;
    }
    if (isInSitePart(block.names, block.text) && !isMarked(block)) return false;
    return block.linkHan * 2 <= block.han || ATTACHMENT.test(block.text);
  });
}

/** The value of a catalogue label is short; a title after an empty one is not its value. */
function isMarkedTitle(block: PageBlock): boolean {
  return block.han > 30;
}
