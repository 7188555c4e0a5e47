import type { Query } from "../question/query.ts";
import type { Answer, Block } from "./answer.ts";
import { type AnswerContext, documentsOf, namesOfDocuments } from "./context.ts";
import { explainRank, explainUnitCount } from "./explain-counts.ts";
import { explainPassages, explainTopic } from "./explain-passages.ts";
import { type Explanation, explainTask, explainTasks, explainTitled } from "./explain-tasks.ts";
import { makeAnswer } from "./make-answer.ts";
import { proveQuotes } from "./proof.ts";

/** A question with how it was read. */
export interface ReadTurn {
  /** Normalised, misspelt words mended. */
  readonly words: string;
  readonly query: Query;
  /** Words that the query does not use. */
  readonly unused: readonly string[];
  /** Words that were read as others. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** The question before, where this one is understood by it. */
  readonly follows: string | undefined;
}

/** All of it, so that it is read at one glance of a telephone. */
const MAX_CHARACTERS = 1500;
/** Room is kept for the filters or passages below. */
const MAX_OPENING_CHARACTERS = 900;
const MAX_QUESTION_CHARACTERS = 80;
const MAX_LINE_CHARACTERS = 300;
/** Of fifty plans some are named, the others counted. */
const MAX_DOCUMENTS = 3;

/**
 * How an answer was found (怎么查的): the question as read, the documents, what was looked at, what was left out and why,
 * and the proof. Computes again what the answer was computed from, so it costs as much as an answer.
 */
export function explain(turn: ReadTurn, answer: Answer, context: AnswerContext): Answer {
  const { said, rows, proof } = explanationOf(turn.query, answer, context);
  const quotes = proveQuotes(answer, context.corpus);
  const lines = fitting([...readLines(turn), ...documentLine(turn.query, context), ...said].map(shortened), MAX_OPENING_CHARACTERS);
  const last = [...proof, ...(quotes ? [quotes] : [])];
  const blocks: Block[] = [
    ...lines.map((text): Block => ({ kind: "text", text })),
    ...fitting(rows.map(shortened), MAX_CHARACTERS - charactersOf([HEADING, ...lines, ...last])).map((text): Block => ({ kind: "entry", text })),
    ...last.map((text): Block => ({ kind: "text", text })),
  ];
  return makeAnswer({ behaviour: "text", understood: "", blocks: [{ kind: "text", text: HEADING, strong: true }, ...blocks] });
}

const HEADING = "怎么查的";

function readLines({ words, unused, corrections, follows }: ReadTurn): readonly string[] {
  return [
    words === "" ? "没有读到文字。" : `问题读作：“${cut(words, MAX_QUESTION_CHARACTERS)}”。`,
    ...(follows === undefined ? [] : [`接着上一问：“${cut(follows, MAX_QUESTION_CHARACTERS)}”。`]),
    ...(corrections.length > 0 ? [`${corrections.map(({ from, to }) => `“${from}”按“${to}”理解`).join("，")}。`] : []),
    ...(unused.length > 0 ? [`没有用到：“${unused.join("”“")}”。`] : []),
  ];
}

function documentLine(query: Query, { corpus }: AnswerContext): readonly string[] {
  const scope = query.kind === "tasks" ? query.filter.scope : "scope" in query ? query.scope : undefined;
  if (!scope) return [];
  const documents = documentsOf(scope.documents, corpus);
  if (documents.length === 0) return ["没有可查的文件。"];
  const more = documents.length > MAX_DOCUMENTS ? `等${documents.length}份` : "";
  const others = corpus.documents.length - documents.length;
  return [`查的文件：${namesOfDocuments(documents.slice(0, MAX_DOCUMENTS))}${more}${others > 0 ? `；另有${others}份没有查` : ""}。`];
}

function explanationOf(query: Query, answer: Answer, context: AnswerContext): Explanation {
  switch (query.kind) {
    case "tasks":
      return explainTasks(query, answer, context);
    case "task":
      return explainTask(query, answer, context);
    case "topic-units":
      return query.tasks.length > 0 ? explainTitled(query, answer, context) : explainTopic(query, answer, context);
    case "rank":
      return explainRank(query, answer, context);
    case "unit-count":
      return explainUnitCount(query, answer, context);
    case "passages":
      return explainPassages(query, answer, context);
    case "outline":
      return plainly("按文件印着的层次序数，列出这一层的标题。");
    case "article":
      return plainly(`看了这些文件的条、款、项，按条号${query.asked.length > 0 ? "找所问的那一处" : "数"}；款是条里的自然段，项是款下面编了号的。`);
    case "officers":
      return plainly("看了各项任务里写的人名和身份（包案领导、责任领导、联系人等）；人名不算单位。");
    case "document":
      return plainly("看的是文件开头：发文字号、标题、主送机关、成文日期。");
    case "reference":
      return plainly(`在这些文件的每一句里找“${cut(query.printed, MAX_QUESTION_CHARACTERS)}”，引了${answer.citations.length}处。`);
    case "clarify":
      return plainly(query.reason === "no-lead-marked" ? "文件没有标明牵头单位，没有可以按牵头来查的。" : "有几种读法，要先问清楚，所以没有往下查。");
    case "absent":
      return plainly(whyAbsent(query));
    case "more":
      return plainly("接着前面的回答往下看，没有另查。");
    case "nothing":
      return plainly("没有读到问题，所以没有查。");
  }
}

function whyAbsent({ reason, what }: Extract<Query, { kind: "absent" }>): string {
  if (reason === "long") return "内容太长，没有读到一个明确的问题，所以没有查。";
  if (reason === "command") return "这不是要从文件里查的，所以没有查。";
  return `资料里没有${what === "" ? "这一类内容" : `“${cut(what, MAX_QUESTION_CHARACTERS)}”`}，所以没有往下查。`;
}

function plainly(sentence: string): Explanation {
  return { said: [sentence], rows: [], proof: [] };
}

/** As many lines as there is room for; the others are counted. */
function fitting(rows: readonly string[], room: number): readonly string[] {
  const shown = [...rows];
  while (shown.length > 0 && charactersOf([...shown, leftOut(rows.length)]) > room) shown.pop();
  return shown.length === rows.length ? rows : [...shown, leftOut(rows.length - shown.length)];
}

function leftOut(count: number): string {
  return `还有${count}行没有写出。`;
}

/** With a line break after each. */
function charactersOf(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length + 1, 0);
}

function shortened(line: string): string {
  return cut(line, MAX_LINE_CHARACTERS);
}

/** Never half a character of two code units. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/u, "")}…`;
}
