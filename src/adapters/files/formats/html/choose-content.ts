import { isMarked } from "./document-marks.ts";
import { isInSitePart, isSiteLine } from "./furniture.ts";
import { isCatalogueLine, isCatalogueTable } from "./metadata.ts";
import type { PageBlock, PageBlocks, PageBox } from "./page-block.ts";
import { namesOf } from "./page-nodes.ts";

/** Names that the publishing systems of government sites give to the part that holds a document's text. */
const TEXT_PART =
  /(?:^|[\s_-])(?:zoom|zoomcon|trs_(?:editor|paper|word)|view|ueditor|custom_unionstyle|(?:art|article|news|xl|wz|txt)(?:[-_]?(?:content|body|con|text|main|nr|box))?|content-?(?:text|body|txt|main)?|con-?text|txt-?content|wenzhang|zhengwen|xxgk-?(?:content|nr)|conTxt|detail-?(?:content|con)?|pages_content|main-?txt|info-?con(?:tent)?|artibody|mainText)(?:[\s_-]|$)/iu;

/** A line with a document's own form weighs more than prose, which feedback forms and policy digests on the page have too. */
const MARKED_WEIGHT = 3;
/** A named part is taken where it has this share of the marked lines of the best part. */
const NAMED_SHARE = 0.95;

/**
 * What a line is worth as a part of the document: its Han characters outside links, three times that where it has a document's form; less than
 * nothing where it is a link or belongs to the site.
 */
function worthOf(block: PageBlock): number {
  if (block.cells ? isCatalogueTable(block) : isSiteLine(block.text) || isCatalogueLine(block.text) || isInSitePart(block.names, block.text)) return -block.han;
  const own = block.han - block.linkHan * 2;
  return own > 0 && isMarked(block) ? own * MARKED_WEIGHT : own;
}

/** A run of blocks: `[first, end)`. */
export interface BlockRange {
  readonly first: number;
  readonly end: number;
}

/**
 * The part of a page that holds the document. Every block-level element is a candidate, worth the sum of its lines (Pasternack and Roth,
 * "Extracting article text from the web with maximum subsequence segmentation", 2009), so that no line of value outside is lost for a good
 * paragraph inside, and a sidebar of links costs more than it brings. The element worth most wins, of equals the innermost. Prose beside a short document
 * can outweigh it; so a part with a name that publishing systems use for the text (`#zoom`, `.TRS_Editor`) is preferred where no marked line
 * (number, duty label, table, signature) is lost by that.
 * @returns undefined for a page without blocks of any worth
 */
export function chooseContent(page: PageBlocks): BlockRange | undefined {
  const worths = page.blocks.map(worthOf);
  const total = runningSums(worths);
  const marked = runningSums(page.blocks.map((block, index) => (isMarked(block) ? Math.max(0, worths[index] ?? 0) : 0)));
  const whole: BlockRange = { first: 0, end: page.blocks.length };
  let best: BlockRange = whole;
  for (const box of page.boxes) {
    const gain = sumIn(total, box) - sumIn(total, best);
    if (gain > 0 || (gain === 0 && box.end - box.first < best.end - best.first)) best = box;
  }
  if (sumIn(total, best) <= 0) return undefined;
  const named = page.boxes
    .filter((box) => TEXT_PART.test(namesOf(box.element)) || box.element.nodeName === "ARTICLE")
    .filter((box) => sumIn(total, box) > 0 && sumIn(marked, box) > 0 && sumIn(marked, box) >= sumIn(marked, best) * NAMED_SHARE);
  // Of parts named so inside each other, the outer one: editors nest them.
  return named.reduce<PageBox | undefined>((outer, box) => (outer && outer.end - outer.first > box.end - box.first ? outer : box), undefined) ?? best;
}

function runningSums(values: readonly number[]): readonly number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}

function sumIn(sums: readonly number[], range: BlockRange): number {
  return (sums[range.end] ?? 0) - (sums[range.first] ?? 0);
}
