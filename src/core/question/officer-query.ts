import type { Corpus } from "../ledger/corpus.ts";
import type { Officer, Task } from "../ledger/task.ts";
import { everyTask, officerNamed } from "./filters.ts";
import { tasksTitled } from "./headings.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Query, Scope } from "./query.ts";
import { planScope, projectionOf } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { refsOf, tasksNumbered } from "./task-numbers.ts";
import { unitFilter } from "./unit-query.ts";

/** What a person does, or is called, in a ledger: source of a regex. The word that is sought in the printed role stands first. */
const ROLE_WORD = /(?<role>包案|挂牌|包联|包保|包抓|分管|督办|牵头领导|责任领导|联系领导|联系人|责任人|经办人|负责人)|(?<any>领导)/u;
const DOES = /包案|挂牌|包联|包保|包抓|分管|督办|联系|负责|牵头|承办|经办|名下|责任|领导|任务|事项|管(?:哪|什么|的|了)|[哪几](?:些|项|条|件)/u;
const ASKS_PERSON = /谁|哪(?:几|一)?(?:位|个人|些人|个领导|些领导|位领导)|叫(?:什么|啥)|姓名|名字|是哪|有哪些|都有/u;
/** What no ledger tells of a person. */
const OTHER_FACT = /电话|手机|号码|地址|邮箱|微信|上班|办公室在/u;
const PERSON_WHO =
  /^(?:那|请问)?(?<name>(?!谁|哪|什么|这|那|我|他|她|你|各|由)\p{Script=Han}{2,3}?)(?:同志|副?(?:县|市|区|镇|乡)长|书记|主任|局长)?(?:包案|包联|包保|包抓|挂牌)(?!领导)/u;
/** What of a topic asks for the person. */
const ABOUT_PERSON = /(?:由|是|归)?谁|的|包案|挂牌|包联|包保|包抓|分管|督办|负责|牵头|责任|联系|[县市区]?领导|人$/gu;
/** A name alone is a question where little else is said. */
const LONGEST_BARE = 8;

/** 张三包案的有哪些, 李四负责的任务, 谁包案, 第3项的联系人是谁: by the persons (officers) of tasks, who are never units. */
export function officerQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { question } = reading;
  if (OTHER_FACT.test(question) || !(ROLE_WORD.test(question) || DOES.test(question) || question.length <= LONGEST_BARE)) return undefined;
  const scope = planScope(reading, corpus);
  const officers = scope.documents.flatMap((id) => corpus.tasksOf(id)).flatMap((task) => task.officers);
  if (officers.length === 0) return undefined;
  const role = ROLE_WORD.exec(question)?.groups?.["role"];
  const names = namesIn(reading, officers);
  if (names.length > 0) return tasksOfPersons(names, role, reading, scope, corpus);
  if (role !== undefined && !officers.some((officer) => officer.role.includes(role)) && /人$/u.test(role)) return undefined;
  const stranger = PERSON_WHO.exec(question)?.groups?.["name"];
  if (stranger !== undefined) return { kind: "officers", scope, role, among: undefined, stranger };
  if (!ROLE_WORD.test(question) || !ASKS_PERSON.test(question)) return undefined;
  return { kind: "officers", scope, role, among: tasksMeant(reading, scope, corpus), stranger: undefined };
}

/** Officers that the question names, outside the names of units. */
function namesIn({ question, units }: Reading, officers: readonly Officer[]): readonly string[] {
  const printed = new Set(officers.map(({ name }) => name));
  return [...printed].filter((name) => {
    const at = question.indexOf(name.replace(/\s+/gu, ""));
    return at >= 0 && !units.mentions.some(({ start, end }) => start < at + name.length && at < end);
  });
}

function tasksOfPersons(names: readonly string[], role: string | undefined, reading: Reading, scope: Scope, corpus: Corpus): Query {
  const [name] = names;
  const inRole = (task: Task, one: string): boolean => officerNamed(task, one, role);
  const tasks = scope.documents.flatMap((id) => corpus.tasksOf(id)).filter((task) => names.some((one) => inRole(task, one)));
  const filter = unitFilter(reading, everyTask(scope));
  const counts = /(?:多少|几)(?:个|项|件|条|起|宗)(?!单位|部门)/u.test(reading.question) && !/哪几/u.test(reading.question);
  const projection = counts ? "count" : /责任单位|哪(?:些|个|几个|几家)?(?:单位|部门)/u.test(reading.question) ? "units" : projectionOf(reading);
  if (names.length > 1) return { kind: "tasks", filter: { ...filter, among: refsOf(tasks) }, projection };
  // Where nobody of that name has the role asked for, what the person does is the nearest there is.
  return { kind: "tasks", filter: { ...filter, officer: name, officerRole: tasks.length > 0 ? role : undefined }, projection };
}

/** The tasks whose officers are asked for: by number, by title, or of a unit; undefined for all. */
function tasksMeant(reading: Reading, scope: Scope, corpus: Corpus) {
  const numbered = reading.numbers.flatMap((number) => tasksNumbered(number, scope.documents, corpus));
  if (numbered.length > 0) return numbered;
  const tasks = scope.documents.flatMap((id) => corpus.tasksOf(id));
  if (reading.units.named.length > 0)
    return refsOf(tasks.filter(({ assignments }) => reading.units.named.some(({ unit }) => assignments.some((assignment) => assignment.unit === unit))));
  const terms = reading.topic.terms.map((term) => ({ ...term, text: term.text.replace(ABOUT_PERSON, "") })).filter(({ text }) => text.length >= 2);
  const titled = terms.length > 0 ? tasksTitled({ terms, printed: "" }, tasks) : [];
  return titled.length > 0 ? refsOf(titled) : undefined;
}
