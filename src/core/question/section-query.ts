import { everyTask } from "./filters.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Query } from "./query.ts";
import { planScope } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { sectionQuoted } from "./section-quoted.ts";
import { unitFilter } from "./unit-query.ts";
import { wantedOfTasks } from "./units-wanted.ts";

/** 落实机制部分都是什么任务: the tasks of a section by its heading, or their units. */
export function quotedSectionQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { cues, numbers, question, units } = reading;
  if (units.named.length > 0 || numbers.length > 0 || cues.has("basis") || cues.has("when") || cues.has("howOften") || cues.has("compare")) return undefined;
  if (!(cues.has("tasks") || cues.has("list") || cues.has("count") || cues.has("who") || LISTS.test(question))) return undefined;
  const scope = planScope(reading, corpus);
  const section = sectionQuoted(question, scope.documents, corpus);
  if (section === undefined) return undefined;
  const wanted = wantedOfTasks(reading);
  const projection = cues.has("who") ? "units" : wanted.projection;
  return { kind: "tasks", filter: { ...unitFilter(reading, everyTask(scope)), sections: [section] }, ...wanted, projection };
}

/** 下面的三项 */
const LISTS = /[一二两三四五六七八九十几少\d][项条]|什么|啥/u;
