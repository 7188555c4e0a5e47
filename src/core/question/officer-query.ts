import { everyTask, findTasks } from "./filters.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Query } from "./query.ts";
import { hasTasks, planScope, projectionOf } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { asksFact, unitFilter } from "./unit-query.ts";

/** 张三包案的有哪些: the tasks of a person whom the documents name as an officer (责任领导, 包案领导, 联系人). */
export function officerQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const scope = planScope(reading, corpus);
  if (!hasTasks(scope.documents, corpus) || asksFact(reading)) return undefined;
  const names = new Set(scope.documents.flatMap((id) => corpus.tasksOf(id)).flatMap(({ officers }) => officers.map(({ name }) => name)));
  const named = [...names].filter((name) => reading.question.includes(name)).sort((a, b) => b.length - a.length);
  const [officer] = named;
  if (officer === undefined) return undefined;
  const filter = unitFilter(reading, { ...everyTask(scope), officer });
  return findTasks(filter, corpus).length > 0 ? { kind: "tasks", filter, projection: projectionOf(reading) } : undefined;
}
