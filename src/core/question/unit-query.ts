import type { Corpus } from "../ledger/corpus.ts";
import { coverageOf } from "../search/coverage.ts";
import { matchText } from "../search/match-text.ts";
import { sliceOf } from "../text/span.ts";
import { everyTask, findTasks, sameCollective } from "./filters.ts";
import { tasksTitled } from "./headings.ts";
import type { Knowledge } from "./knowledge.ts";
import { passageQuery } from "./passage-query.ts";
import type { Query, TaskFilter } from "./query.ts";
import { hasTasks, planScope, projectionOf, wholeScope } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { refsOf } from "./task-numbers.ts";

/**
 * Questions that name a unit: its duties, unless the question asks for a fact about it.
 * A topic beside the unit filters only where the unit's tasks have it; chat around the question is left out.
 */
export function unitQuery(reading: Reading, knowledge: Knowledge): Query | undefined {
  const { units, cues } = reading;
  const { corpus } = knowledge;
  if (units.ambiguous) return { kind: "clarify", reason: "ambiguous-unit", tasks: [], choices: units.ambiguous.choices };
  const collective =
    units.collective.length > 0 && (cues.has("duty") || cues.has("list") || cues.has("tasks") || cues.has("count")) && !asksFact(reading) && !cues.has("who");
  if (units.unknown && units.named.length === 0 && cues.has("duty") && !asksFact(reading))
    return { kind: "absent", reason: "unit", what: units.unknown, scope: wholeScope(corpus) };
  if (units.named.length + units.excluded.length === 0 && !collective) return undefined;
  const scope = planScope(reading, corpus);
  const planned = units.named.some(({ unit }) => scope.documents.some((id) => corpus.namesOf(id).has(unit)));
  const printed = scope.documents.flatMap((id) => corpus.collectiveOf(id));
  if (units.named.length === 0 && collective && !units.collective.every((asked) => printed.some((name) => sameCollective(name, asked.printed))))
    return passageQuery(reading, corpus);
  // 划到审批局的农业事务类事项有多少: a unit that no plan names is counted in what the passages say of the topic.
  const elsewhere =
    !planned && cues.has("figure") && (!(cues.has("count") || cues.has("bareCount")) || (units.named.length > 0 && reading.topic.terms.length > 0));
  if (asksFact(reading) || asksText(reading) || elsewhere) return passageQuery(reading, corpus);
  if (!hasTasks(scope.documents, corpus)) return passageQuery(reading, corpus);
  const tasks = scope.documents.flatMap((id) => corpus.tasksOf(id));
  if (cues.has("who") && reading.topic.terms.length > 0) {
    const titled = tasksTitled(reading.topic, tasks);
    if (titled.length > 0)
      return {
        kind: "topic-units",
        scope,
        topic: reading.topic.printed,
        tasks: refsOf(titled),
        role: cues.has("lead") ? "lead" : undefined,
        about: reading.topic.printed,
        whole: true,
        beyond: scope,
      };
  }
  const filter = unitFilter(reading, everyTask(scope));
  const role = roleAsked(reading);
  const leads = tasks.some(({ assignments }) => assignments.some((assignment) => assignment.role === role));
  if (role === "lead" && !leads && planned) return { kind: "clarify", reason: "no-lead-marked", tasks: refsOf(findTasks(filter, corpus)), choices: [] };
  const withRole = role && leads ? { ...filter, role } : filter;
  return { kind: "tasks", filter: narrowed(withRole, reading, corpus), projection: projectionOf(reading) };
}

/** A figure, a day or a frequency is asked for, not how many tasks there are. */
export function asksFact({ cues }: Reading): boolean {
  return !cues.has("count") && !cues.has("bareCount") && (cues.has("figure") || cues.has("howOften") || cues.has("when") || cues.has("basis"));
}

/** What a unit did, issued or said is in the passages: 县司法局印发了什么通知. */
function asksText({ question, cues }: Reading): boolean {
  return /(?:印发|出台|发布|制定|举办|开展|组织|成立|建立|配合|参加)了/u.test(question) && !cues.has("tasks");
}

/** 牵头 and 配合 where the question filters by them. */
function roleAsked({ cues, question }: Reading): "lead" | "support" | undefined {
  if (/牵头(?:或|和|、|或者)(?:责任|配合)/u.test(question)) return undefined;
  if (cues.has("lead")) return "lead";
  return /配合|协办|协助/u.test(question) ? "support" : undefined;
}

/** A topic that titles or texts of the unit's own tasks have becomes a filter. */
function narrowed(filter: TaskFilter, reading: Reading, corpus: Corpus): TaskFilter {
  const found = findTasks(filter, corpus);
  const titles = filter.scope.documents.map((id) => matchText(corpus.document(id)?.title ?? "")).join(" ");
  const terms = reading.topic.terms.filter(({ text }) => text.length >= 3 && coverageOf(text, titles) < 0.99);
  if (terms.length === 0 || found.length === 0) return filter;
  const titled = tasksTitled({ terms, printed: "" }, found);
  if (titled.length > 0) return { ...filter, among: refsOf(titled) };
  if (!/方面|关于|有关|相关|涉及|提到|针对|对于/u.test(reading.question)) return filter;
  const words = terms.map(({ text }) => text);
  const mention = found.filter((task) => words.every((word) => matchText(sliceOf(corpus.document(task.documentId)?.source ?? "", task.body)).includes(word)));
  return mention.length > 0 ? { ...filter, words } : filter;
}

/** Adds the units, collective names and times of a question to a filter. */
export function unitFilter(reading: Reading, filter: TaskFilter): TaskFilter {
  const { units, cues, time } = reading;
  return {
    ...filter,
    allOf: units.anyOf ? filter.allOf : [...filter.allOf, ...units.named],
    anyOf: units.anyOf ? [...filter.anyOf, ...units.named] : filter.anyOf,
    noneOf: [...filter.noneOf, ...units.excluded],
    onlyThese: cues.has("only") && !units.anyOf && units.named.length > 0 ? true : filter.onlyThese,
    collectiveAllOf: [
      ...filter.collectiveAllOf,
      ...(cues.has("only") ? [] : units.collective.filter(({ excluded }) => !excluded).map(({ printed }) => printed)),
    ],
    collectiveNoneOf: [
      ...filter.collectiveNoneOf,
      ...(cues.has("only") ? [] : units.collective.filter(({ excluded }) => excluded).map(({ printed }) => printed)),
    ],
    recurrence: time.recurrence ?? filter.recurrence,
    dueBy: time.dueBy ?? filter.dueBy,
    dueFrom: time.dueFrom ?? filter.dueFrom,
    pace: time.pace ?? filter.pace,
  };
}
