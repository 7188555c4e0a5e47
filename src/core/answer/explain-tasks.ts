import type { Corpus } from "../ledger/corpus.ts";
import type { Task } from "../ledger/task.ts";
import { everyTask, findTasks } from "../question/filters.ts";
import type { Query } from "../question/query.ts";
import type { Answer } from "./answer.ts";
import { type AnswerContext, tasksOf } from "./context.ts";
import { type FilterStep, filterSteps } from "./filter-steps.ts";
import { proveRows, proveUnits } from "./proof.ts";

type TasksQuery = Extract<Query, { kind: "tasks" }>;

/** How tasks were looked for: what is wanted, the filters with what each left out, and the proof that what is left is what was printed. */
export interface Explanation {
  /** What was done, one sentence a line. */
  readonly said: readonly string[];
  /** One line for each filter or passage; the last are left out first where there is no room. */
  readonly rows: readonly string[];
  readonly proof: readonly string[];
}

const WANTED: Readonly<Record<TasksQuery["projection"], string>> = { list: "列出任务", count: "数任务", units: "列出单位", deadlines: "列出时限" };

/** More labels than that are counted. */
const MAX_LABELS = 10;

export function explainTasks({ filter, projection }: TasksQuery, answer: Answer, { corpus }: AnswerContext): Explanation {
  const all = findTasks(everyTask(filter.scope), corpus);
  const steps = filterSteps(filter, corpus);
  const chain = steps.slice(0, MAX_CHAIN).map(({ keeps, kept }) => `${keeps}的${kept.length}项`);
  const last = steps.length > MAX_CHAIN ? [`……最后${steps.at(-1)?.kept.length ?? 0}项`] : [];
  return {
    said: [
      `要的是：${WANTED[projection]}。`,
      steps.length === 0 ? `看了${all.length}项，没有别的条件。` : `${[`看了${all.length}项`, ...chain, ...last].join(" → ")}。`,
    ],
    rows: steps.map((step, index) => `${index + 1}. ${rowOf(step, corpus)}`),
    proof: answer.behaviour === "not_found" ? namedIn([...filter.allOf, ...filter.anyOf, ...filter.noneOf], corpus) : [proveRows(filter, answer, corpus)],
  };
}

/** A chain of more filters is read in their own lines. */
const MAX_CHAIN = 6;

function rowOf({ keeps, because, kept, dropped }: FilterStep, corpus: Corpus): string {
  const left = dropped.length > 0 ? `${because}的${dropped.length}项不算：${labelsOf(dropped, corpus)}` : "没有去掉哪一项";
  return `${keeps}：留下${kept.length}项；${left}。`;
}

/** Labels as printed, at most ten; where tasks are of several documents, each run with its county. */
function labelsOf(tasks: readonly Task[], corpus: Corpus): string {
  const several = new Set(tasks.map(({ documentId }) => documentId)).size > 1;
  const labels = tasks.slice(0, MAX_LABELS).map(({ documentId, label, title }, index) => {
    const document = corpus.document(documentId);
    const starts = several && tasks[index - 1]?.documentId !== documentId;
    return `${starts ? (document?.region ?? `《${document?.title ?? ""}》`) : ""}${label || title}`;
  });
  return `${labels.join("、")}${tasks.length > MAX_LABELS ? `等${tasks.length}项` : ""}`;
}

/** Whoever asks for more reads them in the filters. */
const MAX_UNITS = 5;

/** Where a unit is nowhere named there are no rows to compare. */
function namedIn(units: TasksQuery["filter"]["allOf"], corpus: Corpus): readonly string[] {
  return units.slice(0, MAX_UNITS).map(({ unit, name }) => `台账里点名${name}的共${corpus.tasksNaming(unit).length}项。`);
}

/** How a task was found by its number. */
export function explainTask({ scope, printed, found }: Extract<Query, { kind: "task" }>, answer: Answer, { corpus }: AnswerContext): Explanation {
  const tasks = tasksOf(found, corpus);
  const all = findTasks(everyTask(scope), corpus).length;
  const counted = tasks.map(({ label, ordinal }) => `${label}（按顺序第${ordinal}项）`).join("、");
  return {
    said: [`看了${all}项的编号和顺序，“${printed}”是${tasks.length > 0 ? counted : "没有的编号"}。`],
    rows: [],
    proof: tasks.length === 1 ? [proveUnits(undefined, answer, corpus)] : [],
  };
}

/** How the tasks were found whose title is the topic, and whether all their units are printed. */
export function explainTitled(query: Extract<Query, { kind: "topic-units" }>, answer: Answer, { corpus }: AnswerContext): Explanation {
  const tasks = tasksOf(query.tasks, corpus);
  const all = findTasks(everyTask(query.scope), corpus);
  return {
    said: [
      `看了${all.length}项的标题，合“${query.about}”的${tasks.length}项：${labelsOf(tasks, corpus)}。`,
      `其余${all.length - tasks.length}项的标题不是它，单位不算在内。`,
    ],
    rows: [],
    proof: [proveUnits(query.role, answer, corpus)],
  };
}
