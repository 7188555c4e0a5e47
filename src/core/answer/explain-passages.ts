import type { PassagesQuery, Query } from "../question/query.ts";
import type { WeighedTerm } from "../search/evidence.ts";
import { contains } from "../text/span.ts";
import type { Answer } from "./answer.ts";
import { titleOfPlace } from "./cite.ts";
import { evidenceByClause } from "./clause-evidence.ts";
import type { AnswerContext, FoundPassages } from "./context.ts";
import { emphasiseAsk, questionTerms } from "./evidence-terms.ts";
import type { Explanation } from "./explain-tasks.ts";
import { goodEvidence, leastShare, type Shortcoming, shortcomingOf, standsOut } from "./good-evidence.ts";
import { type Evidence, findEvidence, LEAST_COVERAGE, prepareSearch, type Search } from "./passage-evidence.ts";
import { proveUnits } from "./proof.ts";
import { beyondTasks, topicPassages } from "./topic-units-answer.ts";

/** The passage that answers, and what came next. */
const MAX_PLACES = 3;
const MAX_WORDS = 12;
const MAX_MISSING = 4;
/** Of the heaviest word's weight. */
const HEAVY = 0.67;
const MIDDLING = 0.34;

/** How passages were searched: how many, by which words, how much of the question each of the best holds, and whether that is enough. */
export function explainPassages(query: PassagesQuery, answer: Answer, context: AnswerContext): Explanation {
  const { found } = context;
  if (!found) return { said: [], rows: [], proof: [] };
  const search = prepareSearch(query, questionTerms(query, found, context.register), context);
  const said = [searchedLine(query, search, context), ...wordLines(search.terms, found)];
  if (search.terms.length === 0) return { said: [...said, withoutWords(query, search)], rows: [], proof: [] };
  const parts = query.asks.length > 0 ? query.asks : [undefined];
  const placed = parts.map((part) => {
    const asked = part ? { ...query, words: part.words, wanted: part.wanted, measure: part.measure } : query;
    const evidence = findEvidence(asked, search, part ? emphasiseAsk(search.terms, part, query) : search.terms);
    return { part, asked, evidence };
  });
  const whole = placed.flatMap(({ asked, evidence }) => goodEvidence(evidence, asked, found));
  const byClause = whole.length === 0 && query.asks.length === 0 ? evidenceByClause(query, search, found) : undefined;
  if (byClause) {
    const { clause, query: asked, search: own } = byClause;
    const rows = placeLines({ query: asked, evidence: findEvidence(asked, own), search: own, found, answer });
    return { said: [...said, `整个问题没有一段够得上，单看“${clause.trim()}”。`, thresholdLine(asked)], rows, proof: [] };
  }
  return {
    said: [...said, thresholdLine(query)],
    rows: placed.flatMap(({ part, asked, evidence }) => [
      ...(part ? [`“${part.words.trim()}”：`] : []),
      ...placeLines({ query: asked, evidence, search, found, answer }),
    ]),
    proof: answer.behaviour === "not_found" ? ["没有一段够作答，所以没有找到。"] : [],
  };
}

/** A topic that no title has: the passages of tasks, then any. */
export function explainTopic(query: Extract<Query, { kind: "topic-units" }>, answer: Answer, context: AnswerContext): Explanation {
  const first = explainPassages(topicPassages(query), answer, context);
  const untitled = `没有哪一项的标题是“${query.about}”，改查原文。`;
  if (answer.units.length > 0) return { ...first, said: [untitled, ...first.said], proof: [proveUnits(query.role, answer, context.corpus)] };
  const beyond = explainPassages(beyondTasks(query), answer, context);
  return { ...beyond, said: [untitled, "各项任务里没有够得上的，再查文件的全部原文。", ...beyond.said] };
}

function searchedLine({ within, scope }: PassagesQuery, { candidates }: Search, { passagesOf }: AnswerContext): string {
  if (within) return `只看选定的${within.length}项任务，${candidates.length}段原文。`;
  const all = scope.documents.reduce((sum, id) => sum + passagesOf(id).length, 0);
  return `查了${all}段原文，细看最可能的${candidates.length}段。`;
}

/** The words by weight, rare ones heavier: 重、中、轻. */
function wordLines(terms: readonly WeighedTerm[], { everyday }: FoundPassages): readonly string[] {
  const most = Math.max(...terms.map(({ weight }) => weight), 0);
  const groups = [
    ["重", (share: number) => share >= HEAVY],
    ["中", (share: number) => share >= MIDDLING && share < HEAVY],
    ["轻", (share: number) => share < MIDDLING],
  ] as const;
  const shown = [...terms].sort((a, b) => b.weight - a.weight).slice(0, MAX_WORDS);
  const named = groups.flatMap(([name, belongs]) => {
    const words = shown.filter(({ weight }) => belongs(weight / most)).map(({ text }) => text);
    return words.length > 0 ? [`${name}${inMarks(words)}`] : [];
  });
  const more = terms.length > MAX_WORDS ? `等${terms.length}个` : "";
  return [
    ...(named.length > 0 ? [`用的词（越少见越重）：${named.join("，")}${more}。`] : []),
    ...everyday.slice(0, MAX_MISSING).map(({ printed, official }) => `“${printed}”同时按${inMarks(official.slice(0, MAX_MISSING))}查。`),
  ];
}

function withoutWords({ within, units }: PassagesQuery, { candidates }: Search): string {
  if (within) return "除了这一项，问题里没有别的词，所以给出全文。";
  return units.length > 0 && candidates.length > 0 ? "除了单位，问题里没有别的词，所以列出写到它的每一句。" : "问题里没有可以查的词。";
}

/** What a passage must hold to answer. */
function thresholdLine(query: PassagesQuery): string {
  const [least, alone] = [leastShare(query, false), leastShare(query, true)];
  return `够作答的：占问题的${percent(least)}以上${alone < least ? `，明显好过别段的${percent(alone)}以上` : ""}。`;
}

interface Judged {
  readonly query: PassagesQuery;
  readonly evidence: readonly Evidence[];
  readonly search: Search;
  readonly found: FoundPassages;
  readonly answer: Answer;
}

/** The best passages, each with its share of the question and whether that is enough. */
function placeLines(judged: Judged): readonly string[] {
  const { query, evidence, search, found, answer } = judged;
  if (evidence.length === 0) return [`没有一段占到问题的${percent(LEAST_COVERAGE)}。`];
  const alone = standsOut(evidence);
  const lines = evidence.slice(0, MAX_PLACES).map((one, index) => {
    const short = shortcomingOf(one, query, alone && index === 0, found);
    const why = short && `不够：${WHY[short](query, leastShare(query, alone && index === 0))}${index === 0 ? missingWords(one, search) : ""}`;
    return `${index + 1}. ${titleOfPlace(one.document, one.passage)}：占问题的${percent(one.coverage)}，${why ?? (isQuoted(one, answer) ? "够了，已引用" : "够了，没有引用")}。`;
  });
  return [...lines, ...(evidence.length > MAX_PLACES ? [`其余${evidence.length - MAX_PLACES}段不如这些。`] : [])];
}

function isQuoted({ document, passage }: Evidence, { citations }: Answer): boolean {
  return citations.some((quoted) => quoted.document === document.id && contains(passage.span, quoted));
}

const WHY: Readonly<Record<Shortcoming, (query: PassagesQuery, least: number) => string>> = {
  share: (_, least) => `要${percent(least)}`,
  sentence: () => "没有一句话自己说够",
  circumstance: () => "只对上不要紧的词",
  figure: ({ measure }) => (measure ? `没有论“${measure}”的数` : "没有所问的数"),
  year: ({ years }) => `不是${years.join("、")}年的数`,
  noun: () => "数的不是所问的东西",
};

function missingWords({ passage }: Evidence, { candidates, terms }: Search): string {
  const held = candidates.find((candidate) => candidate.passage === passage)?.coverages;
  const missing = terms.filter((_, index) => !held?.[index]).map(({ text }) => text);
  return missing.length > 0 ? `，没有写到${inMarks(missing.slice(0, MAX_MISSING))}` : "";
}

/** Never more than it is: 44.9% is 44%, below a threshold of 45%. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`;
}

function inMarks(words: readonly string[]): string {
  return `“${words.join("”“")}”`;
}
