import { parseHTML } from "linkedom";
import { expect } from "vitest";
import type { TestWeb } from "./server.ts";

/** The part of an element that is read here; linkedom's own types are those of a browser. */
export interface PageElement {
  readonly textContent: string;
  readonly className: string;
  readonly localName: string;
  readonly children: ArrayLike<PageElement>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  cloneNode(deep: boolean): PageElement;
  remove(): void;
}

/** A page, parsed. */
export function parsePage(html: string): PageElement {
  return parseHTML(html).document as unknown as PageElement;
}

/** The links of a page under a selector, by their words. */
export function linksIn(page: PageElement, selector: string): ReadonlyMap<string, string> {
  return new Map([...page.querySelectorAll(`${selector} a`)].map((link) => [link.textContent.trim(), link.getAttribute("href") ?? ""]));
}

/** A whole answer as the page says it, page by page, in the form of the plain text that the terminal prints; the understanding line apart. */
export async function answerAt(
  web: TestWeb,
  path: string,
): Promise<{ readonly lines: readonly string[]; readonly understood: string; readonly page: PageElement }> {
  const { status, text } = await web.get(path);
  expect(status).toBe(200);
  const page = parsePage(text);
  const lines = linesOf(page.querySelector("article .answer"));
  const understood = page.querySelector("article .understood")?.textContent ?? "";
  const next = page.querySelector('article .paging a[rel="next"]')?.getAttribute("href");
  return { lines: next == null ? lines : [...lines, ...(await answerAt(web, next)).lines], understood, page };
}

function linesOf(answer: PageElement | null): readonly string[] {
  return Array.from(answer?.children ?? []).flatMap((block) => {
    if (block.localName === "ol") return Array.from(block.children).map(wordsOf);
    if (block.localName !== "figure") return [wordsOf(block)];
    const [quote, place] = [block.querySelector("blockquote"), block.querySelector("figcaption")];
    return quote && place ? [`${wordsOf(quote)}\n  ${wordsOf(place)}`] : [];
  });
}

/** Less the numbers of footnotes. */
function wordsOf(element: PageElement): string {
  const copy = element.cloneNode(true);
  for (const footnote of copy.querySelectorAll(".footnote")) footnote.remove();
  return copy.textContent;
}

/** Follows an answer up by the form of its page. @returns the address of the next answer */
export async function followUp(web: TestWeb, page: PageElement, question: string): Promise<string> {
  const fields = [...page.querySelectorAll(".follow form.ask input[type=hidden]")].map((input) => [
    input.getAttribute("name") ?? "",
    input.getAttribute("value") ?? "",
  ]);
  const { status, headers } = await web.post("/ask", { ...Object.fromEntries(fields), q: question });
  expect(status).toBe(303);
  return String(headers["location"]);
}
