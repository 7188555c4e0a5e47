import type { OfficialDocument } from "../document/official-document.ts";
import type { Query } from "../question/query.ts";
import { clauseSpans } from "../search/clauses.ts";
import { evidenceOf, type WeighedTerm } from "../search/evidence.ts";
import { CHANGED_TO, type Figure, findFigures, sameMeasure } from "../search/figures.ts";
import { matchText } from "../search/match-text.ts";
import { sliceOf, type Span } from "../text/span.ts";

type PassagesQuery = Extract<Query, { kind: "passages" }>;

/** A figure with the clause that prints it. */
export interface FoundFigure {
  readonly figure: Figure;
  readonly clause: Span;
  readonly score: number;
}

/** The figure of a sentence whose clause says most of what was asked, in the measure and for the year asked. */
export function bestFigure(query: PassagesQuery, terms: readonly WeighedTerm[], document: OfficialDocument, sentence: Span): FoundFigure | undefined {
  let best: FoundFigure | undefined;
  const clauses = clauseSpans(document.source, sentence);
  clauses.forEach((clause, index) => {
    const text = sliceOf(document.source, clause);
    const before = clauses[index - 1] ?? clause;
    const own = evidenceOf(terms, matchText(text));
    const context = evidenceOf(terms, matchText(sliceOf(document.source, { start: before.start, end: clause.end })));
    const figures = findFigures(text, clause.start);
    for (const figure of figures) {
      if (!isAsked(figure, query.measure)) continue;
      const exact = query.measure !== undefined && query.measure === figure.measure ? EXACT : 0;
      const said = matchText(sliceOf(document.source, { start: sentence.start, end: figure.span.start }));
      const turned = isChanged(figure, figures, text, clause.start) ? CHANGED : 0;
      const score = own + 0.4 * context + exact - turned + nounAfter(query, text, figure, clause.start) + nearness(terms, text, figure, clause.start) - (isOtherYear(said, query, document) ? OTHER_YEAR : 0);
      if (!best || score > best.score) best = { figure, clause, score };
    }
  });
  return best;
}

/** Whether a figure is the one before a change (由166项调整为177项); the one after it is asked, unless the question says 之前. */
function isChanged(figure: Figure, figures: readonly Figure[], text: string, offset: number): boolean {
  const next = figures[figures.indexOf(figure) + 1];
  return next !== undefined && CHANGED_TO.test(text.slice(figure.span.end - offset, next.span.start - offset));
}

const CHANGED = 0.3;
/** The measure word that was asked, not one of its kin. */
const EXACT = 0.12;

/** 多少个部门: the noun behind the question's measure word stands behind the figure too. */
function nounAfter(query: PassagesQuery, text: string, figure: Figure, offset: number): number {
  const noun = /(?:多少|几)(?:个|家|名|项|件|条|次|场|种)?(\p{Script=Han}{2})/u.exec(query.words)?.[1];
  return noun !== undefined && text.slice(figure.span.end - offset, figure.span.end - offset + NEAR_CHARACTERS).includes(noun) ? NOUN : 0;
}

const NOUN = 0.25;

/** A figure of another year is not the one asked for. */
const OTHER_YEAR = 0.4;

function isAsked(figure: Figure, measure: string | undefined): boolean {
  return measure === undefined ? !/^[年月日号]?$/u.test(figure.measure) : sameMeasure(measure, figure.measure);
}

/** Whether the last year named before a figure is none that was asked: 2016-2018年,…120件 in a report on 2019. */
function isOtherYear(before: string, query: PassagesQuery, document: OfficialDocument): boolean {
  const named = [...before.matchAll(/(?<!\d)((?:19|20)\d{2})(?:-(?:19|20)?\d{2,4})?年|今年|本年|目前|截至|截止|现已|全年/gu)].at(-1);
  if (!named) return false;
  const year = named[1] === undefined ? document.year : Number(named[1]);
  const asked = query.years.length > 0 ? query.years : document.year === undefined ? [] : [document.year];
  return asked.length > 0 && year !== undefined && !asked.includes(year);
}

/** A word of the question right before or behind the figure: 检查人员1297名, 278项行政许可事项. */
function nearness(terms: readonly WeighedTerm[], text: string, figure: Figure, offset: number): number {
  const before = matchText(text.slice(Math.max(0, figure.span.start - offset - NEAR_CHARACTERS), figure.span.start - offset));
  const after = matchText(text.slice(figure.span.end - offset, figure.span.end - offset + NEAR_CHARACTERS));
  return 0.3 * Math.max(evidenceOf(terms, before), evidenceOf(terms, after));
}

const NEAR_CHARACTERS = 8;
