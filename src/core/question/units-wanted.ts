import type { Role, Task } from "../ledger/task.ts";
import type { AskedUnit, Query } from "./query.ts";
import { projectionOf } from "./query-scope.ts";
import type { Reading } from "./reading.ts";

type TasksQuery = Extract<Query, { kind: "tasks" }>;

/** What a question wants of the tasks that it means. */
type Wanted = Pick<TasksQuery, "projection" | "role" | "besides" | "each">;

const LEAD = "牵头|主办|领衔|主责";
const SUPPORT = "配合|协办|协助|协同|协作";
const WHICH = "(?:哪些|哪几|哪|什么|啥|谁|有谁|哪里)(?:几)?(?:个|家|些)?(?:单位|部门|局)?";
/** 都有哪些单位配合, 谁牵头, 牵头单位是哪家, 牵头单位 at the end. */
const UNITS_IN_ROLE = new RegExp(
  `${WHICH}(?:来|去|在|是|做|负责|共同|又)*(?<by>${LEAD}|${SUPPORT})|(?<of>${LEAD}|${SUPPORT})(?:的)?(?:单位|部门|方)(?:都|又|各|分别)?(?:是|有|为|名单|呢|$|[?。!,])`,
  "u",
);
/** 谁配合司法局: those that take part beside the unit. */
const SUPPORTS_UNIT = new RegExp(`${WHICH}(?:来|去|在)?(?:${SUPPORT})(?:着|了|过)?$`, "u");
/** 和司法局一起干的还有谁, 司法局的任务还有哪些单位参与. */
const PARTNERS =
  /(?:一起|一块儿?|共同|联合|搭档|搭伙|协作|合作|一道|同台)[^,。?]{0,12}(?:谁|哪[些几两]?家|(?:哪|什么|啥)[些个几]{0,2}(?:单位|部门|局)|(?:单位|部门)(?:有|是|都))|还(?:要|会|得)?(?:跟|和|与|同)(?:谁|哪[些几两]?[家个])|(?:还有|另外还?有|其他还有|除了它还有)(?:哪些|哪几家|哪家|谁|别的|其他)(?:单位|部门)?(?!任务|[项条])/u;

/** 责任单位里排在头一个的, 首列司法局的 */
const NAMED_FIRST =
  /(?:排|列|写|放|摆|站|印)(?:在|到|得)?(?:头一[个位家]|头里|第一[个位家]?|首位|最前|前头|前面第一)|首列|列首|打头的?(?:是|单位|$|的)|第一(?:责任单位|个(?:单位|写|列|点))|首个|头一个(?:单位|是|就|写|列)/u;
/** 任务数排第一 ranks units. */
const MOST_TASKS = /(?:任务|项|条)(?:数|数量|量|总数)?(?:最多|排|是不是最多)|哪[个家]单位/u;

/** Whether the units beside the named ones are asked for. */
export function asksPartners({ question, units }: Reading): boolean {
  return units.named.length > 0 && PARTNERS.test(question);
}

/** Whether the question is of the tasks that name its one unit first. */
export function asksNamedFirst({ question, units }: Reading): boolean {
  return units.named.length === 1 && NAMED_FIRST.test(question) && !MOST_TASKS.test(question);
}

/** What is wanted of tasks: the list, their number, or the units of them in a role or beside those that are named. */
export function wantedOfTasks(reading: Reading): Wanted {
  const { question, units, sections, cues } = reading;
  if (asksPartners(reading)) return { projection: "units", besides: units.named };
  const inRole = UNITS_IN_ROLE.exec(question)?.groups;
  const word = inRole?.["by"] ?? inRole?.["of"];
  if (word !== undefined && !isOfNamed(reading, word)) return { projection: "units", role: new RegExp(LEAD, "u").test(word) ? "lead" : "support" };
  const count = projectionOf(reading) === "count" || cues.has("bareCount");
  if (sections.length > 1 && ((count && /各|分别/u.test(question)) || /哪[个一块边].{0,8}(?:多|少)|谁多|谁少/u.test(question)))
    return { projection: "count", each: "section" };
  const roles = new Set([...question.matchAll(new RegExp(`${LEAD}|${SUPPORT}|责任`, "gu"))].map(([role]) => role));
  if (count && units.named.length === 1 && roles.size > 1) return { projection: "count", each: "role" };
  return { projection: projectionOf(reading) };
}

/** 牵头单位是司法局的任务: the role is that of the unit that stands behind the word. */
function isOfNamed({ question, units }: Reading, word: string): boolean {
  const at = question.search(new RegExp(`${word}(?:的)?(?:单位|部门|方)(?:里|中)?(?:是|为|有|含|:)`, "u"));
  return at >= 0 && units.mentions.some(({ start }) => start > at && start - at <= word.length + 5);
}

/** Whether the question asks for those that support the unit at this place: 谁配合司法局. */
function isSupported(question: string, start: number): boolean {
  return SUPPORTS_UNIT.test(question.slice(0, start));
}

/** The units of a question in the roles that it gives them, where the tasks mark such roles at all. */
export function rolesThatCount(
  reading: Reading,
  tasks: readonly Task[],
): { readonly named: readonly AskedUnit[]; readonly noLead: boolean; readonly supports: boolean } {
  const { units, question } = reading;
  const marked = new Set(tasks.flatMap(({ assignments }) => assignments.map(({ role }) => role)));
  const supports = units.mentions.some(({ start }) => isSupported(question, start));
  if (supports)
    return { named: units.named.map((asked) => ({ ...bare(asked), ...(marked.has("lead") ? { role: "lead" as const } : {}) })), noLead: false, supports };
  const [only] = units.named;
  if (only && asksNamedFirst(reading)) return { named: [{ ...bare(only), first: true }], noLead: false, supports };
  const given = withLooseRole(reading);
  const asksLead = given.some(({ role, notRole }) => role === "lead" || notRole === "lead");
  const named = given.map((asked) => {
    const role = asked.role ?? asked.notRole;
    return role === undefined || marked.has(role) ? asked : bare(asked);
  });
  return { named, noLead: asksLead && !marked.has("lead") && !/主责/u.test(question), supports };
}

/** Whether any task gives a unit this role. */
export function isMarked(role: Role, tasks: readonly Task[]): boolean {
  return tasks.some(({ assignments }) => assignments.some((assignment) => assignment.role === role));
}

function bare({ unit, printed, name }: AskedUnit): AskedUnit {
  return { unit, printed, name };
}

/** A single unit has the role that the question speaks of, wherever the word stands: 牵头的里面司法局有几项. */
function withLooseRole({ units, question, cues }: Reading): readonly AskedUnit[] {
  const [only] = units.named;
  if (!only || units.named.length > 1 || only.role || only.notRole) return units.named;
  if (/牵头(?:或|和|、|或者)(?:责任|配合)/u.test(question) || UNITS_IN_ROLE.test(question)) return units.named;
  const role: Role | undefined = cues.has("lead") ? "lead" : /配合|协办|协助/u.test(question) ? "support" : undefined;
  return role === undefined ? units.named : [{ ...only, role }];
}
