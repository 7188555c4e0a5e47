import { everyTask, findTasks } from "./filters.ts";
import { distinctTerms, knownTopic, sectionsTitled, tasksTitled } from "./headings.ts";
import type { Knowledge } from "./knowledge.ts";
import { quotedIn } from "./passage-query.ts";
import type { Query } from "./query.ts";
import { hasTasks, planScope, projectionOf } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { refsOf } from "./task-numbers.ts";
import type { Topic } from "./topic.ts";
import { unitFilter } from "./unit-query.ts";

export function timeQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  if (quotedIn(reading.question).length > 0 && !/定期/u.test(quotedIn(reading.question).join(""))) return undefined;
  const { time, cues } = reading;
  if (time.recurrence === undefined && time.dueBy === undefined && time.pace === undefined) return undefined;
  if (cues.has("howOften") || (cues.has("figure") && !cues.has("count")) || cues.has("when") || cues.has("definition")) return undefined;
  const scope = planScope(reading, corpus);
  if (!hasTasks(scope.documents, corpus)) return undefined;
  const asksSet =
    cues.has("list") || cues.has("count") || cues.has("tasks") || reading.topic.terms.length === 0 || /哪|凡是|要完成|什么/u.test(reading.question);
  if (!asksSet) return undefined;
  const filter = unitFilter(reading, everyTask(scope));
  const found = findTasks(filter, corpus);
  return found.length > 0 || !cues.has("who") ? { kind: "tasks", filter, projection: projectionOf(reading) } : undefined;
}

export function whoQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { cues, topic } = reading;
  if (!cues.has("who") && !(cues.has("lead") && topic.terms.length > 0)) return undefined;
  const scope = planScope(reading, corpus);
  if (!hasTasks(scope.documents, corpus)) return undefined;
  const references = reading.references.map(({ printed }) => printed).join(" ");
  const known = knownTopic(topic, corpus, scope.documents);
  const tasks = tasksTitled(
    known,
    scope.documents.flatMap((id) => corpus.tasksOf(id)),
  );
  if (topic.terms.length === 0 && references === "") return { kind: "unit-count", scope, projection: "units" };
  const words = references === "" ? reading.words : references;
  return {
    kind: "topic-units",
    scope,
    topic: words,
    tasks: refsOf(tasks),
    role: cues.has("lead") ? "lead" : undefined,
    whole: lengthOf(known) === lengthOf(topic),
  };
}

function lengthOf({ terms }: Topic): number {
  return terms.reduce((sum, { text }) => sum + text.length, 0);
}

export function listQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { cues, topic, question } = reading;
  const asksSet = cues.has("list") || cues.has("count") || (cues.has("tasks") && !cues.has("figure"));
  if (!asksSet || (cues.has("figure") && !cues.has("count")) || cues.has("basis") || cues.has("compare") || cues.has("howOften") || cues.has("when"))
    return undefined;
  const scope = planScope(reading, corpus);
  if (!hasTasks(scope.documents, corpus)) return undefined;
  const filter = unitFilter(reading, everyTask(scope));
  const quoted = quotedIn(question);
  if (quoted.length > 0 && !cues.has("who")) {
    const withWords = { ...filter, recurrence: undefined, words: quoted };
    if (findTasks(withWords, corpus).length > 0) return { kind: "tasks", filter: withWords, projection: projectionOf(reading) };
  }
  if (topic.terms.length === 0) return cues.has("tasks") || cues.has("count") ? { kind: "tasks", filter, projection: projectionOf(reading) } : undefined;
  const sections = sectionsTitled(topic, corpus, scope.documents).filter(({ section }) => section.tasks.length > 0);
  const [section] = sections;
  if (section && sections.length === 1)
    return { kind: "tasks", filter: { ...filter, sections: [{ document: section.document, node: section.section.node }] }, projection: projectionOf(reading) };
  if (!cues.has("tasks") && !cues.has("count")) return undefined;
  if (/要求|怎么|如何/u.test(question) && !/任务|哪[几一]?[项条]/u.test(question)) return undefined;
  const titled = tasksTitled(
    topic,
    scope.documents.flatMap((id) => corpus.tasksOf(id)),
  );
  if (titled.length > 0) return { kind: "tasks", filter: { ...filter, among: refsOf(titled) }, projection: projectionOf(reading) };
  const words = distinctTerms(topic, scope.documents, corpus);
  if (words.length === 0) return { kind: "tasks", filter, projection: projectionOf(reading) };
  return findTasks({ ...filter, words }, corpus).length > 0 ? { kind: "tasks", filter: { ...filter, words }, projection: projectionOf(reading) } : undefined;
}
