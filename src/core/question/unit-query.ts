import type { Corpus } from "../ledger/corpus.ts";
import type { Role, Task } from "../ledger/task.ts";
import { coverageOf } from "../search/coverage.ts";
import { matchText } from "../search/match-text.ts";
import { sliceOf } from "../text/span.ts";
import { everyTask, findTasks, sameCollective } from "./filters.ts";
import { distinctTerms, sectionsTitled, tasksTitled, withoutTitles } from "./headings.ts";
import type { Knowledge } from "./knowledge.ts";
import { passageQuery } from "./passage-query.ts";
import type { Query, Scope, TaskFilter } from "./query.ts";
import { hasTasks, planScope, wholeScope } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { sectionQuoted } from "./section-quoted.ts";
import { refsOf } from "./task-numbers.ts";
import { asksPartners, isMarked, rolesThatCount, wantedOfTasks } from "./units-wanted.ts";

/**
 * Questions that name a unit: its duties, unless the question asks for a fact about it.
 * A topic beside the unit filters only where the unit's tasks have it; chat around the question is left out.
 */
export function unitQuery(reading: Reading, knowledge: Knowledge): Query | undefined {
  const { units, cues } = reading;
  const { corpus } = knowledge;
  if (units.ambiguous) return { kind: "clarify", reason: "ambiguous-unit", tasks: [], choices: units.ambiguous.choices };
  const collective =
    units.collective.length > 0 &&
    (cues.has("duty") || cues.has("list") || cues.has("tasks") || cues.has("count") || cues.has("bareCount")) &&
    !asksFact(reading) &&
    (!cues.has("who") || cues.has("count"));
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
  if (!planned && units.named.length === 1 && isTold(reading, scope, corpus)) return passageQuery(reading, corpus);
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
        role: roleOfWho(reading, tasks),
        about: reading.topic.printed,
        whole: true,
        beyond: scope,
      };
  }
  const { named, noLead, supports } = rolesThatCount(reading, tasks);
  const filter = unitFilter({ ...reading, units: { ...units, named } }, everyTask(scope));
  if (noLead && planned) return { kind: "clarify", reason: "no-lead-marked", tasks: refsOf(findTasks(filter, corpus)), choices: [] };
  // 除了司法局,政府办还跟谁一起: both are left out of the list of units, and neither out of the tasks.
  if (asksPartners(reading) && units.excluded.length > 0)
    return { kind: "tasks", filter: { ...filter, noneOf: [] }, projection: "units", besides: [...named, ...units.excluded] };
  const wanted = supports ? ({ projection: "units", role: "support" } as const) : wantedOfTasks(reading);
  const inSection = sectionNamed(reading, scope, corpus) ?? sectionQuoted(reading.question, scope.documents, corpus);
  const counted = wanted.each === "role" ? { ...filter, allOf: units.named.map(({ unit, printed, name }) => ({ unit, printed, name })) } : filter;
  return { kind: "tasks", filter: inSection ? { ...counted, sections: [inSection] } : narrowed(counted, reading, corpus), ...wanted };
}

/** 优化营商环境那部分里发改委参与的: the one section that a question names by its heading. */
function sectionNamed({ question, topic }: Reading, scope: Scope, corpus: Corpus): TaskFilter["sections"][number] | undefined {
  if (!/部分|板块|大块|章|方面|这块|那块|一块|大项/u.test(question)) return undefined;
  const named = topic.terms.map((term) => ({ ...term, text: term.text.replace(/(?:这|那)?(?:一)?(?:个)?(?:大)?(?:部分|板块|章节?|方面|块)$/u, "") }));
  const distinct = withoutTitles({ ...topic, terms: named.filter(({ text }) => text.length > 1) }, scope.documents, corpus);
  const [only, ...others] = sectionsTitled(distinct, corpus, scope.documents);
  if (distinctTerms(distinct, scope.documents, corpus).length === 0) return undefined;
  return only && others.length === 0 && only.section.tasks.length > 0 ? { document: only.document, node: only.section.node } : undefined;
}

/** The role of the units that a topic is asked for: 主责 is the lead where the tasks mark one, else whoever is responsible. */
export function roleOfWho({ cues, question }: Reading, tasks: readonly Task[]): Role | undefined {
  if (cues.has("lead")) return isMarked("lead", tasks) || !/主责/u.test(question) ? "lead" : undefined;
  return /(?:谁|哪|单位|部门).{0,4}(?:配合|协办|协助)|(?:配合|协办|协助)(?:单位|部门)/u.test(question) ? "support" : undefined;
}

/** A figure, a day or a frequency is asked for, not how many tasks there are. */
export function asksFact({ cues }: Reading): boolean {
  return !cues.has("count") && !cues.has("bareCount") && (cues.has("figure") || cues.has("howOften") || cues.has("when") || cues.has("basis"));
}

/** What a unit did, issued or said is in the passages: 县司法局印发了什么通知. */
function asksText({ question, cues }: Reading): boolean {
  return /(?:印发|出台|发布|制定|举办|开展|组织|成立|建立|配合|参加)了/u.test(question) && !cues.has("tasks");
}

/** 政协的提案有没有人办: a body that no task names and whose subject the documents tell of beside it, asked about without a word for duties. */
function isTold({ units, cues, topic }: Reading, { documents }: Scope, corpus: Corpus): boolean {
  if (cues.has("duty") || cues.has("tasks") || cues.has("who") || cues.has("count")) return false;
  const texts = documents.map((id) => matchText(corpus.document(id)?.source ?? ""));
  return topic.terms.some(
    ({ text }) => text.length > 1 && texts.some((own) => units.named.every(({ printed }) => own.includes(printed)) && own.includes(text)),
  );
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
    orRecurrence: time.recurrence === undefined ? filter.orRecurrence : time.orRecurrence,
    dueBy: time.dueBy ?? filter.dueBy,
    dueFrom: time.dueFrom ?? filter.dueFrom,
    timed: time.timed ?? filter.timed,
    countAtLeast: time.countAtLeast ?? filter.countAtLeast,
    pace: time.pace ?? filter.pace,
  };
}
