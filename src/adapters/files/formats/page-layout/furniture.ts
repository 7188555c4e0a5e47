import type { TextLine } from "./text-lines.ts";

/** Running heads and page numbers stand within this share of the page's height from its edges. */
const MARGIN_SHARE = 0.14;
/** Repeated lines differ in height by at most this much, in points. */
const SAME_HEIGHT = 4;
/** A running head stands this many times the usual distance of lines from the text. */
const APART = 1.15;
/** Only so many lines at an edge of a page can be furniture. */
const EDGE_LINES = 3;

const NUMERAL = "[0-9０-９〇零一二三四五六七八九十百ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹivxIVX]{1,6}";
const DASH = "[—–―－\\-‐‑·•~～_]";
/** — 3 — · - 3 - · 第3页 · 第3页 共9页 · 第 3 页/共 9 页 · 3/9 · Page 3 of 9 · 页码：3 */
const PAGE_NUMBER = new RegExp(
  `^(?:${DASH}{1,3}${NUMERAL}${DASH}{1,3}|第${NUMERAL}页(?:[，,/（(]?共${NUMERAL}页[）)]?)?|共${NUMERAL}页[，,/]?第${NUMERAL}页|[0-9]{1,4}/[0-9]{1,4}|[Pp]age[0-9]{1,4}(?:of[0-9]{1,4})?|[Pp][.．]?[0-9]{1,4}|页码[：:]?${NUMERAL})$`,
  "u",
);
/** What is printed above a table that goes on: 续表, （续上表）, 续表1 */
const CONTINUED = /^[（(]?\s*(?:接|续)\s*上?\s*[表页]\s*[0-9]{0,3}\s*[）)]?$/u;
const BARE_NUMBER = /^[0-9]{1,4}$/u;

/** A page's lines that stand in no table, from top to bottom. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Where edge lines of the same words stand, by their words. */
type Repeats = ReadonlyMap<string, readonly { readonly page: number; readonly y: number }[]>;

/** What is printed on page after page beside the document's own words (页眉、页码): for each page its lines without it. */
export function withoutFurniture(pages: readonly PageLines[]): readonly (readonly TextLine[])[] {
  const edges = pages.map(edgeLines);
  const repeats = repeatsOf(edges);
  return pages.map((page, at) => {
    const isFurniture = (line: TextLine) => isPageNumber(line, page) || CONTINUED.test(line.text) || isRepeated(line, at, page, repeats, pages.length);
    const dropped = new Set(edges[at]?.filter(isFurniture));
    return page.lines.filter((line) => !dropped.has(line));
  });
}

function repeatsOf(edges: readonly (readonly TextLine[])[]): Repeats {
  const repeats = new Map<string, { page: number; y: number }[]>();
  edges.forEach((lines, page) => {
    for (const line of lines) {
      const places = repeats.get(keyOf(line));
      if (places) places.push({ page, y: line.y });
      else repeats.set(keyOf(line), [{ page, y: line.y }]);
    }
  });
  return repeats;
}

function edgeLines({ height, lines }: PageLines): readonly TextLine[] {
  const top = lines.slice(0, EDGE_LINES).filter((line) => line.y < height * MARGIN_SHARE);
  const bottom = lines.slice(-EDGE_LINES).filter((line) => line.y > height * (1 - MARGIN_SHARE));
  return [...new Set([...top, ...bottom])];
}

function isPageNumber(line: TextLine, page: PageLines): boolean {
  const text = line.text.replace(/\s/gu, "");
  if (PAGE_NUMBER.test(text)) return true;
  return BARE_NUMBER.test(text) && (line === page.lines.at(-1) || line === page.lines[0]);
}

/** The same words at the same height on most pages, or on two that face each other; a table's header has more columns. */
function isRepeated(line: TextLine, at: number, page: PageLines, repeats: Repeats, pages: number): boolean {
  if (line.parts.length > 2 || /^附\s*件/u.test(line.text)) return false;
  const places = repeats.get(keyOf(line)) ?? [];
  const others = new Set(places.filter((place) => place.page !== at && Math.abs(place.y - line.y) <= SAME_HEIGHT).map((place) => place.page)).size;
  return others >= 3 || (others > 0 && others + 1 >= pages * 0.4 && isApart(line, page));
}

/** True for a line in other type than the line beside it towards the text, or farther from it than lines of the text from each other. */
function isApart(line: TextLine, { height, lines }: PageLines): boolean {
  const at = lines.indexOf(line);
  const next = lines[line.y < height / 2 ? at + 1 : at - 1];
  if (!next || Math.abs(next.size - line.size) > line.size * 0.1) return true;
  const body = lines.filter((other) => other.y >= height * MARGIN_SHARE && other.y <= height * (1 - MARGIN_SHARE));
  const steps = body
    .slice(1)
    .map((other, index) => other.y - (body[index]?.y ?? 0))
    .sort((a, b) => a - b);
  return Math.abs(next.y - line.y) > (steps[Math.floor(steps.length / 2)] ?? 0) * APART;
}

/** A running head with a page number in it repeats but for the number. */
function keyOf(line: TextLine): string {
  const text = line.text.replace(/\s/gu, "");
  return line.parts.length > 1 || /第.{1,4}页/u.test(text) ? text.replace(/[0-9]+/gu, "#") : text;
}
