import type { Corpus } from "../ledger/corpus.ts";
import type { Task } from "../ledger/task.ts";
import { isInRole, unitsOf } from "../question/filters.ts";
import type { Query } from "../question/query.ts";
import type { Answer, Block } from "./answer.ts";
import { cite, headingOf, itemOf } from "./cite.ts";
import { type AnswerContext, documentOf, documentsOf } from "./context.ts";
import { describeQuery, ROLE } from "./describe.ts";
import { makeAnswer } from "./make-answer.ts";
import { rolesOf } from "./task-answer.ts";

type RankQuery = Extract<Query, { kind: "rank" }>;

/** Which units have the most, fewest or exactly so many tasks, or which tasks the most or fewest units. Counted over the ledger, and said so. */
export function answerRank(query: RankQuery, context: AnswerContext): Answer {
  const tasks = query.scope.documents.flatMap((id) => context.corpus.tasksOf(id));
  if (query.of === "sections") return rankSections(query, context);
  if (query.of === "regions") return rankRegions(query, context);
  return query.of === "units" ? rankUnits(query, tasks, context) : rankTasks(query, tasks, context);
}

function rankUnits(query: RankQuery, tasks: readonly Task[], { corpus }: AnswerContext): Answer {
  const compared = new Set(query.among.map(({ unit }) => unit));
  const { role } = query;
  const counted = [...unitsOf(tasks, role)]
    .filter(([unit]) => compared.size === 0 || compared.has(unit))
    .map(([unit, name]) => ({
      name,
      count: tasks.filter(({ assignments }) => isInRole(assignments, { unit, name, printed: name, ...(role && { role }) })).length,
    }));
  if (query.difference) return differenceOf(query, counted, corpus);
  const { chosen, figure } = choose(counted, query);
  const others = counted.filter((row) => !chosen.includes(row)).sort((a, b) => (query.order === "fewest" ? a.count - b.count : b.count - a.count));
  const [runnerUp] = others;
  const next = typeof query.order === "string" && query.from === 1 && runnerUp ? `其次是${runnerUp.name}，${runnerUp.count}项。` : "";
  const place = query.from > 1 ? `排第${query.from}` : "";
  const lead =
    typeof query.order === "object"
      ? `${amountOf(query.order)}任务的点名单位有${chosen.length}家：${chosen.map(({ name }) => name).join("、")}。`
      : `${role ? ROLE[role] : ""}任务${place || (query.order === "most" ? "最多" : "最少")}的是${chosen.map(({ name, count }) => `${name}（${count}项）`).join("、")}。${next}`;
  return makeAnswer({
    behaviour: "units",
    understood: describeQuery(query, corpus),
    blocks: [
      { kind: "text", text: lead, strong: true },
      { kind: "note", text: `按台账逐项计数，只数点名的单位；${collectiveSentence(tasks)}` },
    ],
    units: chosen.map(({ name }) => name),
    number: typeof query.order === "object" ? chosen.length : (figure ?? null),
    suggestions: chosen.slice(0, 1).map(({ name }) => `${name}负责哪些任务`),
  });
}

/** 县司法局29项，县政府办公室25项，相差4项。 */
function differenceOf(query: RankQuery, counted: readonly { readonly name: string; readonly count: number }[], corpus: Corpus): Answer {
  const rows = query.among.map(({ name }) => ({ name, count: counted.find((row) => row.name === name)?.count ?? 0 }));
  const difference = Math.abs((rows[0]?.count ?? 0) - (rows[1]?.count ?? 0));
  return makeAnswer({
    behaviour: "number",
    understood: describeQuery(query, corpus),
    blocks: [
      {
        kind: "text",
        text: `${rows.map(({ name, count }) => `${name}${count}项`).join("，")}，${difference === 0 ? "一样多" : `相差${difference}项`}。`,
        strong: true,
      },
      { kind: "note", text: "按台账逐项计数后相减，原文没有印这个数。" },
    ],
    number: difference,
    suggestions: rows.map(({ name }) => `${name}负责哪些任务`),
  });
}

function collectiveSentence(tasks: readonly Task[]): string {
  const counts = new Map<string, number>();
  for (const task of tasks) for (const { printed } of task.collective) counts.set(printed, (counts.get(printed) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most ? `“${most[0]}”等笼统说法（${most[1]}项）不算单位。` : "笼统说法不算单位。";
}

function rankTasks(query: RankQuery, tasks: readonly Task[], { corpus }: AnswerContext): Answer {
  const counted = tasks.map((task) => ({ task, count: unitsOf([task]).size }));
  const { chosen, figure } = choose(counted, query);
  return makeAnswer({
    behaviour: "list",
    understood: describeQuery(query, corpus),
    blocks: [
      { kind: "text", text: `点名单位${query.order === "fewest" ? "最少" : "最多"}的有${chosen.length}项，${figure ?? 0}家单位。`, strong: true },
      ...chosen.map(({ task }, index): Block => ({ kind: "entry", text: `${index + 1}. ${headingOf(task)}：${rolesOf(task)}`, item: index, citation: index })),
      { kind: "note", text: "按台账逐项计数，只数点名的单位。" },
    ],
    items: chosen.map(({ task }) => itemOf(task, documentOf(task, corpus))),
    number: figure ?? null,
    citations: chosen.map(({ task }) => cite(documentOf(task, corpus), task.unitLine ?? task.body, task.path)),
  });
}

/** 任务最多的是松源县（8项）。其次… */
function rankRegions(query: RankQuery, { corpus }: AnswerContext): Answer {
  const counts = new Map<string, number>();
  for (const { id, region, title } of documentsOf(query.scope.documents, corpus))
    counts.set(region ?? title, (counts.get(region ?? title) ?? 0) + corpus.tasksOf(id).length);
  const rows = [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => (query.order === "fewest" ? a.count - b.count : b.count - a.count));
  const { chosen, figure } = choose(rows, query);
  return makeAnswer({
    behaviour: "text",
    understood: describeQuery(query, corpus),
    blocks: [
      {
        kind: "text",
        text: `任务${query.order === "fewest" ? "最少" : "最多"}的是${chosen.map(({ name, count }) => `${name}（${count}项）`).join("、")}。`,
        strong: true,
      },
      ...rows.map(({ name, count }): Block => ({ kind: "entry", text: `${name}：${count}项` })),
      { kind: "note", text: "按各县最新一份文件的台账逐项计数。" },
    ],
    number: figure ?? null,
  });
}

function rankSections(query: RankQuery, { corpus }: AnswerContext): Answer {
  const counted = documentsOf(query.scope.documents, corpus).flatMap((document) =>
    corpus.sectionsOf(document.id).map((section) => ({ document, section, count: section.tasks.length })),
  );
  const { chosen, figure } = choose(counted, query);
  return makeAnswer({
    behaviour: "text",
    understood: describeQuery(query, corpus),
    blocks: [
      {
        kind: "text",
        text: `任务${query.order === "fewest" ? "最少" : "最多"}的是${chosen.map(({ section, count }) => `${section.label}${section.title}（${count}项）`).join("、")}。`,
        strong: true,
      },
      { kind: "note", text: "按台账逐项计数。" },
    ],
    items: chosen.flatMap(({ document, section }) => section.tasks.map((task) => itemOf(task, document))),
    number: figure ?? null,
    citations: chosen.map(({ document, section }) => {
      const start = document.nodes[section.node]?.span.start ?? 0;
      return cite(document, { start, end: start + section.label.length + section.title.length }, [section.label]);
    }),
    suggestions: chosen.slice(0, 1).map(({ section }) => `${section.title}有哪些任务`),
  });
}

function amountOf(order: { readonly exactly: number } | { readonly atLeast: number }): string {
  return "exactly" in order ? `恰好${order.exactly}项` : `${order.atLeast}项以上`;
}

/** The rows at the top, ties included; `figure` is the count of the first. */
function choose<T extends { readonly count: number }>(
  rows: readonly T[],
  query: RankQuery,
): { readonly chosen: readonly T[]; readonly figure: number | undefined } {
  const { order } = query;
  if (typeof order === "object")
    return { chosen: rows.filter(({ count }) => ("exactly" in order ? count === order.exactly : count >= order.atLeast)), figure: undefined };
  const sorted = [...rows].sort((a, b) => (order === "most" ? b.count - a.count : a.count - b.count));
  const edge = sorted[Math.min(query.first, sorted.length) - 1]?.count;
  const top = sorted[query.from - 1]?.count;
  const chosen = sorted.filter(
    ({ count }) => edge !== undefined && top !== undefined && (order === "most" ? count >= edge && count <= top : count <= edge && count >= top),
  );
  return { chosen, figure: chosen[0]?.count };
}

/** How many named units there are, and which. */
export function answerUnitCount(query: Extract<Query, { kind: "unit-count" }>, { corpus }: AnswerContext): Answer {
  const tasks = query.scope.documents.flatMap((id) => corpus.tasksOf(id));
  const names = [...unitsOf(tasks).values()];
  const collective = [...new Set(query.scope.documents.flatMap((id) => corpus.collectiveOf(id)))];
  return makeAnswer({
    behaviour: query.projection === "count" ? "number" : "units",
    understood: describeQuery(query, corpus),
    blocks: [
      { kind: "text", text: `点名的责任单位共${names.length}家（按台账计数，不含笼统说法）。`, strong: true },
      { kind: "entry", text: names.join("、") },
      ...(collective.length > 0 ? [{ kind: "note" as const, text: `笼统说法另有：${collective.join("、")}。` }] : []),
    ],
    units: names,
    collective,
    number: names.length,
  });
}
