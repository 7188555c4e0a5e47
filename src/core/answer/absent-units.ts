import { everyTask, findTasks } from "../question/filters.ts";
import type { TaskFilter } from "../question/query.ts";
import { isTownName } from "../units/town.ts";
import type { Answer, Block } from "./answer.ts";
import { type AnswerContext, documentsOf, namesOfDocuments } from "./context.ts";
import { describeFilter } from "./describe.ts";
import { notFound } from "./not-found.ts";

/** How plans name all towns at once. */
const TOWNS = "乡镇人民政府";

/**
 * A unit that no task of the documents names is not found, and the answer says so: in the register or not, and that
 * 各有关部门 may take it in without naming it.
 */
export function absentUnits(filter: TaskFilter, context: AnswerContext): Answer | undefined {
  const { corpus, register } = context;
  const named = new Set(filter.scope.documents.flatMap((id) => [...corpus.namesOf(id).keys()]));
  const absent = [...filter.allOf, ...filter.anyOf].filter(({ unit }) => !named.has(unit));
  const missing = filter.anyOf.length > 0 && absent.length < filter.anyOf.length ? [] : absent;
  const [first] = missing;
  if (!first) return undefined;
  const documents = documentsOf(filter.scope.documents, corpus);
  const collective = [...new Set(filter.scope.documents.flatMap((id) => corpus.collectiveOf(id)))];
  const isTown = isTownName(first.name);
  const known = isTown || register.units.some(({ id }) => id === first.unit);
  const notes: Block[] = [];
  const forTowns = isTown ? findTasks({ ...everyTask(filter.scope), collectiveAllOf: [TOWNS] }, corpus).length : 0;
  if (forTowns > 0) notes.push({ kind: "note", text: `文件没有逐个写乡镇，笼统写“${TOWNS}”的有${forTowns}项，要看请问「${TOWNS}负责哪些任务」。` });
  else if (collective.length > 0)
    notes.push({ kind: "note", text: `文件里还有“${collective.slice(0, 3).join("”“")}”这样的笼统说法，是否包括${first.name}文件没有写明，不能算作它的任务。` });
  const others = [...filter.allOf, ...filter.anyOf].filter(({ unit }) => named.has(unit));
  for (const other of others)
    notes.push({ kind: "note", text: `${other.name}有${findTasks({ ...filter, allOf: [other], anyOf: [], noneOf: [] }, corpus).length}项。` });
  return notFound({
    understood: describeFilter({ filter, projection: "list" }, corpus),
    text: `没有点名${first.name}的任务。查的是${namesOfDocuments(documents)}。${known ? "" : `“${first.printed}”也不在单位名录里，请核对名称。`}`,
    notes,
    suggestions: [...(forTowns > 0 ? [`${TOWNS}负责哪些任务`] : []), ...others.map(({ name }) => `${name}负责哪些任务`), "点名的责任单位有哪些"],
  });
}
