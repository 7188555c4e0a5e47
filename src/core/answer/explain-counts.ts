import type { Corpus } from "../ledger/corpus.ts";
import { everyTask, findTasks } from "../question/filters.ts";
import type { Query } from "../question/query.ts";
import type { Answer } from "./answer.ts";
import type { AnswerContext } from "./context.ts";
import type { Explanation } from "./explain-tasks.ts";
import { proveCount } from "./proof.ts";

type RankQuery = Extract<Query, { kind: "rank" }>;

/** A thing that was counted. */
interface Row {
  readonly name: string;
  readonly count: number;
}

const MAX_ROWS = 5;

/** How things were ranked: what was counted, the rows at the top, and the figure counted anew. */
export function explainRank(query: RankQuery, answer: Answer, { corpus }: AnswerContext): Explanation {
  const all = findTasks(everyTask(query.scope), corpus).length;
  const measure = query.of === "tasks" ? "家" : "项";
  const order = query.order === "fewest" ? -1 : 1;
  const rows = [...rowsOf(query, corpus)].sort((a, b) => order * (b.count - a.count));
  const top = rows.slice(0, MAX_ROWS).map(({ name, count }, index) => `${index + 1}. ${name}：${count}${measure}`);
  const figure = figureOf(query, rows);
  const what = query.of === "units" ? "点名的单位各有几项" : query.of === "tasks" ? "每项点名几家单位" : "每个部分有几项";
  return {
    said: [`看了${all}项，逐一数${what}，一共数了${rows.length}个${query.among.length > 0 ? "（只比问到的）" : ""}；笼统的说法不算单位。`],
    rows: [...top, ...(rows.length > MAX_ROWS ? [`其余${rows.length - MAX_ROWS}个在后面。`] : [])],
    proof: answer.number !== null && figure !== undefined ? [proveCount(answer.number, figure, typeof query.order === "object" ? "个" : measure)] : [],
  };
}

/** Counted over the lookup of tasks by unit, not over the tasks' own lists. */
function rowsOf({ of, scope, among }: RankQuery, corpus: Corpus): readonly Row[] {
  const names = new Map(scope.documents.flatMap((id) => [...corpus.namesOf(id)]));
  const naming = (unit: string): readonly string[] =>
    scope.documents.flatMap((id) => corpus.tasksNaming(unit, id).map(({ documentId, ordinal }) => `${documentId}#${ordinal}`));
  if (of === "units")
    return [...names]
      .filter(([unit]) => among.length === 0 || among.some((asked) => asked.unit === unit))
      .map(([unit, name]) => ({ name, count: naming(unit).length }));
  if (of === "sections")
    return scope.documents.flatMap((id) => corpus.sectionsOf(id).map(({ label, title, tasks }) => ({ name: `${label}${title}`, count: tasks.length })));
  const tally = new Map<string, number>();
  for (const unit of names.keys()) for (const key of naming(unit)) tally.set(key, (tally.get(key) ?? 0) + 1);
  return findTasks(everyTask(scope), corpus).map(({ documentId, ordinal, label, title }) => ({
    name: `${label}${title}`,
    count: tally.get(`${documentId}#${ordinal}`) ?? 0,
  }));
}

/** @param rows in the order asked */
function figureOf({ order, from }: RankQuery, rows: readonly Row[]): number | undefined {
  if (typeof order === "string") return rows[from - 1]?.count;
  return rows.filter(({ count }) => ("exactly" in order ? count === order.exactly : count >= order.atLeast)).length;
}

/** How the named units were counted. */
export function explainUnitCount({ scope }: Extract<Query, { kind: "unit-count" }>, answer: Answer, { corpus }: AnswerContext): Explanation {
  const all = findTasks(everyTask(scope), corpus).length;
  const units = new Set(scope.documents.flatMap((id) => [...corpus.namesOf(id).keys()]));
  return {
    said: [`看了${all}项的责任单位，点名的每家数一次，笼统的说法（${answer.collective.length}种）不算。`],
    rows: [],
    proof: [proveCount(answer.units.length, units.size, "家")],
  };
}
