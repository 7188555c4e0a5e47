import type { OfficialDocument } from "../document/official-document.ts";
import type { Query, Wanted } from "../question/query.ts";
import { isStopWord } from "../question/stop-phrases.ts";
import { clauseSpans, sentenceSpans } from "../search/clauses.ts";
import { evidenceOf, type EvidenceTerm, type WeighedTerm, weighTerms } from "../search/evidence.ts";
import { type Figure, findFigures, sameMeasure } from "../search/figures.ts";
import { matchText } from "../search/match-text.ts";
import type { Passage } from "../search/passage.ts";
import { contains, sliceOf, type Span } from "../text/span.ts";
import { type AnswerContext, type FoundPassages, tasksOf } from "./context.ts";

type PassagesQuery = Extract<Query, { kind: "passages" }>;

/** A sentence that may answer, and why. */
export interface Evidence {
  readonly document: OfficialDocument;
  readonly passage: Passage;
  /** The sentence. */
  readonly span: Span;
  /** How far passage and headings hold the question's words, 0 to 1. */
  readonly coverage: number;
  /** How far the sentence itself does. */
  readonly own: number;
  /** Coverage, and how well it fits what is wanted; compares within one search. */
  readonly score: number;
  /** The figure in it that fits the question best; undefined where none fits. */
  readonly figure: Figure | undefined;
  readonly figureSpan: Span | undefined;
}

/** The words that a passage must hold, each once. */
export function termsOf({ words, everyday }: FoundPassages): readonly EvidenceTerm[] {
  const terms = new Map<string, EvidenceTerm>();
  for (const { printed, official } of everyday) terms.set(printed, { text: matchText(printed), official: official.map(matchText) });
  const folded = [...new Set(words.map((raw) => matchText(raw)))].filter((word) => !isStopWord(word));
  for (const word of folded) if (!folded.some((other) => other !== word && other.includes(word)) && !terms.has(word)) terms.set(word, { text: word, official: [] });
  return [...terms.values()];
}

/** The sentences that may answer, best first, at most one a passage. */
export function findEvidence(query: PassagesQuery, terms: readonly EvidenceTerm[], context: AnswerContext): readonly Evidence[] {
  const passages = candidatePassages(query, context);
  const texts = passages.map(({ passage, document }) => `${passage.headings.join(" ")} ${sliceOf(document.source, passage.span)}`).map(matchText);
  const weighed = weighTerms(terms, texts);
  const found = passages.flatMap(({ passage, document }, index) => {
    const best = bestSentence(query, weighed, passage, document, texts[index] ?? "");
    return best ? [best] : [];
  });
  return found.sort((a, b) => b.score - a.score);
}

function candidatePassages(query: PassagesQuery, { corpus, passage, passagesOf, found }: AnswerContext): readonly { readonly passage: Passage; readonly document: OfficialDocument }[] {
  const scoped = new Set(query.scope.documents);
  const within = query.within && tasksOf(query.within, corpus);
  const hits = within ? within.flatMap(({ documentId, span }) => passagesOf(documentId).filter((own) => contains(span, own.span))) : (found?.hits ?? []).flatMap(({ id }) => passage(id) ?? []);
  const near = (query.near ?? []).flatMap((place) => passagesOf(place.document).filter((own) => own.span.start <= place.start && place.end <= own.span.end));
  return [...new Set([...near, ...hits])].flatMap((own) => {
    const document = corpus.document(own.documentId);
    return document && scoped.has(own.documentId) ? [{ passage: own, document }] : [];
  });
}

function bestSentence(query: PassagesQuery, terms: readonly WeighedTerm[], passage: Passage, document: OfficialDocument, whole: string): Evidence | undefined {
  const coverage = evidenceOf(terms, whole);
  if (coverage === 0) return undefined;
  const headings = matchText(passage.headings.join(" "));
  let best: Evidence | undefined;
  for (const span of sentenceSpans(document.source, passage.span)) {
    const text = matchText(sliceOf(document.source, span));
    const own = evidenceOf(terms, text);
    const withHeadings = evidenceOf(terms, text, headings, HEADING_SHARE);
    const chosen = query.wanted === "figure" || query.wanted === "frequency" ? bestFigure(query, terms, document, span) : undefined;
    const score = 0.45 * coverage + 0.4 * withHeadings + 0.15 * own + fitOf(query.wanted, text, chosen !== undefined);
    if (!best || score > best.score) best = { document, passage, span, coverage, own: withHeadings, score, figure: chosen?.figure, figureSpan: chosen?.span };
  }
  return best;
}

/** What a heading says of its paragraph's sentences counts less than what they say themselves. */
const HEADING_SHARE = 0.6;

const FREQUENCY = /每(?:个)?(?:季度|月|年|半年|周|天|日|次)|按(?:季度|月|年)|全年|一年|定期|至少|不少于|季度|年度|动态/u;
const DATE = /\d{1,2}月|\d{4}年|[〇零一二三四五六七八九十]{1,4}[年月]/u;

/** A sentence of the kind that is wanted is preferred. */
function fitOf(wanted: Wanted, text: string, hasFigure: boolean): number {
  if (wanted === "figure") return hasFigure ? 0.12 : -0.1;
  if (wanted === "frequency") return FREQUENCY.test(text) ? 0.12 : -0.08;
  if (wanted === "date") return DATE.test(text) ? 0.1 : -0.08;
  if (wanted === "basis") return /《[^》]+》/u.test(text) ? 0.1 : -0.08;
  return 0;
}

/** The figure whose clause says most of what was asked, in the measure asked. */
function bestFigure(query: PassagesQuery, terms: readonly WeighedTerm[], document: OfficialDocument, sentence: Span): { readonly figure: Figure; readonly span: Span } | undefined {
  let best: { readonly figure: Figure; readonly span: Span; readonly score: number } | undefined;
  const clauses = clauseSpans(document.source, sentence);
  clauses.forEach((span, index) => {
    const text = sliceOf(document.source, span);
    const folded = matchText(text);
    const before = clauses[index - 1];
    const own = evidenceOf(terms, folded);
    const context = before ? evidenceOf(terms, matchText(sliceOf(document.source, { start: before.start, end: span.end }))) : own;
    for (const figure of findFigures(text, span.start)) {
      if (query.measure !== undefined && !sameMeasure(query.measure, figure.measure)) continue;
      if (query.measure === undefined && /^[年月日号]?$/u.test(figure.measure)) continue;
      const exact = query.measure !== undefined && query.measure === figure.measure ? 0.05 : 0;
      const score = own + 0.4 * context + exact + nearness(terms, text, figure, span.start);
      if (!best || score > best.score) best = { figure, span, score };
    }
  });
  return best;
}

/** A word of the question right before or behind the figure: 检查人员1297名, 278项行政许可事项. */
function nearness(terms: readonly WeighedTerm[], text: string, figure: Figure, offset: number): number {
  const before = matchText(text.slice(Math.max(0, figure.span.start - offset - NEAR_CHARACTERS), figure.span.start - offset));
  const after = matchText(text.slice(figure.span.end - offset, figure.span.end - offset + NEAR_CHARACTERS));
  return 0.3 * Math.max(evidenceOf(terms, before), evidenceOf(terms, after));
}

const NEAR_CHARACTERS = 8;
