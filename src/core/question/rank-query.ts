import type { Corpus } from "../ledger/corpus.ts";
import type { Role } from "../ledger/task.ts";
import { parseNumeral } from "../text/numerals.ts";
import { everyTask } from "./filters.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Query, Scope } from "./query.ts";
import { hasTasks, planScope, projectionOf } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { asksNamedFirst } from "./units-wanted.ts";

type RankQuery = Extract<Query, { kind: "rank" }>;

/** Every place of a ranking. */
const ALL = Number.MAX_SAFE_INTEGER;
const FEW = "[一两二三四五六七八九1-9]";
const UNIT = "(?:责任|点名的?|具名的?)?(?:单位|部门)";

/** 只承担一项任务的单位, 正好两项的部门 */
const EXACTLY_TASKS = new RegExp(
  `(?:只|仅|正好|恰好|刚好|刚刚|不多不少|整整)(?:有|承担|负责|担|领|摊|分到|参与|牵扯|涉及|出现)*(?:了|着)?(?:到)?(${FEW})(?:项|条|个任务|件|次)|(?:任务|活)(?:数)?(?:正好|恰好|刚好|只有|为|是)(${FEW})(?:项|条|个)|(?:哪些|哪个|哪几[个家])(?:责任)?(?:单位|部门)(?:有|承担|负责|分到)(${FEW})(?:项|条|个)(?:任务)?|(?:承担|负责|领|分到|有|摊上|揽)(?:了)?(${FEW})(?:项|条|个)(?:任务|活|工作)?的(?:都)?(?:有|是)?(?:哪|什么|啥).{0,4}(?:单位|部门|家)`,
  "u",
);
/** 任务数在五项以上的单位 */
const TASKS_AT_LEAST = new RegExp(`(${FEW})(?:项|条|个任务)(?:及|或)?以上|(?:不少于|至少有?)(${FEW})(?:项|条|个任务)`, "u");
/** 超过三项: four or more. */
const TASKS_MORE_THAN = new RegExp(`(?:超过|多于|大于)(?:了)?(${FEW})(?:项|条|个任务)`, "u");
/** 责任单位恰为三家的任务, 只点了一家单位 */
const EXACTLY_UNITS = new RegExp(
  `(?:单位|部门).{0,4}(?:恰|正好|刚好|恰好|不多不少|只有|仅有)(?:为|有|是)?(${FEW})(?:个|家)|(?:恰好|正好|刚好|不多不少|只|仅|恰)(?:点|写|有|列|由|为|是|涉及|明确)?(?:了|名)?(${FEW})(?:个|家)${UNIT}|(?:^|[,。])(${FEW})(?:个|家)${UNIT}(?:一起|共同)?(?:负责|承担|参与)?的(?:任务|事项|条目)`,
  "u",
);
/** 由两个以上责任单位负责的任务, 责任单位有五家以上 */
const UNITS_AT_LEAST = new RegExp(
  `(${FEW})(?:个|家)(?:单位|部门)?(?:及|或)?以上|(?:不少于|至少|最少)(?:有)?(${FEW})(?:个|家)${UNIT}|${UNIT}.{0,4}(?:不少于|至少|最少)(?:有)?(${FEW})(?:个|家)`,
  "u",
);
/** 点名单位超过四家: five or more. */
const UNITS_MORE_THAN = new RegExp(`${UNIT}.{0,4}(?:超过|多于|大于)(?:了)?(${FEW})(?:个|家)|(?:超过|多于|大于)(?:了)?(${FEW})(?:个|家)${UNIT}`, "u");

/** 司法局比政府办多几项, 两家差多少项 */
const DIFFERENCE = /(?:多|少)(?:了|出|出来)?(?:几|多少)(?:项|条|个|件)?|(?:相差|差|差距|差额)(?:了|着|是)?(?:几|多少)/u;

/** Questions that count over the ledger: rankings, units by their number of tasks, tasks by their number of units. */
export function rankQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const scope = planScope(reading, corpus);
  if (!hasTasks(scope.documents, corpus)) return undefined;
  return ranking(reading, scope, corpus) ?? unitsByCount(reading, scope) ?? tasksByUnits(reading, scope) ?? unitTotal(reading, scope, corpus);
}

function ranking(reading: Reading, scope: Scope, corpus: Corpus): RankQuery | undefined {
  const ranked = rankedBy(reading, scope);
  const role: Role | undefined = reading.cues.has("lead") ? "lead" : /配合|协办|协助/u.test(reading.question) ? "support" : undefined;
  const marked = scope.documents.some((id) => corpus.tasksOf(id).some(({ assignments }) => assignments.some((assignment) => assignment.role === role)));
  return ranked && role && marked ? { ...ranked, role } : ranked;
}

function rankedBy(reading: Reading, scope: Scope): RankQuery | undefined {
  const { cues, question, units } = reading;
  if (asksNamedFirst(reading) || (ACHIEVEMENT.test(question) && !COUNTED.test(question))) return undefined;
  const order = cues.has("fewest") || (/少/u.test(question) && !/多/u.test(question)) ? "fewest" : "most";
  if (/哪[个一](?:县|区|市|地方)|哪[边头]/u.test(question) && /任务.{0,6}(?:多|少)|(?:多|少)的?任务/u.test(question))
    return { kind: "rank", scope, of: "regions", order, from: 1, first: 1, among: [] };
  if (units.named.length === 2 && DIFFERENCE.test(question))
    return { kind: "rank", scope, of: "units", order, from: 1, first: 2, among: units.named, difference: true };
  const compared = units.named.length > 1 && /(?:谁|哪[个家]).{0,8}(?:多|少)|比一?比/u.test(question);
  if (compared) return { kind: "rank", scope, of: "units", order, from: 1, first: 1, among: units.named };
  if (cues.has("most") || cues.has("fewest")) return { kind: "rank", scope, of: rankedIn(question), order, ...placesAsked(question), among: [] };
  return cues.has("workload") && units.named.length === 0 ? { kind: "rank", scope, of: "units", order: "most", from: 1, first: ALL, among: [] } : undefined;
}

/** 考核排第一, 完成得最少: how well something was done is not how much is to be done. */
const ACHIEVEMENT = /考核|考评|评比|评价|测评|成绩|得分|分数|完成得|名次|冠军|等奖|先进/u;
const COUNTED = /任务|活|担子|[项条](?:数|最)|单位(?:数|最)|部门(?:数|最)|份(?:额|量)/u;

function rankedIn(question: string): RankQuery["of"] {
  if (/哪[一]?(?:个)?(?:部分|章|块|方面|板块)/u.test(question)) return "sections";
  const ofTasks =
    /(?:单位|部门)(?:数量?)?(?:最多|最少).{0,4}(?:[哪那这][一]?[项条个]|任务)|(?:哪[一]?[项条个]|任务).{0,8}(?:单位|部门)(?:数量?)?(?:最多|最少)/u;
  return ofTasks.test(question) ? "tasks" : "units";
}

/** 前三名 → 1 to 3; 排第二 → the second place alone. */
function placesAsked(question: string): { readonly from: number; readonly first: number } {
  const top = /前([一两二三四五六七八九十\d]{1,3})(?:名|位|个|家)?/u.exec(question)?.[1];
  const nth = /(?:排|位列|位居|居)?第([二三四五六七八九十\d]{1,3})(?:位|名|多|少|的)?/u.exec(question)?.[1];
  const first = parseNumeral(top ?? nth ?? "一") ?? 1;
  return { from: top === undefined ? first : 1, first };
}

function unitsByCount({ question, units }: Reading, scope: Scope): RankQuery | undefined {
  if (units.named.length > 0 || !/单位|部门|谁|哪几?[个家]/u.test(question)) return undefined;
  const exactly = numberIn(EXACTLY_TASKS, question);
  if (exactly !== undefined) return { kind: "rank", scope, of: "units", order: { exactly }, from: 1, first: ALL, among: [] };
  const atLeast = numberIn(TASKS_AT_LEAST, question) ?? moreThan(TASKS_MORE_THAN, question);
  return atLeast === undefined ? undefined : { kind: "rank", scope, of: "units", order: { atLeast }, from: 1, first: ALL, among: [] };
}

function tasksByUnits(reading: Reading, scope: Scope): Query | undefined {
  if (reading.units.named.length > 0 || !/单位|部门|家/u.test(reading.question)) return undefined;
  const exactly = numberIn(EXACTLY_UNITS, reading.question);
  const atLeast = numberIn(UNITS_AT_LEAST, reading.question) ?? moreThan(UNITS_MORE_THAN, reading.question);
  if (exactly === undefined && atLeast === undefined) return undefined;
  const filter = { ...everyTask(scope), unitsAtLeast: exactly ?? atLeast, unitsAtMost: exactly };
  return { kind: "tasks", filter, projection: reading.cues.has("bareCount") ? "count" : projectionOf(reading) };
}

/** 点名的责任单位总共多少家: asked of the whole document, with no topic of its own. */
function unitTotal({ cues, numbers, topic, units, question }: Reading, scope: Scope, corpus: Corpus): Query | undefined {
  const own = topic.terms.filter(({ text }) => !/整个|指名道姓|提名道姓|点(?:了|到|过)?名(?:字|的)?|全[县区市]|文件|安排|方案|计划/u.test(text));
  if (!cues.has("unitCount") || numbers.length > 0 || units.collective.length > 0 || own.length > 0 || units.named.length > 0 || corpus.tasks.length === 0)
    return undefined;
  return { kind: "unit-count", scope, projection: /哪些|名单|列/u.test(question) ? "units" : "count" };
}

function moreThan(pattern: RegExp, question: string): number | undefined {
  const number = numberIn(pattern, question);
  return number === undefined ? undefined : number + 1;
}

function numberIn(pattern: RegExp, question: string): number | undefined {
  const match = pattern.exec(question);
  const numeral = match?.slice(1).find((group) => group !== undefined);
  return numeral === undefined ? undefined : parseNumeral(numeral);
}
