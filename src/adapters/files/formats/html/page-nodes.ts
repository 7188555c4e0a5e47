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

/** A saved page has some thousand tags; 500 000 take 460 MB as a tree. */
const MAX_TAGS = 250_000;

/**
 * Parses a page. Entities are HTML's own fixed list; nothing is fetched and no script runs.
 * @throws {AppError} `too_large`
 */
export async function parsePage(html: string, file: string): Promise<PageDocument> {
  let tags = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) tags += 1;
  if (tags > MAX_TAGS) throw new AppError("too_large", `「${file}」的网页标记太多，不像一份文件：请只保存正文所在的页面。`);
  const { parseHTML } = await import("linkedom");
  // Without an <html> of its own a fragment's first element would be taken for the whole document.
  const whole = /<html[\s>]/iu.test(html) ? html : `<!DOCTYPE html><html><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as PageDocument;
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
