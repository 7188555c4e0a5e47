import type { Role } from "../ledger/task.ts";
import { everyTask } from "./filters.ts";
import { distinctTerms, tasksTitled } from "./headings.ts";
import type { Knowledge } from "./knowledge.ts";
import { CUES } from "./patterns.ts";
import type { Conversation, Query, TaskFilter } from "./query.ts";
import { projectionOf } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { refsOf } from "./task-numbers.ts";
import { unitFilter } from "./unit-query.ts";

/** It, this one: what was shown. */
export const PRONOUN = /它|这个|这项|这条|该项|该任务|此项|这件|那个|那项|那条|这块|这事|上面|刚才|刚刚|前面(?:那|说)/u;
const REFINES =
  /^有.{2,12}的[?。!]*$|只看|只要|只列|只(?:说|保留)|仅看|其中|里面|里头|当中|这些|再加|加上|还要|并且|同时也|也在|也参与|去掉|除去|除了|不要|排除|剔除|筛/u;

/** 只看年底前的, 再加上发改委也在的: the same tasks with one filter more. */
export function refined(reading: Reading, previous: Conversation, knowledge: Knowledge): Query | undefined {
  const before = previous.query;
  const ofThem = reading.cues.has("lead") && (PRONOUN.test(reading.question) || reading.topic.terms.every(({ text }) => CUES.lead.pattern.test(text)));
  if ((!REFINES.test(reading.question) && !ofThem) || reading.cues.has("howOften")) return undefined;
  const filter = filterOf(before);
  if (!filter || reading.numbers.length > 0) return undefined;
  const shown = previous.shown.flatMap(({ document, ordinal }) => knowledge.corpus.task(document, ordinal) ?? []);
  const role: Role | undefined = reading.cues.has("lead") ? "lead" : /配合|协办|协助/u.test(reading.question) ? "support" : undefined;
  if (role === "lead" && !shown.some(({ assignments }) => assignments.some((assignment) => assignment.role === role)))
    return { kind: "clarify", reason: "no-lead-marked", tasks: previous.shown, choices: [] };
  const sections = reading.sections.flatMap((asked) =>
    filter.scope.documents.flatMap((document) =>
      knowledge.corpus
        .sectionsOf(document)
        .filter(({ number }) => number === asked.number)
        .map(({ node }) => ({ document, node })),
    ),
  );
  // 只看牵头的: the units of the turn before, in this role.
  if (role && reading.units.named.length === 0 && filter.allOf.length + filter.anyOf.length > 0) {
    const inRole = (units: TaskFilter["allOf"]) => units.map(({ unit, printed, name }) => ({ unit, printed, name, role }));
    return {
      kind: "tasks",
      filter: { ...unitFilter(reading, filter), allOf: inRole(filter.allOf), anyOf: inRole(filter.anyOf) },
      projection: projectionOf(reading),
    };
  }
  const reference = reading.references[0];
  if (reference && reading.units.named.length === 0) {
    const { printed, number, title } = reference;
    return { kind: "tasks", filter: { ...filter, reference: { printed, number, title } }, projection: projectionOf(reading) };
  }
  const words = SAYS.test(reading.question) && reading.units.named.length === 0 ? distinctTerms(reading.topic, filter.scope.documents, knowledge.corpus) : [];
  if (words.length > 0) {
    const titled = tasksTitled(reading.topic, shown);
    const said = titled.length > 0 ? { ...filter, among: refsOf(titled) } : { ...filter, words };
    return { kind: "tasks", filter: said, projection: projectionOf(reading) };
  }
  const adds =
    sections.length > 0 || reading.units.named.length + reading.units.excluded.length + reading.units.collective.length > 0 || reading.time.printed.length > 0;
  if (!adds) return undefined;
  return {
    kind: "tasks",
    filter: { ...unitFilter(reading, filter), anyOf: filter.anyOf, sections: sections.length > 0 ? sections : filter.sections },
    projection: projectionOf(reading),
  };
}

/** 里面有没有提到行政复议的 */
const SAYS = /(?:提到|写到|写了|讲到|说到|涉及|有关|关于|跟.{2,8}有关).{0,20}(?:的|吗|没有?|有几|哪)/u;

/** The filter that the turn before listed tasks by; undefined where it listed none. */
export function filterOf(query: Query): TaskFilter | undefined {
  if (query.kind === "tasks") return query.filter;
  if (query.kind === "topic-units" || query.kind === "task") {
    const among = query.kind === "task" ? query.found : query.tasks;
    return among.length > 0 ? { ...everyTask(query.scope), among } : undefined;
  }
  return undefined;
}
