import { parseNumeral } from "../text/numerals.ts";
import { everyTask } from "./filters.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Query } from "./query.ts";
import { hasTasks, planScope, projectionOf } from "./query-scope.ts";
import type { Reading } from "./reading.ts";

/** Every place. */
const ALL = Number.MAX_SAFE_INTEGER;

/** 前三名 → 1 to 3; 排第二 → the second place alone. */
function placesAsked(question: string): { readonly from: number; readonly first: number } {
  const top = /前([一二三四五六七八九十\d]{1,3})(?:名|位|个|家)?/u.exec(question)?.[1];
  const nth = /(?:排|位列|位居|居)?第([二三四五六七八九十\d]{1,3})(?:位|名|多|少|的)?/u.exec(question)?.[1];
  const first = parseNumeral(top ?? nth ?? "一") ?? 1;
  return { from: top === undefined ? first : 1, first };
}

export function rankQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { cues, question } = reading;
  const scope = planScope(reading, corpus);
  const exactly =
    reading.units.named.length > 0
      ? null
      : /(?:只|仅|正好|恰好|刚好|刚刚)(?:有|承担|负责|领|摊|分到|参与|牵扯|涉及|出现)*(?:了)?(?:到)?(?:一|1|两|2|三|3)(?:项|条|个|件|次)/u.exec(question);
  if (exactly && /单位|部门|谁|哪[几]?[个家]/u.test(question)) {
    const count = /一|1/u.test(exactly[0]) ? 1 : /两|2/u.test(exactly[0]) ? 2 : 3;
    return { kind: "rank", scope, of: "units", order: { exactly: count }, from: 1, first: ALL, among: [] };
  }
  if ((cues.has("most") || cues.has("fewest")) && /哪[一]?(?:个)?(?:部分|章|块|方面|板块)/u.test(question))
    return { kind: "rank", scope, of: "sections", order: cues.has("fewest") ? "fewest" : "most", ...placesAsked(question), among: [] };
  if (cues.has("most") || cues.has("fewest")) {
    const ofTasks =
      /(?:单位|部门)(?:数量?)?(?:最多|最少).{0,4}(?:哪[一]?[项条个]|任务)|(?:哪[一]?[项条个]|任务).{0,8}(?:单位|部门)(?:数量?)?(?:最多|最少)/u.test(question);
    return { kind: "rank", scope, of: ofTasks ? "tasks" : "units", order: cues.has("fewest") ? "fewest" : "most", ...placesAsked(question), among: [] };
  }
  if (cues.has("workload") && reading.units.named.length === 0) return { kind: "rank", scope, of: "units", order: "most", from: 1, first: ALL, among: [] };
  const { named } = reading.units;
  if (named.length > 1 && /(?:谁|哪[个家]).{0,6}(?:多|少)|(?:多|少)(?:多少|几项)/u.test(question))
    return { kind: "rank", scope, of: "units", order: /少/u.test(question) && !/多/u.test(question) ? "fewest" : "most", from: 1, first: 1, among: named };
  const single = /(?:只|仅)(?:点|写|有|列|由|涉及|明确)?(?:了|名)?(?:一|1)(?:个|家)(?:责任)?(?:单位|部门)|(?:责任)?(?:单位|部门)只有(?:一|1)(?:个|家)/u.test(
    question,
  );
  if (single && named.length === 0)
    return { kind: "tasks", filter: { ...everyTask(scope), unitsAtLeast: 1, unitsAtMost: 1 }, projection: projectionOf(reading) };
  const exact =
    /(?:单位|部门).{0,4}(?:恰|正好|刚好|恰好|只有|仅有)(?:为|有|是)?([两二三四五六七八2-8])(?:个|家)|(?:恰好|正好|刚好|只有|仅有|恰)(?:为|有|由|是)?([两二三四五六七八2-8])(?:个|家)(?:责任)?(?:单位|部门)/u.exec(
      question,
    );
  const unitsExactly = parseNumeral(exact?.[1] ?? exact?.[2] ?? "");
  if (unitsExactly !== undefined && named.length === 0)
    return { kind: "tasks", filter: { ...everyTask(scope), unitsAtLeast: unitsExactly, unitsAtMost: unitsExactly }, projection: projectionOf(reading) };
  const atLeast =
    /(?:由|有|涉及)?([两二三四五六七八2-8])(?:个|家)?(?:单位|部门)?(?:及|或)?以上(?:的)?(?:责任)?(?:单位|部门)?/u.exec(question)?.[1] ??
    /(?:不少于|至少|最少)(?:有)?([两二三四五六七八2-8])(?:个|家)(?:责任)?(?:单位|部门)/u.exec(question)?.[1];
  if (atLeast && /单位|部门|家/u.test(question))
    return { kind: "tasks", filter: { ...everyTask(scope), unitsAtLeast: parseNumeral(atLeast) ?? 2 }, projection: projectionOf(reading) };
  const countsUnits =
    cues.has("unitCount") &&
    reading.numbers.length === 0 &&
    reading.topic.terms.filter(({ text }) => !/点名|具名|单位|部门|整个|文件|安排|方案|计划/u.test(text)).length === 0;
  return countsUnits && hasTasks(scope.documents, corpus) && reading.units.named.length === 0
    ? { kind: "unit-count", scope, projection: /哪些|名单|列/u.test(question) ? "units" : "count" }
    : undefined;
}
