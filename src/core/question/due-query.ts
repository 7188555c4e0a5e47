import type { Corpus } from "../ledger/corpus.ts";
import type { Task } from "../ledger/task.ts";
import { coverageOf } from "../search/coverage.ts";
import { matchText } from "../search/match-text.ts";
import { sliceOf } from "../text/span.ts";
import { everyTask, findTasks } from "./filters.ts";
import { distinctTerms, knownTopic, tasksTitled, withoutTitles } from "./headings.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Query } from "./query.ts";
import { hasTasks, planScope } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { refsOf } from "./task-numbers.ts";
import { unitFilter } from "./unit-query.ts";

const DONE = /完成|办结|办完|做完|到位|截止|到期|期限|时限|交付|最迟|化解|整改|竣工/u;
/** More tasks than these are no answer to one question about a day. */
const MOST_TASKS = 40;

/**
 * 县教育局的任务什么时候完成, 修路的完成时限: the deadlines of rows of a table, whose time column stands apart from the words that a question
 * has. A task of running text says its day in its own words, which the passages quote.
 */
export function dueQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { cues, question, units } = reading;
  if (TIMES.test(question)) return timesQuery(reading, corpus);
  if (!cues.has("when") || !DONE.test(question) || cues.has("figure") || cues.has("howOften") || cues.has("count")) return undefined;
  const scope = planScope(reading, corpus);
  if (!hasTasks(scope.documents, corpus)) return undefined;
  const filter = unitFilter(reading, everyTask(scope));
  const rows = findTasks(filter, corpus).filter((task) => isRow(task, corpus) && task.deadline !== undefined);
  const topic = withoutTitles(knownTopic(reading.topic, corpus, scope.documents), scope.documents, corpus);
  const titled = tasksTitled(topic, rows);
  const isOfUnit = units.named.length > 0 && distinctTerms(topic, scope.documents, corpus).every((term) => DONE.test(term));
  const found = titled.length > 0 ? titled : isOfUnit ? rows : [];
  if (found.length === 0 || found.length > MOST_TASKS) return undefined;
  return { kind: "tasks", filter: { ...filter, among: refsOf(found) }, projection: "deadlines" };
}

/** 每年不少于多少期, 全年至少几次 */
const TIMES = /(?:每(?:个?月|季度?|半年|年)|全年|一年|年度?)\p{Script=Han}{0,10}?(?:多少|几)(?:次|期|场|回|天)/u;
/** So much of a question's words stand in the row that answers it. */
const MOST_WORDS = 0.75;

/**
 * 救护员培训每年不少于多少期: the row of a table that says so often in a column of its own, and whose title and text hold the words of the
 * question better than any other's.
 */
function timesQuery(reading: Reading, corpus: Corpus): Query | undefined {
  const scope = planScope(reading, corpus);
  if (!hasTasks(scope.documents, corpus)) return undefined;
  const { recurrence } = reading.time;
  const filter = { ...unitFilter(reading, everyTask(scope)), countAtLeast: undefined };
  const rows = findTasks(filter, corpus).filter(({ deadline, ...task }) => isRow(task, corpus) && deadline?.minCount !== undefined);
  const inRhythm = rows.filter(({ deadline }) => recurrence === undefined || deadline?.recurring === recurrence);
  const words = knownTopic(reading.topic, corpus, scope.documents)
    .terms.map(({ text }) => text.replace(COUNT_WORDS, ""))
    .join("");
  if (words.length < 2) return undefined;
  const scored = inRhythm.map((task) => ({ task, score: coverageOf(words, textOf(task, corpus)) })).sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best || best.score < MOST_WORDS || best.score === next?.score) return undefined;
  return { kind: "tasks", filter: { ...filter, among: refsOf([best.task]) }, projection: "deadlines" };
}

const COUNT_WORDS = /不少于|不低于|至少|最少|全年|每年|多少|几?[次期场回天]$|要?(?:举办|开展|组织|召开)$|的/gu;

function textOf({ documentId, title, body }: Task, corpus: Corpus): string {
  return matchText(`${title}${sliceOf(corpus.document(documentId)?.source ?? "", body)}`);
}

function isRow(task: Pick<Task, "documentId" | "node">, corpus: Corpus): boolean {
  return corpus.document(task.documentId)?.nodes[task.node]?.kind === "row";
}
