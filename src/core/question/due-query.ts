import type { Corpus } from "../ledger/corpus.ts";
import type { Task } from "../ledger/task.ts";
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

function isRow(task: Task, corpus: Corpus): boolean {
  return corpus.document(task.documentId)?.nodes[task.node]?.kind === "row";
}
