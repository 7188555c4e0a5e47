import type { OfficialDocument } from "../document/official-document.ts";
import type { PassagesQuery } from "../question/query.ts";
import { evidenceOf, type WeighedTerm } from "../search/evidence.ts";
import { CHANGED_TO, type Figure, sameMeasure } from "../search/figures.ts";
import { matchText } from "../search/match-text.ts";
import type { SentenceReading } from "../search/passage-reading.ts";
import type { Span } from "../text/span.ts";

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

/** What a question asks of figures, read out of it once. */
export interface AskedFigure {
  readonly query: PassagesQuery;
  /** The words that speak for a figure beside them: all but numbers and the question words themselves. */
  readonly terms: readonly WeighedTerm[];
  readonly given: GivenNumbers;
  /** What is counted. */
  readonly noun: string | undefined;
  /** Pairs of characters of which one must stand beside a figure; empty where any figure may be meant. */
  readonly beside: readonly string[];
  /** What is done to it: 取消 of 取消了几项. */
  readonly verb: string | undefined;
  /** Of a change, the figure before it. */
  readonly asksBefore: boolean;
  readonly asksThisYear: boolean;
}

export function askedFigureOf(query: PassagesQuery, terms: readonly WeighedTerm[]): AskedFigure {
  return {
    query,
    terms: terms.filter(({ text }) => !/^[\d.]+$|多少|几/u.test(text)),
    given: givenNumbers(query.words),
    ...countedNoun(query.words),
    verb: COUNTED_VERB.exec(query.words)?.[1],
    asksBefore: /之前|以前|原来|原先|原本|早先|先前|调整前|改革前/u.test(query.words),
    asksThisYear: /今年|本年|当年/u.test(query.words),
  };
}

/** The figure of a sentence whose clause says most of what was asked, in the measure and for the year asked. */
export function bestFigure(asked: AskedFigure, document: OfficialDocument, sentence: SentenceReading): FoundFigure | undefined {
  const { query, terms } = asked;
  const folded = (start: number, end: number): string => sentence.text.slice(start - sentence.span.start, end - sentence.span.start);
  let best: FoundFigure | undefined;
  for (const { span: clause, before, words: text, figures } of sentence.figureClauses()) {
    const fitting = figures.filter((figure) => isAsked(figure, asked) && countsNoun(asked, text, figure, clause.start));
    if (fitting.length === 0) continue;
    const own = evidenceOf(terms, folded(clause.start, clause.end));
    const context = evidenceOf(terms, folded(before.start, clause.end));
    if (own < MIN_OWN && context < MIN_CONTEXT && query.within === undefined) continue;
    for (const figure of fitting) {
      const otherYear = isOtherYear(folded(sentence.span.start, figure.span.start), query, document);
      if (otherYear && (query.years.length > 0 || asked.asksThisYear)) continue;
      const exact = query.measure !== undefined && query.measure === figure.measure ? EXACT : 0;
      const against = (otherYear ? OTHER_YEAR : 0) + (isChanged(asked, figure, figures, text, clause.start) ? CHANGED : 0);
      const score =
        own +
        0.4 * context +
        exact +
        nounAfter(asked, text, figure, clause.start) +
        nearness(terms, text, figure, clause.start) +
        labelled(asked, text, figure, clause.start) -
        against;
      if (!best || score > best.score) best = { figure, clause, score };
    }
  }
  return best;
}

/** Numbers that a question states: 278项里取消了多少 has one, which is no answer; 236还是243 has two, of which one is. */
interface GivenNumbers {
  readonly values: ReadonlySet<number>;
  readonly isChoice: boolean;
}

function givenNumbers(words: string): GivenNumbers {
  const values = new Set([...words.matchAll(/(?<!\d)\d+(?:\.\d+)?(?!\d)/gu)].map(([digits]) => Number(digits)));
  return { values, isChoice: /\d\D{0,4}(?:还是|或者?是?)\D{0,4}\d/u.test(words) };
}

function isAsked(figure: Figure, { query, given }: AskedFigure): boolean {
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
function isChanged({ asksBefore }: AskedFigure, figure: Figure, figures: readonly Figure[], text: string, offset: number): boolean {
  const next = figures[figures.indexOf(figure) + 1];
  const previous = figures[figures.indexOf(figure) - 1];
  const other = asksBefore ? previous : next;
  if (!other) return false;
  const between = asksBefore
    ? text.slice(other.span.end - offset, figure.span.start - offset)
    : text.slice(figure.span.end - offset, other.span.start - offset);
  return CHANGED_TO.test(between);
}

/** What is counted: the noun behind the measure word (多少个部门), else the one before it (执法辅助人员几个). Two characters of it. */
function countedNoun(words: string): Pick<AskedFigure, "noun" | "beside"> {
  const behind = /(?:多少|几)(?:个|家|名|项|件|条|次|场|种|辆|处)?(?!人次|场次|批次)(\p{Script=Han}{2})/u.exec(words)?.[1];
  if (behind !== undefined) return { noun: behind, beside: [behind] };
  const before = BEFORE_COUNT.exec(words)?.[1];
  if (before === undefined) return { noun: undefined, beside: [] };
  return { noun: before.slice(-2), beside: Array.from({ length: before.length - 1 }, (_, at) => before.slice(at, at + 2)) };
}

/** 窝点端了几个, 刑拘了几个: what stands before a count. */
const BEFORE_COUNT = /(\p{Script=Han}{2,6}?)(?:了|过)?(?:一共|总共|共)?(?:是|有)?(?:多少|几)个/u;

function besideFigure(noun: string, text: string, figure: Figure, offset: number): boolean {
  const start = figure.span.start - offset;
  return text.slice(Math.max(0, start - NEAR_CHARACTERS), figure.span.end - offset + NEAR_CHARACTERS).includes(noun);
}

/** 个 counts anything, so that a figure with another measure word must stand beside what is counted: not 1次 for 多少个乡镇. */
function countsNoun({ query, terms, beside }: AskedFigure, text: string, figure: Figure, offset: number): boolean {
  if (query.measure !== "个" || figure.measure === "个") return true;
  const names = [...beside, ...terms.flatMap((term) => (beside.includes(term.text) ? term.official : []))];
  return beside.length === 0 || names.some((name) => besideFigure(name, text, figure, offset));
}

/** 多少个部门: the noun behind the question's measure word stands behind the figure too. */
function nounAfter({ noun }: AskedFigure, text: string, figure: Figure, offset: number): number {
  return noun !== undefined && text.slice(figure.span.end - offset, figure.span.end - offset + NEAR_CHARACTERS).includes(noun) ? NOUN : 0;
}

/** What a question counts stands right before the figure: 取消47项 for 取消了几项, 骨干约2500余人 for 多少骨干. */
function labelled({ query, terms, noun, verb }: AskedFigure, text: string, figure: Figure, offset: number): number {
  const asked = query.measure === undefined ? noun : undefined;
  if (verb === undefined && asked === undefined) return 0;
  const label = text.slice(Math.max(0, figure.span.start - offset - 2 * NEAR_CHARACTERS), figure.span.start - offset).replace(ROUNDED, "");
  const official = terms.flatMap((term) => (term.text === verb ? term.official : []));
  return [verb, asked, ...official].some((words) => words !== undefined && label.endsWith(words)) ? LABELLED : 0;
}

const ROUNDED = /[”"」』)]?(?:大约|约|近|共有|共|达到|达|超过|已有|为|有)?$/u;
const COUNTED_VERB = /(\p{Script=Han}{2})(?:了|过|掉)?(?:一共|总共|共)?(?:多少|几)/u;

/** A word of the question right before or behind the figure: 检查人员1297名, 278项行政许可事项. */
function nearness(terms: readonly WeighedTerm[], text: string, figure: Figure, offset: number): number {
  const before = matchText(text.slice(Math.max(0, figure.span.start - offset - NEAR_CHARACTERS), figure.span.start - offset)).replace(/^.*[和、及与]/u, "");
  const after = matchText(text.slice(figure.span.end - offset, figure.span.end - offset + NEAR_CHARACTERS));
  return NEARNESS * Math.max(evidenceOf(terms, before), 0.8 * evidenceOf(terms, after));
}
