import { AppError } from "../../../../errors.ts";

/** What is used of a DOM node. The compiler is not given the browser's own types, since nothing else here runs in a browser. */
export interface PageNode {
  readonly nodeType: number;
  /** Upper-case name of an element. */
  readonly nodeName: string;
  readonly childNodes: Iterable<PageNode>;
  readonly textContent: string | null;
}

export interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
}

export interface PageDocument extends PageNode {
  querySelectorAll(selector: string): Iterable<PageElement>;
  cloneNode(deep: boolean): PageDocument;
}

/** A saved page has some thousand tags, a table of a thousand rows out of Word some 60 000; 150 000 take 300 MB as a tree. An entity (`&nbsp;`) costs as much. */
const MAX_TAGS = 100_000;

/** Parsing takes quadratic time in the depth of elements: a second for some 10 000. */
const DEEPEST = 2000;
/** Elements without an end, and those whose end the next of the kind implies. */
const UNNESTED = /^(?:br|hr|img|input|meta|link|col|area|base|embed|source|wbr|param|p|li|td|th|tr|dd|dt|option|tbody|thead|tfoot)$/iu;

/**
 * Parses a page. Entities are HTML's own fixed list; nothing is fetched and no script runs.
 * @throws {AppError} `too_large`
 */
export async function parsePage(html: string, file: string): Promise<PageDocument> {
  if (countOf("<", html) > MAX_TAGS || countOf("&", html) > MAX_TAGS || depthOf(html) > DEEPEST)
    throw new AppError("too_large", `「${file}」的网页标记太多，不像一份文件：请只保存正文所在的页面。`);
  const { parseHTML } = await import("linkedom");
  // Without an <html> of its own a fragment's first element would be taken for the whole document.
  const whole = /<html[\s>]/iu.test(html) ? html : `<!DOCTYPE html><html><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as PageDocument;
}

function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** At least as deep as elements are open at any place, as far as their tags tell. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)/giu)) {
    if (UNNESTED.test(name)) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

export function isText(node: PageNode): boolean {
  return node.nodeType === 3 || node.nodeType === 4;
}

/** Element children with one of the names. */
export function childElements(node: PageNode, names: readonly string[]): readonly PageElement[] {
  return [...node.childNodes].filter((child): child is PageElement => isElement(child) && names.includes(child.nodeName));
}

/** An element's id and class, by which sites name its part. */
export function namesOf(element: PageElement): string {
  return `${element.getAttribute("id") ?? ""} ${element.getAttribute("class") ?? ""}`.trim();
}
