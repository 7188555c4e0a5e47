import { parseNumeral } from "../text/numerals.ts";
import { type Span, trimSpan } from "../text/span.ts";
import { type ArticleParagraph, readParagraphs } from "./article-paragraphs.ts";
import { findLabel } from "./labels.ts";
import type { OfficialDocument, OutlineNode } from "./official-document.ts";

/** 条: an article of a regulation. */
export interface Article {
  /** As printed, white space left out: 第十八条之一 */
  readonly label: string;
  readonly number: number | undefined;
  /** The 一 of 第十八条之一; 0 for an article of a number of its own. */
  readonly insertion: number;
  /** Index of its node in the document's outline. */
  readonly node: number;
  /** Printed labels of what it stands in, and its own. */
  readonly path: readonly string[];
  /** Book and chapter as printed, 第一章 总则; undefined where there is none. */
  readonly chapter: string | undefined;
  readonly section: string | undefined;
  /** The words after the label, 款 and 项 in order, one a line, 项 with their labels. */
  readonly text: string;
  /** Label and words. */
  readonly span: Span;
  readonly paragraphs: readonly ArticleParagraph[];
}

/** The articles of a regulation in document order (contract `import.md`, rule 16); none for any other kind of document. */
export function articlesOf(document: OfficialDocument): readonly Article[] {
  if (document.kind !== "regulation") return [];
  const { nodes } = document;
  return nodes.flatMap((node, index) => {
    if (!ARTICLE_LABEL.test(node.label)) return [];
    let after = index + 1;
    while (after < nodes.length && standsIn(nodes, nodes[after], index)) after += 1;
    return [readArticle(document, node, trimSpan(document.source, { start: node.span.start, end: nodes[after]?.own.start ?? document.source.length }))];
  });
}

const ARTICLE_LABEL = /^第.+条(?:之.+)?$/u;
const LONGEST_LABEL = 24;
const INSERTION = /条之(?<number>.+)$/u;

function standsIn(nodes: readonly OutlineNode[], node: OutlineNode | undefined, article: number): boolean {
  for (let at = node?.parent; at !== undefined; at = nodes[at]?.parent) if (at === article) return true;
  return false;
}

function readArticle(document: OfficialDocument, node: OutlineNode, span: Span): Article {
  const { source, nodes } = document;
  const label = findLabel(source.slice(span.start, Math.min(span.end, span.start + LONGEST_LABEL)));
  const { heading, paragraphs } = readParagraphs(source, { start: span.start + (label?.length ?? 0), end: span.end });
  const around = ancestorsOf(nodes, node);
  const named = (ending: RegExp): string | undefined => {
    const found = around.filter(({ label }) => ending.test(label)).map(({ label, title }) => [label, title].filter((part) => part !== "").join(" "));
    return found.length > 0 ? found.join(" ") : undefined;
  };
  const chapter = named(/[编章]$/u) ?? named(/、$/u);
  return {
    label: node.label,
    number: node.number,
    insertion: insertionOf(node.label),
    node: node.index,
    path: node.path,
    chapter,
    section: named(/节$/u),
    text: [
      ...(heading === undefined ? [] : [heading]),
      ...paragraphs.flatMap(({ text, items }) => [text, ...items.map((item) => `${item.label}${item.text}`)]),
    ].join("\n"),
    span,
    paragraphs,
  };
}

function insertionOf(label: string): number {
  return parseNumeral(INSERTION.exec(label)?.groups?.["number"] ?? "") ?? 0;
}

/** Outermost first. */
function ancestorsOf(nodes: readonly OutlineNode[], node: OutlineNode): readonly OutlineNode[] {
  const found: OutlineNode[] = [];
  for (let at = node.parent === undefined ? undefined : nodes[node.parent]; at; at = at.parent === undefined ? undefined : nodes[at.parent]) found.unshift(at);
  return found;
}
