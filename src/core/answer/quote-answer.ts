import type { OfficialDocument } from "../document/official-document.ts";
import type { PassagesQuery } from "../question/query.ts";
import { type Span, sliceOf, trimSpan } from "../text/span.ts";
import type { Answer, AnswerItem, Block, Citation } from "./answer.ts";
import { inItsParagraph } from "./article-places.ts";
import { cite, headingOf, itemOf, nodeAt, placeOf } from "./cite.ts";
import type { AnswerContext } from "./context.ts";
import { describeQuery } from "./describe.ts";
import type { FoundFigure } from "./figure-evidence.ts";
import { makeAnswer } from "./make-answer.ts";
import { labelNote } from "./misprint.ts";

/** A stretch that answers, and the figure in it that does. */
export interface Quoted {
  readonly document: OfficialDocument;
  readonly span: Span;
  readonly figure: FoundFigure | undefined;
}

/** All quotes of an answer together, in characters: what one reads on a telephone. */
const MAX_QUOTE_CHARACTERS = 1500;

/** An answer made of quotes: the line that answers first, then the passages with their places. */
export function quoteAnswer(query: PassagesQuery, quoted: readonly Quoted[], { corpus }: AnswerContext): Answer {
  const blocks: Block[] = [];
  const citations: Citation[] = [];
  const items: AnswerItem[] = [];
  const notes = new Set<string>();
  let room = MAX_QUOTE_CHARACTERS;
  for (const { document, span: stretch } of quoted) {
    const span = inItsParagraph(trimSpan(document.source, stretch), corpus.articlesOf(document.id));
    if (citations.some(({ document: id, start, end }) => id === document.id && start <= span.start && span.end <= end)) continue;
    if (citations.length > 0 && span.end - span.start > room) continue;
    room -= span.end - span.start;
    const path = nodeAt(document, span)?.path ?? [];
    citations.push(cite(document, span, path));
    blocks.push({ kind: "quote", citation: citations.length - 1, place: placeOf(document, path) });
    const task = corpus.tasksOf(document.id).find((own) => own.span.start <= span.start && span.end <= own.span.end);
    if (!task || items.some(({ document: id, ordinal }) => id === task.documentId && ordinal === task.ordinal)) continue;
    items.push(itemOf(task, document));
    const note = labelNote(task, corpus);
    if (note) notes.add(`${headingOf(task)}：${note}`);
  }
  const [first] = quoted;
  return makeAnswer({
    behaviour: query.wanted === "figure" ? "number" : "text",
    understood: describeQuery(query, corpus),
    blocks: [...leadOf(query, quoted), ...blocks, ...[...notes].map((text): Block => ({ kind: "note", text })), ...definitionNote(query)],
    items,
    number: (query.wanted === "figure" || query.wanted === "frequency") && !query.each ? (first?.figure?.figure.value ?? null) : null,
    citations,
  });
}

/** The line that answers: each figure's clause as it is printed, or whose words follow. */
function leadOf(query: PassagesQuery, quoted: readonly Quoted[]): readonly Block[] {
  const name = (document: OfficialDocument): string => document.region ?? `《${document.title}》`;
  if (query.wanted === "figure" && !query.each) {
    const asked = query.asks.length > 1 || query.compare ? quoted : quoted.slice(0, 1);
    const lines = asked.flatMap(({ document, figure }) => (figure ? [`${name(document)}：${clauseWords(document, figure.clause)}。`] : []));
    if (lines.length > 0) return [...new Set(lines)].map((text): Block => ({ kind: "text", text, strong: true }));
  }
  const regions = [...new Set(quoted.map(({ document }) => name(document)))];
  const articles = articlesNamed(quoted);
  return [{ kind: "text", text: articles === undefined ? `${regions.join("、")}的文件这样写：` : `${articles}这样规定：`, strong: true }];
}

/** 《…》第十条、第十一条, where every quote is of one regulation. */
function articlesNamed(quoted: readonly Quoted[]): string | undefined {
  const [first] = quoted;
  if (!first || quoted.some(({ document }) => document !== first.document)) return undefined;
  const labels = quoted.map(({ document, span }) =>
    nodeAt(document, trimSpan(document.source, span))?.path.findLast((label) => /^第.+条(?:之.+)?$/u.test(label)),
  );
  return first.document.kind === "regulation" && labels.every((label) => label !== undefined)
    ? `《${first.document.title}》${[...new Set(labels)].join("、")}`
    : undefined;
}

function clauseWords(document: OfficialDocument, clause: Span): string {
  return sliceOf(document.source, trimSpan(document.source, clause)).replace(/(?<![,，;；。、:：])[,，;；。、:：]+$/u, "");
}

function definitionNote(query: PassagesQuery): readonly Block[] {
  return query.wanted === "definition" ? [{ kind: "note", text: "文件里用到这个说法，没有另给定义。" }] : [];
}
