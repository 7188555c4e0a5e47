import type { OfficialDocument } from "../document/official-document.ts";
import type { PassagesQuery, Wanted } from "../question/query.ts";
import { type Coverages, coveragesOf, type EvidenceTerm, evidenceBy, fullEvidence, type WeighedTerm } from "../search/evidence.ts";
import { findFigures, sameMeasure } from "../search/figures.ts";
import { matchText } from "../search/match-text.ts";
import type { Passage } from "../search/passage.ts";
import { type PassageReading, readingOf } from "../search/passage-reading.ts";
import { contains, type Span, sliceOf } from "../text/span.ts";
import { type AnswerContext, tasksOf } from "./context.ts";
import { knownParts, mentionsUnits, weighQuestion } from "./evidence-terms.ts";
import { type AskedFigure, askedFigureOf, bestFigure, type FoundFigure } from "./figure-evidence.ts";

/** A sentence that may answer, and why. */
export interface Evidence {
  readonly document: OfficialDocument;
  readonly passage: Passage;
  /** The sentence. */
  readonly span: Span;
  /** How far passage and headings hold the question's words, 0 to 1. */
  readonly coverage: number;
  /** What it holds of the question with nothing discounted: the weight, and the share. */
  readonly full: { readonly weight: number; readonly share: number };
  /** How far the sentence itself and, in part, its headings do. */
  readonly own: number;
  /** Coverage, and how well it fits what is wanted; compares within one search. */
  readonly score: number;
  /** The figure in it that fits the question best; undefined where none fits. */
  readonly figure: FoundFigure | undefined;
}

interface Place {
  readonly passage: Passage;
  readonly document: OfficialDocument;
  readonly reading: PassageReading;
  readonly near: boolean;
}

interface Candidate extends Place {
  /** How far headings and words hold each term of the search. */
  readonly coverages: Coverages;
}

/** What a question weighs its passages by. */
export interface Search {
  readonly candidates: readonly Candidate[];
  readonly terms: readonly WeighedTerm[];
}

/** The passages that may answer, and the question's words weighed over them. */
export function prepareSearch(query: PassagesQuery, terms: readonly EvidenceTerm[], context: AnswerContext): Search {
  const places = placesFor(query, context);
  const texts = places.map(({ reading }) => reading.text);
  const known = terms.flatMap((term) => knownParts(term, texts));
  const candidates = places.map((place) => ({ ...place, coverages: coveragesOf(known, place.reading.text) }));
  return {
    candidates,
    terms: weighQuestion(
      known,
      candidates.map(({ coverages }) => coverages),
    ),
  };
}

/**
 * The sentences that may answer, best first, one a passage.
 * @param figureTerms the same terms, weighed by the part of the question that asks: by them the sentence of a passage and its figure are chosen
 */
export function findEvidence(query: PassagesQuery, { candidates, terms }: Search, figureTerms: readonly WeighedTerm[] = terms): readonly Evidence[] {
  const asked: Asked = { query, terms, figureTerms, figure: askedFigureOf(query, figureTerms) };
  return candidates.flatMap((candidate) => bestSentence(asked, candidate) ?? []).sort((a, b) => b.score - a.score);
}

function placesFor(query: PassagesQuery, { corpus, register, passage, passagesOf, found }: AnswerContext): readonly Place[] {
  const scoped = new Set(query.scope.documents);
  const within = query.within && tasksOf(query.within, corpus);
  const hits = within
    ? within.flatMap(({ documentId, span }) => passagesOf(documentId).filter((own) => contains(span, own.span)))
    : (found?.hits ?? []).flatMap(({ id }) => passage(id) ?? []);
  const near = (query.near ?? []).flatMap((place) => passagesOf(place.document).filter((own) => own.span.start <= place.start && place.end <= own.span.end));
  const every = query.units.length + query.quoted.length > 0 && !within ? query.scope.documents.flatMap(passagesOf) : [];
  const namesUnits = mentionsUnits(query, register);
  const places = [...new Set([...near, ...hits, ...every])].flatMap((own): readonly Place[] => {
    const document = corpus.document(own.documentId);
    if (!document || !scoped.has(own.documentId)) return [];
    const reading = readingOf(own, document);
    return within || namesUnits(reading.text) ? [{ passage: own, document, reading, near: near.includes(own) }] : [];
  });
  const quoting = places.filter(({ reading }) => query.quoted.every((words) => holdsWords(reading.text, words)));
  if (!query.compare) return quoting.length > 0 ? quoting : places;
  const quotedIn = new Set(quoting.map(({ document }) => document));
  return places.filter((one) => !quotedIn.has(one.document) || quoting.includes(one));
}

/** Whether a text holds quoted words, marks aside: “谁起草、谁解读” and 谁起草谁解读 are the same words. */
function holdsWords(text: string, words: string): boolean {
  const bare = (one: string): string => matchText(one).replace(/[^\p{L}\p{N}]/gu, "");
  const wanted = bare(words);
  // Most passages lack a character, and need not be stripped of their marks.
  return text.includes(matchText(words)) || ([...wanted].every((character) => text.includes(character)) && bare(text).includes(wanted));
}

/** What is asked, the same for every passage. */
interface Asked {
  readonly query: PassagesQuery;
  readonly terms: readonly WeighedTerm[];
  readonly figureTerms: readonly WeighedTerm[];
  readonly figure: AskedFigure;
}

function bestSentence(
  { query, terms, figureTerms, figure: askedFigure }: Asked,
  { passage, document, reading, near, coverages }: Candidate,
): Evidence | undefined {
  const coverage = evidenceBy(terms, coverages);
  if (coverage < (near || query.within ? Number.MIN_VALUE : LEAST_COVERAGE) && terms.length > 0) return undefined;
  const headings = coveragesOf(terms, reading.headings, coverages);
  const full = fullEvidence(terms, coverages);
  let best: Evidence | undefined;
  for (const sentence of reading.sentences()) {
    const held = coveragesOf(terms, sentence.text, coverages);
    const own = evidenceBy(figureTerms, held, headings, HEADING_SHARE);
    const figure = query.wanted === "figure" || query.wanted === "frequency" ? bestFigure(askedFigure, document, sentence) : undefined;
    const fit = query.each
      ? rowOfFigures(query, document, sentence.span)
      : query.wanted === "figure"
        ? figure
          ? 0.1 + 0.12 * figure.score
          : -0.1
        : fitOf(query.wanted, sentence.text);
    const score = 0.45 * coverage + 0.4 * own + 0.15 * evidenceBy(figureTerms, held) + fit + (near ? NEAR : 0);
    if (!best || score > best.score) best = { document, passage, span: sentence.span, coverage, full, own, score, figure };
  }
  return best;
}

/** A sentence with several figures in the measure asked: 投资项目类37项、城管交通类43项. */
function rowOfFigures(query: PassagesQuery, document: OfficialDocument, span: Span): number {
  const figures = findFigures(sliceOf(document.source, span)).filter(({ measure }) => query.measure === undefined || sameMeasure(query.measure, measure));
  return figures.length > 2 ? 0.35 : figures.length > 1 ? 0.2 : -0.1;
}

/** A passage with less is not even near; its sentences are not read. */
export const LEAST_COVERAGE = 0.2;

/** What a heading says of its paragraph's sentences counts less than what they say themselves. */
const HEADING_SHARE = 0.6;
/** A turn that leans on the one before is more likely answered where that one was. */
const NEAR = 0.15;

const FREQUENCY = /每(?:个)?(?:季度|月|年|半年|周|天|日|次)|按(?:季度|月|年)|全年|一年|定期|至少|不少于|季度|年度|动态/u;
const DATE = /\d{1,2}月|\d{4}年|[〇零一二三四五六七八九十]{1,4}[年月]/u;

/** A sentence of the kind that is wanted is preferred. */
function fitOf(wanted: Wanted, text: string): number {
  if (wanted === "frequency") return FREQUENCY.test(text) ? 0.12 : -0.08;
  if (wanted === "date") return DATE.test(text) ? 0.1 : -0.08;
  if (wanted === "basis") return /《[^《》]+》/u.test(text) ? 0.1 : -0.08;
  return 0;
}
