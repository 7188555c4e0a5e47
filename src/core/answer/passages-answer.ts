import type { PassagesQuery } from "../question/query.ts";
import { sentenceSpans } from "../search/clauses.ts";
import { evidenceOf, type WeighedTerm } from "../search/evidence.ts";
import { matchText } from "../search/match-text.ts";
import { type Span, sliceOf } from "../text/span.ts";
import type { Answer } from "./answer.ts";
import { titleOfPlace } from "./cite.ts";
import { evidenceByClause } from "./clause-evidence.ts";
import { type AnswerContext, documentOf, documentsOf, type FoundPassages, namesOfDocuments, tasksOf } from "./context.ts";
import { describeQuery } from "./describe.ts";
import { emphasiseAsk, mentionsUnits, questionTerms } from "./evidence-terms.ts";
import { goodEvidence } from "./good-evidence.ts";
import { notFound } from "./not-found.ts";
import { type Evidence, findEvidence, prepareSearch, type Search } from "./passage-evidence.ts";
import { type Quoted, quoteAnswer } from "./quote-answer.ts";

/** Further passages are quoted when they hold nearly as much. */
const NEAR_BEST = 0.9;
/** Another county's document that says the same is quoted beside it where no county was named. */
const NEAR_ELSEWHERE = 0.8;
const MAX_QUOTED = 3;
/** Side by side: the best of each document, and what holds as much. */
const MAX_COMPARED = 4;
/** Where only a unit is asked, every sentence that names it is quoted, up to so many. */
const MAX_MENTIONS = 10;

/** Quotes the sentences that answer, with their places; says so where none does. */
export function answerPassages(query: PassagesQuery, context: AnswerContext): Answer {
  if (!context.found) return nothingFound(query, [], context);
  const search = prepareSearch(query, questionTerms(query, context.found, context.register), context);
  if (search.terms.length === 0 && query.within) return quoteAnswer(query, wholeTasks(query, context), context);
  if (search.terms.length === 0)
    return query.units.length > 0 && search.candidates.length > 0 ? everyMention(query, search, context) : nothingFound(query, [], context);
  if (query.asks.length > 0) return answerParts(query, search, context, context.found) ?? nothingFound(query, [], context);
  const evidence = findEvidence(query, search);
  const whole = goodEvidence(evidence, query, context.found);
  const good = whole.length > 0 ? whole : (evidenceByClause(query, search, context.found)?.good ?? []);
  const [best] = good;
  if (!best) return nothingFound(query, evidence, context);
  const quoted = chooseQuoted(good, best, query).map((one) => quotedBy(one, query, search.terms));
  return quoteAnswer(query, [...quoted, ...statedNumbers(best, quoted, search.terms)], context);
}

/** The best, then others that hold nearly as much: where counties are compared the best of each. */
function chooseQuoted(good: readonly Evidence[], best: Evidence, query: PassagesQuery): readonly Evidence[] {
  if (query.compare) {
    const perDocument = new Map<string, Evidence>();
    for (const one of good) if (!perDocument.has(one.document.id)) perDocument.set(one.document.id, one);
    const level = good.filter((one) => one.score >= (perDocument.get(one.document.id)?.score ?? 0) * 0.98);
    return [...new Set([...perDocument.values(), ...level])].slice(0, MAX_COMPARED);
  }
  const near = good.filter((one) => one !== best && one.score >= best.score * NEAR_BEST && one.coverage >= best.coverage * NEAR_BEST);
  const elsewhere = good.find(
    (one) => one.document !== best.document && one.score >= best.score * NEAR_ELSEWHERE && one.coverage >= best.coverage * NEAR_ELSEWHERE,
  );
  return [...new Set([best, ...(elsewhere && !query.scope.named ? [elsewhere] : []), ...near])].slice(0, MAX_QUOTED);
}

/** A question about a task without words of its own (第十项依据哪些文件) is answered by the task's words. */
function wholeTasks({ within }: PassagesQuery, { corpus }: AnswerContext): readonly Quoted[] {
  return tasksOf(within ?? [], corpus).map((task) => ({ document: documentOf(task, corpus), span: task.body, figure: undefined }));
}

/** Numbers that the question states are shown where they stand: 236还是243. */
function statedNumbers({ document, passage }: Evidence, quoted: readonly Quoted[], terms: readonly WeighedTerm[]): readonly Quoted[] {
  const shown = quoted.map(({ document: own, span }) => sliceOf(own.source, span)).join("\n");
  const missing = terms.filter(({ text }) => /^\d{2,}$/u.test(text) && !shown.includes(text));
  return missing.flatMap(({ text }): readonly Quoted[] => {
    const span = sentenceSpans(document.source, passage.span).find((sentence) =>
      new RegExp(`(?<!\\d)${text}(?!\\d)`, "u").test(sliceOf(document.source, sentence)),
    );
    return span ? [{ document, span, figure: undefined }] : [];
  });
}

/** Several figures asked at once: each part has its own line and quote. The number of the answer is the first one asked for, or none. */
function answerParts(query: PassagesQuery, search: Search, context: AnswerContext, found: FoundPassages): Answer | undefined {
  const parts = query.asks.map((part) => {
    const asked: PassagesQuery = { ...query, words: part.words, wanted: part.wanted, measure: part.measure };
    const [best] = goodEvidence(findEvidence(asked, search, emphasiseAsk(search.terms, part, query)), asked, found);
    return best ? quotedBy(best, asked, search.terms) : undefined;
  });
  const quoted = parts.flatMap((part) => (part ? [parts[0] ? part : { ...part, figure: undefined }] : []));
  return quoted.length > 0 ? quoteAnswer(query, quoted, context) : undefined;
}

/** What the documents say of a unit that no task names: every sentence with its name. */
function everyMention(query: PassagesQuery, { candidates }: Search, context: AnswerContext): Answer {
  const namesUnits = mentionsUnits(query, context.register);
  const quoted = candidates.flatMap(({ document, reading }): Quoted[] =>
    reading
      .sentences()
      .filter(({ text }) => namesUnits(text))
      .map(({ span }) => ({ document, span, figure: undefined })),
  );
  const inOrder = quoted.sort((a, b) => a.document.id.localeCompare(b.document.id) || a.span.start - b.span.start);
  return quoted.length > 0 ? quoteAnswer(query, inOrder.slice(0, MAX_MENTIONS), context) : nothingFound(query, [], context);
}

function quotedBy(evidence: Evidence, query: PassagesQuery, terms: readonly WeighedTerm[]): Quoted {
  return { document: evidence.document, span: stretchOf(evidence, query, terms), figure: evidence.figure };
}

/** How much of a passage is quoted: all of a short one, else the sentence and those beside it that say more of what was asked. */
function stretchOf({ document, passage, span }: Evidence, query: PassagesQuery, terms: readonly WeighedTerm[]): Span {
  if (query.wanted === "figure" && !query.compare) return span;
  const whole =
    query.compare || query.wanted === "passage" || query.wanted === "definition" || query.wanted === "basis"
      ? WHOLE_PASSAGE_CHARACTERS
      : SHORT_PASSAGE_CHARACTERS;
  if (passage.span.end - passage.span.start <= whole) return passage.span;
  const sentences = sentenceSpans(document.source, passage.span);
  const coverage = (from: number, to: number): number => {
    const [start, end] = [sentences[from]?.start, sentences[to]?.end];
    return start === undefined || end === undefined ? -1 : evidenceOf(terms, matchText(sliceOf(document.source, { start, end })));
  };
  let first = sentences.findIndex(({ start }) => start === span.start);
  let last = first;
  for (;;) {
    const here: Span = { start: sentences[first]?.start ?? span.start, end: sentences[last]?.end ?? span.end };
    const own = coverage(first, last);
    const [before, after] = [coverage(first - 1, last) - own, coverage(first, last + 1) - own];
    if (here.end - here.start >= STRETCH_CHARACTERS || Math.max(before, after) <= 0.02) return wholeSentence(document.source, here, passage.span);
    if (before > after) first -= 1;
    else last += 1;
  }
}

/** Widened to the full stops around it, where that stays short: what stands between semicolons belongs together. */
function wholeSentence(source: string, here: Span, passage: Span): Span {
  let { start, end } = here;
  while (start > passage.start && !/[。\n]/u.test(source.charAt(start - 1))) start -= 1;
  while (end < passage.end && !/[。\n]/u.test(source.charAt(end - 1))) end += 1;
  return end - start <= STRETCH_CHARACTERS ? { start, end } : here;
}

const WHOLE_PASSAGE_CHARACTERS = 450;
const SHORT_PASSAGE_CHARACTERS = 160;
const STRETCH_CHARACTERS = 320;

/** Says what was searched, and what is near by title, marked as not the answer. */
function nothingFound(query: PassagesQuery, evidence: readonly Evidence[], { corpus }: AnswerContext): Answer {
  const documents = documentsOf(query.scope.documents, corpus);
  const near = evidence.filter(({ coverage }) => coverage >= 0.25).slice(0, 3);
  const titles = near.map(({ document, passage }) => titleOfPlace(document, passage)).filter((title) => title !== "");
  const units = query.units.map(({ name }) => name);
  return notFound({
    understood: describeQuery(query, corpus),
    text: `资料里没有找到${units.length > 0 ? `写到${units.join("、")}的相关内容` : "答案"}。查的是${namesOfDocuments(documents)}。`,
    notes: titles.length > 0 ? [{ kind: "note", text: `相近的条目（不是答案）：${[...new Set(titles)].join("；")}` }] : [],
    suggestions: corpus.tasks
      .slice(0, 1)
      .flatMap(({ assignments, title }) => [...assignments.slice(0, 1).map(({ name }) => `${name}负责哪些任务`), `${title}由谁负责`]),
  });
}
