import type { Task } from "../ledger/task.ts";
import { unitsOf } from "../question/filters.ts";
import type { Query } from "../question/query.ts";
import type { Answer, Block } from "./answer.ts";
import { cite, headingOf, itemOf } from "./cite.ts";
import { type AnswerContext, documentOf } from "./context.ts";
import { ROLE } from "./describe.ts";
import { makeAnswer } from "./make-answer.ts";

type TasksQuery = Extract<Query, { kind: "tasks" }>;

/** Names the units of tasks: all of them, those in a role, or those beside the ones that were asked about. */
export function unitsOfTasks(tasks: readonly Task[], query: TasksQuery, understood: string, { corpus }: AnswerContext): Answer {
  const besides = new Set(query.besides?.map(({ unit }) => unit));
  const listed = (some: readonly Task[]): readonly string[] => [...unitsOf(some, query.role)].flatMap(([unit, name]) => (besides.has(unit) ? [] : [name]));
  const names = listed(tasks);
  const collective = [...new Set(tasks.flatMap((task) => task.collective.map(({ printed }) => printed)))];
  return makeAnswer({
    behaviour: "units",
    understood,
    blocks: [
      {
        kind: "text",
        text: names.length === 0 ? `${tasks.length}项里${noUnits(query)}。` : `${names.length}家${unitsCalled(query)}：${names.join("、")}。`,
        strong: true,
      },
      ...tasks.map(
        (task, index): Block => ({
          kind: "entry",
          text: `${index + 1}. ${headingOf(task)}：${listed([task]).join("、") || noUnits(query)}`,
          item: index,
          citation: index,
        }),
      ),
      ...(collective.length > 0 ? [{ kind: "note" as const, text: `另笼统提到${collective.join("、")}。` }] : []),
    ],
    items: tasks.map((task) => itemOf(task, documentOf(task, corpus))),
    units: names,
    collective,
    citations: tasks.map((task) => cite(documentOf(task, corpus), task.unitLine ?? task.body, task.path)),
  });
}

/** What the units of a list are. */
function unitsCalled({ role, besides }: TasksQuery): string {
  if (besides) return "一起的单位";
  return role === undefined ? "点名单位" : `${ROLE[role]}单位`;
}

function noUnits({ role, besides }: TasksQuery): string {
  if (besides) return "没有另外的单位";
  return role === undefined ? "没有点名单位" : `没有标明${ROLE[role]}单位`;
}
