import type { OfficialDocument } from "../document/official-document.ts";
import type { Officer, Task } from "../ledger/task.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import type { Answer, Block } from "./answer.ts";
import { cite, headingOf, itemOf, placeOf } from "./cite.ts";
import { type AnswerContext, documentOf, documentsOf, namesOfDocuments, tasksOf } from "./context.ts";
import { describeQuery } from "./describe.ts";
import { makeAnswer } from "./make-answer.ts";
import { notFound } from "./not-found.ts";

type OfficersQuery = Extract<Query, { kind: "officers" }>;

/** Persons in charge (包案领导, 责任领导, 联系人) of some tasks, or of all: each with the role that is printed. */
export function answerOfficers(query: OfficersQuery, context: AnswerContext): Answer {
  const { corpus } = context;
  const understood = describeQuery(query, corpus);
  const all = query.scope.documents.flatMap((id) => corpus.tasksOf(id)).filter(({ officers }) => officers.length > 0);
  if (query.stranger !== undefined) return strangerAnswer(query.stranger, all, understood, query, context);
  const meant = query.among ? tasksOf(query.among, corpus) : all;
  const rows = meant.map((task) => ({ task, officers: task.officers.filter(({ role }) => query.role === undefined || role.includes(query.role)) }));
  const found = rows.filter(({ officers }) => officers.length > 0);
  if (found.length === 0) {
    const others = [...new Set((query.among ? meant : all).flatMap(({ officers }) => officers.map(({ name, role }) => `${role}${name}`)))].slice(0, MOST_NAMES);
    const near = others.length > 0 ? `写了的有：${others.join("、")}。` : "";
    return notFound({ understood, text: `${query.among ? meant.map(headingOf).join("、") : "这些任务"}没有写明${query.role ?? "负责的人"}。${near}` });
  }
  const [only] = found;
  const blocks: readonly Block[] =
    only && found.length === 1
      ? [
          { kind: "text", text: `${headingOf(only.task)}：${namesWithRoles(only.officers)}。`, strong: true },
          { kind: "quote", citation: 0, place: placeOf(documentOf(only.task, corpus), only.task.path) },
        ]
      : [
          { kind: "text", text: query.among ? `${found.length}项任务：` : personsLine(found), strong: true },
          ...found.map(
            ({ task, officers }, index): Block => ({
              kind: "entry",
              text: `${index + 1}. ${headingOf(task)}：${namesWithRoles(officers)}`,
              item: index,
              citation: index,
            }),
          ),
        ];
  return makeAnswer({
    behaviour: "text",
    understood,
    blocks,
    items: found.map(({ task }) => itemOf(task, documentOf(task, corpus))),
    citations: found.map(({ task, officers }) =>
      cite(documentOf(task, corpus), officerLine(documentOf(task, corpus), task, officers[0]?.name ?? ""), task.path),
    ),
  });
}

/** More names are in the rows below. */
const MOST_NAMES = 12;

/** 4人：罗静（包案领导）3项、…。 */
function personsLine(rows: readonly { readonly officers: readonly Officer[] }[]): string {
  const counts = new Map<string, number>();
  for (const { officers } of rows) for (const { name, role } of officers) counts.set(`${name}（${role}）`, (counts.get(`${name}（${role}）`) ?? 0) + 1);
  const persons = [...counts].map(([person, count]) => `${person}${count}项`);
  return `${persons.length}人：${persons.slice(0, MOST_NAMES).join("、")}${persons.length > MOST_NAMES ? "等" : ""}。`;
}

/** 包案领导罗静；联系人王五 */
export function namesWithRoles(officers: readonly Officer[]): string {
  return officers.map(({ name, role }) => `${role}${name}`).join("；");
}

function strangerAnswer(name: string, all: readonly Task[], understood: string, query: OfficersQuery, { corpus }: AnswerContext): Answer {
  const named = [...new Set(all.flatMap(({ officers }) => officers.map((officer) => officer.name)))].slice(0, MOST_NAMES);
  return notFound({
    understood,
    text: `资料里没有写${name}。写了的有：${named.join("、")}。查的是${namesOfDocuments(documentsOf(query.scope.documents, corpus))}。`,
    suggestions: named.slice(0, 3).map((one) => `${one}负责哪些任务`),
  });
}

/** The line of a task that prints the name; its label and heading where the name stands in a cell of several rows. */
export function officerLine({ source }: OfficialDocument, task: Task, name: string): Span {
  const at = source.slice(task.span.start, task.span.end).indexOf(name);
  if (name === "" || at < 0) return { start: task.body.start, end: Math.min(task.body.end, task.body.start + headingOf(task).length + 1) };
  const place = task.span.start + at;
  const start = Math.max(task.span.start, source.lastIndexOf("\n", place) + 1);
  const end = source.indexOf("\n", place);
  return { start, end: end < 0 ? task.span.end : Math.min(end, task.span.end) };
}
