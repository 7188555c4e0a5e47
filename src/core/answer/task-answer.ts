import type { OfficialDocument } from "../document/official-document.ts";
import type { Task } from "../ledger/task.ts";
import { unitsOf } from "../question/filters.ts";
import type { Query } from "../question/query.ts";
import { toChineseNumeral } from "../text/numerals.ts";
import type { Answer, Block } from "./answer.ts";
import { cite, headingOf, itemOf, placeOf, unitQuotes } from "./cite.ts";
import { type AnswerContext, documentOf, documentsOf, tasksOf } from "./context.ts";
import { describeQuery } from "./describe.ts";
import { makeAnswer } from "./make-answer.ts";
import { labelNote, unitMisprintNote } from "./misprint.ts";
import { notFound } from "./not-found.ts";

type TaskQuery = Extract<Query, { kind: "task" }>;

/** One task by its number: its words, or its units. A label that is printed twice shows both. */
export function answerTask(query: TaskQuery, context: AnswerContext): Answer {
  const { corpus } = context;
  const tasks = tasksOf(query.found, corpus);
  const [task] = tasks;
  const understood = describeQuery(query, corpus);
  if (!task) {
    const documents = documentsOf(query.scope.documents, corpus);
    const counts = documents.map(({ id, title }) => `《${title}》共${corpus.tasksOf(id).length}项`).join("；");
    return notFound({
      understood,
      text: `没有第${query.number}项。${counts}。`,
      suggestions: documents.slice(0, 1).map(({ id }) => `第${toChineseNumeral(corpus.tasksOf(id).length)}项是什么`),
    });
  }
  if (tasks.length > 1) return severalTasks(query, tasks, understood, context);
  return query.projection === "units" ? unitsOfTask(task, understood, context) : textOfTask(task, understood, context);
}

function textOfTask(task: Task, understood: string, { corpus }: AnswerContext): Answer {
  const document = documentOf(task, corpus);
  const notes = [labelNote(task, corpus), unitMisprintNote([task])].filter((note) => note !== undefined);
  const citations = [cite(document, task.span, task.path)];
  return makeAnswer({
    behaviour: "text",
    understood,
    blocks: [
      { kind: "text", text: `${headingOf(task)}（第${task.ordinal}项）`, strong: true },
      ...sectionLine(task, document),
      ...citations.map((_, citation): Block => ({ kind: "quote", citation, place: placeOf(document, task.path) })),
      ...notes.map((text): Block => ({ kind: "note", text })),
    ],
    items: [itemOf(task, document)],
    units: [...unitsOf([task]).values()],
    collective: task.collective.map(({ printed }) => printed),
    citations,
  });
}

/** The part that a task stands in: 属于四、深入推进服务型行政执法建设。 */
function sectionLine(task: Task, { nodes }: OfficialDocument): readonly Block[] {
  const parent = nodes[task.node]?.parent;
  const section = parent === undefined ? undefined : nodes[parent];
  return section && section.title !== "" ? [{ kind: "text", text: `属于${section.label}${section.title}。` }] : [];
}

/** The units of one task, named and collective apart, with the line that names them. */
function unitsOfTask(task: Task, understood: string, { corpus }: AnswerContext): Answer {
  const document = documentOf(task, corpus);
  const names = [...unitsOf([task]).values()];
  const collective = task.collective.map(({ printed }) => printed);
  const notes = [labelNote(task, corpus), unitMisprintNote([task])].filter((note) => note !== undefined);
  const citations = unitQuotes(task).map((span) => cite(document, span, task.path));
  return makeAnswer({
    behaviour: "units",
    understood,
    blocks: [
      { kind: "text", text: `${headingOf(task)}：${rolesOf(task) || "没有点名单位"}。`, strong: true },
      ...citations.map((_, citation): Block => ({ kind: "quote", citation, place: placeOf(document, task.path) })),
      ...(collective.length > 0 ? [{ kind: "note" as const, text: `另笼统提到${collective.join("、")}。` }] : []),
      ...notes.map((text): Block => ({ kind: "note", text })),
    ],
    items: [itemOf(task, document)],
    units: names,
    collective,
    citations,
  });
}

/** 牵头:甲;责任:乙、丙. One role alone needs no word. */
export function rolesOf(task: Task): string {
  const of = (role: "lead" | "responsible" | "support"): string => [...unitsOf([task], role).values()].join("、");
  const parts = (
    [
      ["牵头", of("lead")],
      ["责任", of("responsible")],
      ["配合", of("support")],
    ] as const
  ).filter(([, names]) => names !== "");
  const [only] = parts;
  return parts.length === 1 && only ? only[1] : parts.map(([role, names]) => `${role}：${names}`).join("；");
}

function severalTasks(query: TaskQuery, tasks: readonly Task[], understood: string, { corpus }: AnswerContext): Answer {
  const documents = new Set(tasks.map(({ documentId }) => documentId));
  const lead =
    documents.size === 1
      ? `编号“${tasks[0]?.label ?? query.printed}”在原文里出现${tasks.length}次，您问的是哪一个？`
      : `${documents.size}份文件都有第${query.number}项，您问的是哪一个？`;
  return makeAnswer({
    behaviour: "clarify",
    understood: `${understood}（${tasks.length}种读法）`,
    blocks: [
      { kind: "text", text: lead, strong: true },
      ...tasks.map(
        (task, index): Block => ({
          kind: "entry",
          text: `${index + 1}. ${documents.size > 1 ? `${documentOf(task, corpus).region ?? ""} ` : ""}${headingOf(task)}（按顺序第${task.ordinal}项）：${rolesOf(task)}`,
          item: index,
          citation: index,
        }),
      ),
    ],
    items: tasks.map((task) => itemOf(task, documentOf(task, corpus))),
    citations: tasks.map((task) => cite(documentOf(task, corpus), task.body, task.path)),
    suggestions: tasks.map((task) => `“${task.title}”说的什么`),
  });
}
