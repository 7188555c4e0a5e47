import type { OfficialDocument, OutlineNode } from "../document/official-document.ts";
import type { LedgerEntry } from "../ledger/task.ts";
import { contains, type Span, sliceOf, trimSpan } from "../text/span.ts";
import { sentenceSpans } from "./clauses.ts";
import type { Passage } from "./passage.ts";

/** A passage longer than this is split at sentence ends, so that what is quoted fits a reader's eye. UTF-16 code units. */
export const MAX_PASSAGE_CHARACTERS = 600;

/**
 * The passages of a document, in document order: the words of each outline node that say something by themselves.
 * A heading with parts below it is none (it goes into their `headings`), nor is a line of the header (title, number,
 * addressees, date: the header has them), nor the words that name the units of a task (the ledger has them), nor the header of a table.
 * Spans are trimmed, lie inside their node and never overlap.
 */
export function passagesOf(document: OfficialDocument, entry: LedgerEntry): readonly Passage[] {
  const unitLines = entry.tasks.flatMap((task) => (task.unitLine ? [task.unitLine] : []));
  const bodies = new Map(entry.tasks.map(({ node, body }) => [node, body]));
  const wordsByNode = document.nodes.map((node) =>
    node.kind === "row" ? rowWords(document, node, bodies.get(node.index)) : ownWords(document, node, unitLines),
  );
  const hasWordsBelow = new Set<number>();
  document.nodes.forEach((node, index) => {
    if (node.parent !== undefined && (wordsByNode[index]?.length ?? 0) > 0) hasWordsBelow.add(node.parent);
  });
  const headings = headingsOfNodes(document.nodes);
  return document.nodes.flatMap((node, index) => {
    const spans = wordsByNode[index] ?? [];
    if (hasWordsBelow.has(index) && isHeadingOnly(document, node, spans)) return [];
    return spans
      .flatMap((span) => splitLong(document.source, span))
      .map((span, part) => ({
        id: part === 0 ? `${document.id}#${node.index}` : `${document.id}#${node.index}.${part + 1}`,
        documentId: document.id,
        node: node.index,
        headings: headings[index] ?? [],
        span,
      }));
  });
}

/** A node's own text less the unit lines in it: trimmed stretches that have words. */
function ownWords(document: OfficialDocument, node: OutlineNode, unitLines: readonly Span[]): readonly Span[] {
  if (node.kind === "table") return [];
  let pieces: readonly Span[] = [node.own];
  for (const line of unitLines) pieces = pieces.flatMap((piece) => without(piece, line));
  const spans = pieces.map((piece) => trimSpan(document.source, piece)).filter((span) => HAS_WORDS.test(sliceOf(document.source, span)));
  return node.kind === "front" ? spans.filter((span) => IS_SENTENCE.test(sliceOf(document.source, span))) : spans;
}

/** Of a row that is a task the cell of its text, which can be read alone; of any other row all its words. */
function rowWords(document: OfficialDocument, node: OutlineNode, body: Span | undefined): readonly Span[] {
  return body && contains(node.own, body) ? [body] : ownWords(document, node, []);
}

const HAS_WORDS = /\p{Script=Han}{2}|[\p{L}\p{N}]{4}/u;
/** What follows a unit line may be its closing bracket or full stop alone; a front line without either is a header element. */
const IS_SENTENCE = /[。;；!！?？]/u;

function without(piece: Span, cut: Span): readonly Span[] {
  if (cut.end <= piece.start || piece.end <= cut.start) return [piece];
  return [
    { start: piece.start, end: Math.max(piece.start, cut.start) },
    { start: Math.min(piece.end, cut.end), end: piece.end },
  ];
}

/** Whether label and title are all that a node says. */
function isHeadingOnly(document: OfficialDocument, node: OutlineNode, spans: readonly Span[]): boolean {
  if (node.title === "") return false;
  const words = spans.map((span) => sliceOf(document.source, span)).join("");
  return lettersOf(words) === lettersOf(node.label + node.title);
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** For each node, the titles above it and its own, outermost first. A parent always comes before what stands in it. */
function headingsOfNodes(nodes: readonly OutlineNode[]): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (const node of nodes) {
    const above = node.parent === undefined ? [] : (found[node.parent] ?? []);
    found.push(node.title === "" ? above : [...above, node.title]);
  }
  return found;
}

/** Even parts of whole sentences, none longer than the limit unless one sentence is. */
function splitLong(source: string, span: Span): readonly Span[] {
  const length = span.end - span.start;
  if (length <= MAX_PASSAGE_CHARACTERS) return [span];
  const target = length / Math.ceil(length / MAX_PASSAGE_CHARACTERS);
  const parts: Span[] = [];
  let { start } = span;
  let end = start;
  for (const sentence of sentenceSpans(source, span)) {
    if (end > start && (end - start >= target || sentence.end - start > MAX_PASSAGE_CHARACTERS)) {
      parts.push({ start, end });
      start = end;
    }
    end = sentence.end;
  }
  parts.push({ start, end });
  return parts.map((part) => trimSpan(source, part)).filter((part) => HAS_WORDS.test(sliceOf(source, part)));
}
