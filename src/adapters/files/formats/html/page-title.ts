import { findLabel } from "../../../../core/document/labels.ts";
import { lineKindOf } from "../../../../core/document/line-kinds.ts";
import type { BlockRange } from "./choose-content.ts";
import { isTitle } from "./document-marks.ts";
import { isSiteLine } from "./furniture.ts";
import { isCatalogueLine } from "./metadata.ts";
import type { PageBlocks } from "./page-block.ts";
import { namesOf, type PageDocument } from "./page-nodes.ts";
import { collapseSpace, hanCount, tidyLine } from "./page-text.ts";

const FEWEST_HAN = 5;

/** The title as the site prints it outside the part that holds the text: the nearest heading before it, else the page's own title less the site's name. */
export function titleOutside(page: PageBlocks, range: BlockRange, document: PageDocument): string | undefined {
  const headings = page.boxes
    .filter((box) => box.end <= range.first && box.end - box.first <= 2)
    .filter((box) => /^H[1-4]$/u.test(box.element.nodeName) || /(?:^|[\s_-])(?:\w*title|bt|biaoti)(?:[\s_-]|$)/iu.test(namesOf(box.element)))
    .map((box) =>
      page.blocks
        .slice(box.first, box.end)
        .map((block) => block.text)
        .join(""),
    )
    .filter((text) => hanCount(text) >= FEWEST_HAN && !isSiteLine(text) && !isCatalogueLine(text));
  return headings.findLast(isTitle) ?? titleOfHead(document) ?? headings.at(-1);
}

/** `<meta name="ArticleTitle">`, else `<title>` up to the site's name. */
function titleOfHead(document: PageDocument): string | undefined {
  for (const meta of document.querySelectorAll("meta")) {
    const content = tidyLine(meta.getAttribute("content") ?? "");
    if (/^ArticleTitle$/iu.test(meta.getAttribute("name") ?? "") && hanCount(content) >= FEWEST_HAN) return content;
  }
  const [element] = document.querySelectorAll("title");
  const parts = tidyLine(collapseSpace(element?.textContent ?? "")).split(/\s*[-_|｜—–]+\s*/u);
  return parts.find(isTitle);
}

/** Lines that a title may stand among. */
const HEAD_LINES = 10;

/** The lines of a title before the first addressees, paragraph or numbered part, by their places. Document numbers and dates may stand among them. */
function titleLines(lines: readonly string[]): readonly number[] {
  const places: number[] = [];
  for (const [index, line] of lines.slice(0, HEAD_LINES).entries()) {
    if (findLabel(line)) break;
    const kind = lineKindOf(line);
    if (kind === "words" || kind === "organisation" || (kind === "paragraph" && isTitle(line))) places.push(index);
    else if (kind === "recipients" || kind === "paragraph") break;
  }
  return places;
}

/**
 * Gives a text one title. The site's headline comes first where the text brings no title, or only a part of it (the plan's where the headline has
 * the notice that brings it). Of a title printed twice running, on one line and on several, the fuller one stays.
 * @param lines the text's lines before its first table
 * @param headline the site's, if any
 */
export function withOneTitle(lines: readonly string[], headline: string | undefined): readonly string[] {
  const own = keyOf(titleLines(lines).map((at) => lines[at] ?? ""));
  const wanted = headline !== undefined && (own.words === 0 || (own.key !== keyOf([headline]).key && keyOf([headline]).key.includes(own.key)));
  const all = wanted ? [headline, ...lines] : lines;
  const [first, ...others] = titleLines(all);
  if (first === undefined || others.length === 0 || lineKindOf(all[first] ?? "") === "organisation") return all;
  const whole = keyOf([all[first] ?? ""]).key;
  const rest = keyOf(others.map((at) => all[at] ?? ""));
  if (whole === "" || rest.words === 0) return all;
  if (rest.key.includes(whole)) return all.filter((_, index) => index !== first);
  if (whole.includes(rest.key)) return all.filter((_, index) => !others.includes(index));
  return all;
}

/** What is compared of a title, and how many of its lines are more than an organisation's name. */
function keyOf(lines: readonly string[]): { readonly key: string; readonly words: number } {
  const key = lines.join("").replace(/[^\p{L}\p{N}]/gu, "");
  const words = lines.filter((line) => lineKindOf(line) !== "organisation" && (hanCount(line) >= FEWEST_HAN || isTitle(line))).length;
  return { key, words };
}
