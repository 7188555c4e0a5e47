import type { OfficialDocument } from "../document/official-document.ts";
import type { PassagesQuery } from "../question/query.ts";
import { clauseSpans } from "../search/clauses.ts";
import { evidenceOf, type WeighedTerm } from "../search/evidence.ts";
import { CHANGED_TO, type Figure, findFigures, sameMeasure } from "../search/figures.ts";
import { matchText } from "../search/match-text.ts";
import { type Span, sliceOf } from "../text/span.ts";

/** A figure with the clause that prints it. */
export interface FoundFigure {
  readonly figure: Figure;
  readonly clause: Span;
  readonly score: number;
}

/** A figure of another year is not the one asked for. */
const OTHER_YEAR = 0.4;
/** Of 由166项调整为177项 the second is asked, unless the question says 之前. */
const CHANGED = 1.2;
/** The measure word that was asked, not one of its kin. */
const EXACT = 0.12;
/** The noun behind the question's measure word stands behind the figure too. */
const NOUN = 0.25;
/** A figure answers only where its clause, or that with the clause before, says something of what was asked. */
const MIN_OWN = 0.12;
const MIN_CONTEXT = 0.25;
/** What stands right beside a figure says what it counts. */
const NEARNESS = 0.7;
const NEAR_CHARACTERS = 8;
const LABELLED = 0.6;

/** The figure of a sentence whose clause says most of what was asked, in the measure and for the year asked. */
export function bestFigure(query: PassagesQuery, terms: readonly WeighedTerm[], document: OfficialDocument, sentence: Span): FoundFigure | undefined {
  const words = terms.filter(({ text }) => !/^[\d.]+$|多少|几/u.test(text));
  const given = givenNumbers(query.words);
  let best: FoundFigure | undefined;
  const clauses = clauseSpans(document.source, sentence);
  clauses.forEach((clause, index) => {
    const text = sliceOf(document.source, clause);
    const figures = findFigures(text, clause.start);
    const asked = figures.filter((figure) => isAsked(figure, query, given) && countsNoun(query, text, figure, clause.start));
    if (asked.length === 0) return;
    const before = clauses[index - 1] ?? clause;
    const own = evidenceOf(words, matchText(text));
    const context = evidenceOf(words, matchText(sliceOf(document.source, { start: before.start, end: clause.end })));
    for (const figure of asked) {
      const said = matchText(sliceOf(document.source, { start: sentence.start, end: figure.span.start }));
      const otherYear = isOtherYear(said, query, document);
      if (otherYear && query.years.length > 0) continue;
      const exact = query.measure !== undefined && query.measure === figure.measure ? EXACT : 0;
      const against = (otherYear ? OTHER_YEAR : 0) + (isChanged(query, figure, figures, text, clause.start) ? CHANGED : 0);
      const score =
        own +
        0.4 * context +
        exact +
        nounAfter(query, text, figure, clause.start) +
        nearness(words, text, figure, clause.start) +
        labelled(query, text, figure, clause.start) -
        against;
      const supported = own >= MIN_OWN || context >= MIN_CONTEXT || query.within !== undefined;
      if (supported && (!best || score > best.score)) best = { figure, clause, score };
    }
  });
  return best;
}

/** Numbers that a question states: 278项里取消了多少 has one, which is no answer; 236还是243 has two, of which one is. */
function givenNumbers(words: string): { readonly values: ReadonlySet<number>; readonly isChoice: boolean } {
  const values = new Set([...words.matchAll(/(?<!\d)\d+(?:\.\d+)?(?!\d)/gu)].map(([digits]) => Number(digits)));
  return { values, isChoice: /\d\D{0,4}(?:还是|或者?是?)\D{0,4}\d/u.test(words) };
}

function isAsked(figure: Figure, query: PassagesQuery, given: ReturnType<typeof givenNumbers>): boolean {
  const stated = figure.value !== undefined && given.values.has(figure.value);
  if (given.isChoice ? !stated : stated) return false;
  return query.measure === undefined ? !/^[年月日号]?$/u.test(figure.measure) : sameMeasure(query.measure, figure.measure);
}

/** Whether the last year named before a figure is none that was asked: 2016-2018年,…120件 in a report on 2019. */
function isOtherYear(before: string, query: PassagesQuery, document: OfficialDocument): boolean {
  const named = [...before.matchAll(/(?<!\d)((?:19|20)\d{2})(?:-(?:19|20)?\d{2,4})?年|今年|本年|目前|截至|截止|现已|全年/gu)].at(-1);
  if (!named) return false;
  const year = named[1] === undefined ? document.year : Number(named[1]);
  const asked = query.years.length > 0 ? query.years : document.year === undefined ? [] : [document.year];
  return asked.length > 0 && year !== undefined && !asked.includes(year);
}

/** Whether a figure is the one before a change, and the question does not ask for that one. */
function isChanged(query: PassagesQuery, figure: Figure, figures: readonly Figure[], text: string, offset: number): boolean {
  const next = figures[figures.indexOf(figure) + 1];
  const previous = figures[figures.indexOf(figure) - 1];
  const asksBefore = /之前|以前|原来|原先|原本|早先|先前|调整前|改革前/u.test(query.words);
  const other = asksBefore ? previous : next;
  if (!other) return false;
  const between = asksBefore
    ? text.slice(other.span.end - offset, figure.span.start - offset)
    : text.slice(figure.span.end - offset, other.span.start - offset);
  return CHANGED_TO.test(between);
}

/** What a question counts, read out of it once. */
interface Counted {
  readonly noun: string | undefined;
  readonly verb: string | undefined;
}

const counted = new WeakMap<PassagesQuery, Counted>();

function countedBy(query: PassagesQuery): Counted {
  const known = counted.get(query) ?? { noun: countedNoun(query.words), verb: COUNTED_VERB.exec(query.words)?.[1] };
  counted.set(query, known);
  return known;
}

/** What is counted: the noun behind the measure word (多少个部门), else the one before it (执法辅助人员几个). Two characters of it. */
function countedNoun(words: string): string | undefined {
  const behind = /(?:多少|几)(?:个|家|名|项|件|条|次|场|种|辆|处)?(?!人次|场次|批次)(\p{Script=Han}{2})/u.exec(words)?.[1];
  return behind ?? /(\p{Script=Han}{2})(?:了|过)?(?:一共|总共|共)?(?:是|有)?(?:多少|几)个/u.exec(words)?.[1];
}

function besideFigure(noun: string, text: string, figure: Figure, offset: number): boolean {
  const start = figure.span.start - offset;
  return text.slice(Math.max(0, start - NEAR_CHARACTERS), figure.span.end - offset + NEAR_CHARACTERS).includes(noun);
}

/** 个 counts anything, so that a figure with another measure word must stand beside what is counted: not 1次 for 多少个乡镇. */
function countsNoun(query: PassagesQuery, text: string, figure: Figure, offset: number): boolean {
  if (query.measure !== "个" || figure.measure === "个") return true;
  const { noun } = countedBy(query);
  return noun === undefined || besideFigure(noun, text, figure, offset);
}

/** 多少个部门: the noun behind the question's measure word stands behind the figure too. */
function nounAfter(query: PassagesQuery, text: string, figure: Figure, offset: number): number {
  const { noun } = countedBy(query);
  return noun !== undefined && text.slice(figure.span.end - offset, figure.span.end - offset + NEAR_CHARACTERS).includes(noun) ? NOUN : 0;
}

/** What a question counts stands right before the figure: 取消47项 for 取消了几项, 骨干约2500余人 for 多少骨干. */
function labelled(query: PassagesQuery, text: string, figure: Figure, offset: number): number {
  const { noun, verb } = countedBy(query);
  const asked = query.measure === undefined ? noun : undefined;
  if (verb === undefined && asked === undefined) return 0;
  const label = text.slice(Math.max(0, figure.span.start - offset - 2 * NEAR_CHARACTERS), figure.span.start - offset).replace(ROUNDED, "");
  return [verb, asked].some((words) => words !== undefined && label.endsWith(words)) ? LABELLED : 0;
}

const ROUNDED = /[”"」』)]?(?:大约|约|近|共有|共|达到|达|超过|已有|为|有)?$/u;
const COUNTED_VERB = /(\p{Script=Han}{2})(?:了|过|掉)?(?:一共|总共|共)?(?:多少|几)/u;

/** A word of the question right before or behind the figure: 检查人员1297名, 278项行政许可事项. */
function nearness(terms: readonly WeighedTerm[], text: string, figure: Figure, offset: number): number {
  const before = matchText(text.slice(Math.max(0, figure.span.start - offset - NEAR_CHARACTERS), figure.span.start - offset)).replace(/^.*[和、及与]/u, "");
  const after = matchText(text.slice(figure.span.end - offset, figure.span.end - offset + NEAR_CHARACTERS));
  return NEARNESS * Math.max(evidenceOf(terms, before), 0.8 * evidenceOf(terms, after));
}
