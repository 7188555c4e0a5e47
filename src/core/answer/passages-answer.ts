import type { Query } from "../question/query.ts";
import { sentenceSpans } from "../search/clauses.ts";
import { evidenceOf, weighTerms } from "../search/evidence.ts";
import { matchText } from "../search/match-text.ts";
import { sliceOf, type Span, trimSpan } from "../text/span.ts";
import type { Answer, AnswerItem, Block, Citation } from "./answer.ts";
import { cite, headingOf, itemOf, nodeAt, placeOf } from "./cite.ts";
import { type AnswerContext, documentOf, documentsOf, namesOfDocuments } from "./context.ts";
import { describeQuery } from "./describe.ts";
import { labelNote } from "./misprint.ts";
import { notFound } from "./not-found.ts";
import { type Evidence, findEvidence, termsOf } from "./passage-evidence.ts";

type PassagesQuery = Extract<Query, { kind: "passages" }>;

/** Below this share of the question's words, a passage is near and no answer. */
export const MIN_COVERAGE = 0.5;
/** The sentence with its headings must itself hold this share. */
const MIN_OWN = 0.3;
/** Further passages are quoted when they hold nearly as much. */
const NEAR_BEST = 0.9;
const MAX_QUOTED = 3;
/** All quotes of an answer together, in characters: what one reads on a telephone. */
const MAX_QUOTE_CHARACTERS = 1500;

/** Quotes the sentences that answer, with their places; says so where none does. */
export function answerPassages(query: PassagesQuery, context: AnswerContext): Answer {
  if (!context.found) return nothingFound(query, [], context);
  const terms = termsOf(context.found);
  const evidence = findEvidence(query, terms, context);
  const good = evidence.filter((one) => isGood(one, query));
  const [best] = good;
  if (!best || terms.length === 0) return nothingFound(query, evidence, context);
  const chosen = chooseQuoted(good, best, query);
  return quoted(query, chosen, context);
}

function isGood({ coverage, own, figure }: Evidence, query: PassagesQuery): boolean {
  if (coverage < MIN_COVERAGE || own < MIN_OWN) return false;
  return query.wanted !== "figure" || query.measure === undefined || figure !== undefined;
}

/** The best, then others that hold nearly as much: where counties are compared the best of each. */
function chooseQuoted(good: readonly Evidence[], best: Evidence, query: PassagesQuery): readonly Evidence[] {
  if (query.compare) {
    const perDocument = new Map<string, Evidence>();
    for (const one of good) if (!perDocument.has(one.document.id)) perDocument.set(one.document.id, one);
    return [...perDocument.values()];
  }
  const near = good.filter((one) => one !== best && one.score >= best.score * NEAR_BEST && one.coverage >= best.coverage * NEAR_BEST);
  return [best, ...near].slice(0, MAX_QUOTED);
}

function quoted(query: PassagesQuery, chosen: readonly Evidence[], context: AnswerContext): Answer {
  const { corpus } = context;
  const blocks: Block[] = [];
  const citations: Citation[] = [];
  const items: AnswerItem[] = [];
  const notes = new Set<string>();
  let room = MAX_QUOTE_CHARACTERS;
  for (const evidence of chosen) {
    const { document } = evidence;
    const span = trimSpan(document.source, stretchOf(evidence, query, context));
    if (citations.length > 0 && span.end - span.start > room) continue;
    room -= span.end - span.start;
    const node = nodeAt(document, span);
    const path = node?.path ?? [];
    citations.push(cite(document, span, path));
    blocks.push({ kind: "quote", citation: citations.length - 1, place: placeOf(document, path) });
    const task = corpus.tasksOf(document.id).find((own) => own.span.start <= span.start && span.end <= own.span.end);
    if (!task) continue;
    if (!items.some(({ document: id, ordinal }) => id === task.documentId && ordinal === task.ordinal)) items.push(itemOf(task, documentOf(task, corpus)));
    const note = labelNote(task, corpus);
    if (note) notes.add(`${headingOf(task)}:${note}`);
  }
  const [best] = chosen;
  return {
    behaviour: query.wanted === "figure" ? "number" : "text",
    understood: describeQuery(query, corpus),
    blocks: [leadOf(query, chosen), ...blocks, ...[...notes].map((text): Block => ({ kind: "note", text })), ...definitionNote(query)],
    items,
    units: [],
    collective: [],
    number: query.wanted === "figure" || query.wanted === "frequency" ? (best?.figure?.value ?? null) : null,
    citations,
    suggestions: [],
  };
}

/** The line that answers: the figure's clause as it is printed, or whose words follow. */
function leadOf(query: PassagesQuery, chosen: readonly Evidence[]): Block {
  const [best] = chosen;
  if (!best) return { kind: "text", text: "" };
  if (query.wanted === "figure" && best.figureSpan) {
    const clause = sliceOf(best.document.source, trimSpan(best.document.source, best.figureSpan)).replace(/[,，;；。、:：]+$/u, "");
    return { kind: "text", text: `${best.document.region ?? `《${best.document.title}》`}:${clause}。`, strong: true };
  }
  const regions = [...new Set(chosen.map(({ document }) => document.region ?? `《${document.title}》`))];
  return { kind: "text", text: `${regions.join("、")}的文件这样写:`, strong: true };
}

function definitionNote(query: PassagesQuery): readonly Block[] {
  return query.wanted === "definition" ? [{ kind: "note", text: "文件里用到这个说法,没有另给定义。" }] : [];
}

/** How much of a passage is quoted: the sentence, and those beside it that say more of what was asked. */
function stretchOf(evidence: Evidence, query: PassagesQuery, context: AnswerContext): Span {
  const { document, passage, span } = evidence;
  const length = passage.span.end - passage.span.start;
  if (length <= WHOLE_PASSAGE_CHARACTERS) return passage.span;
  if (query.wanted === "figure") return span;
  const sentences = sentenceSpans(document.source, passage.span);
  const terms = weighTerms(context.found ? termsOf(context.found) : [], [matchText(sliceOf(document.source, passage.span))]);
  const at = sentences.findIndex(({ start }) => start === span.start);
  let [first, last] = [at, at];
  for (;;) {
    const [before, after] = [sentences[first - 1], sentences[last + 1]];
    const here: Span = { start: sentences[first]?.start ?? span.start, end: sentences[last]?.end ?? span.end };
    if (here.end - here.start >= STRETCH_CHARACTERS) return here;
    const own = evidenceOf(terms, matchText(sliceOf(document.source, here)));
    const gain = (other: Span | undefined): number => (other ? evidenceOf(terms, matchText(sliceOf(document.source, { start: Math.min(here.start, other.start), end: Math.max(here.end, other.end) }))) - own : -1);
    const [gainBefore, gainAfter] = [gain(before), gain(after)];
    if (Math.max(gainBefore, gainAfter) <= 0.02) return here;
    if (gainBefore > gainAfter) first -= 1;
    else last += 1;
  }
}

const WHOLE_PASSAGE_CHARACTERS = 160;
const STRETCH_CHARACTERS = 320;

/** Says what was searched, and what is near by title, marked as not the answer. */
export function nothingFound(query: PassagesQuery, evidence: readonly Evidence[], { corpus }: AnswerContext): Answer {
  const documents = documentsOf(query.scope.documents, corpus);
  const near = evidence.filter(({ coverage }) => coverage >= 0.25).slice(0, 3);
  const titles = [...new Set(near.map(({ document, passage }) => `${document.region ?? ""}${document.nodes[passage.node]?.path.join("") ?? ""}${passage.headings.at(-1) ?? ""}`).filter((title) => title !== ""))];
  return notFound({
    understood: describeQuery(query, corpus),
    text: `资料里没有找到。查的是${namesOfDocuments(documents)}。`,
    notes: titles.length > 0 ? [{ kind: "note", text: `相近的条目(不是答案):${titles.join(";")}` }] : [],
    suggestions: ["县司法局负责哪些任务", "行政复议由谁负责"].filter(() => corpus.tasks.length > 0),
  });
}
