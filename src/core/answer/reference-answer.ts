import type { OfficialDocument } from "../document/official-document.ts";
import { isNamed, names } from "../question/filters.ts";
import type { Query } from "../question/query.ts";
import { sentenceSpans } from "../search/clauses.ts";
import { matchText } from "../search/match-text.ts";
import { type Span, sliceOf, trimSpan } from "../text/span.ts";
import type { Answer, AnswerItem, Block, Citation } from "./answer.ts";
import { cite, headingOf, itemOf, nodeAt, placeOf } from "./cite.ts";
import { type AnswerContext, documentOf, documentsOf, namesOfDocuments } from "./context.ts";
import { describeQuery } from "./describe.ts";
import { makeAnswer } from "./make-answer.ts";
import { notFound } from "./not-found.ts";

type ReferenceQuery = Extract<Query, { kind: "reference" }>;

/** At most so many places are quoted; the rest is counted. */
const MAX_PLACES = 8;

/** Where a document number or a title stands in the documents, or which document it is. */
export function answerReference(query: ReferenceQuery, context: AnswerContext): Answer {
  const { corpus } = context;
  const documents = documentsOf(query.scope.documents, corpus);
  const understood = describeQuery(query, corpus);
  const own = documents.find((document) => isNamed(document, query));
  const places = documents.flatMap((document) => sentencesWith(document, query).map((span) => ({ document, span })));
  if (places.length === 0 && !own) {
    return notFound({ understood, text: `资料里没有提到${query.printed}。查的是${namesOfDocuments(documents)}。` });
  }
  const blocks: Block[] = [];
  const citations: Citation[] = [];
  const items: AnswerItem[] = [];
  if (own)
    blocks.push({
      kind: "text",
      text: `${own.documentNumber?.printed ?? query.printed}就是《${own.title}》${own.issuer ? `，${own.issuer}印发` : ""}${own.issuedOn ? `，成文${own.issuedOn}` : ""}。`,
      strong: true,
    });
  else
    blocks.push({
      kind: "text",
      text: `${query.printed}在${new Set(places.map(({ document }) => document.id)).size}份文件里出现${places.length}处：`,
      strong: true,
    });
  const shown = own ? [{ document: own, span: frontOf(own) }] : places.slice(0, MAX_PLACES);
  for (const { document, span } of shown) {
    const path = nodeAt(document, trimSpan(document.source, span))?.path ?? [];
    citations.push(cite(document, span, path));
    blocks.push({ kind: "quote", citation: citations.length - 1, place: placeOf(document, path) });
    const task = corpus.tasksOf(document.id).find((one) => one.span.start <= span.start && span.end <= one.span.end);
    if (task && !items.some(({ document: id, ordinal }) => id === task.documentId && ordinal === task.ordinal)) {
      items.push(itemOf(task, documentOf(task, corpus)));
      blocks.push({ kind: "text", text: `这是第${task.ordinal}项${headingOf(task)}。` });
    }
  }
  if (places.length > MAX_PLACES) blocks.push({ kind: "note", text: `还有${places.length - MAX_PLACES}处没有列出。` });
  const silent = documents.filter((document) => !places.some((place) => place.document === document));
  if (!own && silent.length > 0 && silent.length < 4) blocks.push({ kind: "note", text: `没有提到它的：${namesOfDocuments(silent)}。` });
  return makeAnswer({ behaviour: "text", understood, blocks, items, citations });
}

/** The front matter of a document: number, issuer, title. */
function frontOf({ nodes, source }: OfficialDocument): Span {
  const front = nodes.filter(({ kind }) => kind === "front");
  const first = front[0];
  const last = front.at(-1);
  return first && last ? { start: first.own.start, end: Math.min(last.own.end, first.own.start + 400) } : { start: 0, end: Math.min(source.length, 200) };
}

function sentencesWith({ source }: OfficialDocument, query: ReferenceQuery): readonly Span[] {
  const folded = matchText(source);
  return sentenceSpans(source, { start: 0, end: source.length }).filter((span) => names(sliceOf(folded, span), query));
}
