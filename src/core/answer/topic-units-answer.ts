import type { Task } from "../ledger/task.ts";
import { unitsOf } from "../question/filters.ts";
import type { PassagesQuery, Query } from "../question/query.ts";
import { matchText } from "../search/match-text.ts";
import { sliceOf } from "../text/span.ts";
import type { Answer, Block } from "./answer.ts";
import { cite, headingOf, itemOf, placeOf, unitQuotes } from "./cite.ts";
import { type AnswerContext, documentOf, tasksOf } from "./context.ts";
import { describeQuery, ROLE } from "./describe.ts";
import { termsOf } from "./evidence-terms.ts";
import { goodEvidence } from "./good-evidence.ts";
import { makeAnswer } from "./make-answer.ts";
import { labelNote, unitMisprintNote } from "./misprint.ts";
import { type Evidence, findEvidence, prepareSearch } from "./passage-evidence.ts";
import { answerPassages } from "./passages-answer.ts";
import { rolesOf } from "./task-answer.ts";

type TopicUnitsQuery = Extract<Query, { kind: "topic-units" }>;

/** Where no task has the topic, a passage that says nearly all of it answers: who issued it, who taught. */
const BEYOND_COVERAGE = 0.6;

/** Tasks whose passage states the topic as well as the best one does. */
const NEAR_BEST = 0.93;

/** Who is responsible for a topic: the units of the tasks whose title it is, else of the task whose passage states it. */
export function answerTopicUnits(query: TopicUnitsQuery, context: AnswerContext): Answer {
  const titled = tasksOf(query.tasks, context.corpus);
  if (titled.length > 0) return unitsFor(query, titled, undefined, context);
  const passages = topicPassages(query);
  const evidence = context.found ? findEvidence(passages, prepareSearch(passages, termsOf(context.found), context)) : [];
  const stated = (context.found ? goodEvidence(evidence, passages, context.found) : []).flatMap((one) => {
    const task = context.corpus.tasksOf(one.document.id).find(({ span }) => span.start <= one.span.start && one.span.end <= span.end);
    return task ? [{ task, one }] : [];
  });
  const [best] = stated;
  if (!best) return answerPassages(beyondTasks(query), context);
  const near = stated.filter(({ one }) => one.score >= best.one.score * NEAR_BEST);
  return unitsFor(
    query,
    [best.task],
    best.one,
    context,
    near.slice(1).map(({ task }) => task),
  );
}

/** The passages that may state a topic that no title has. */
export function topicPassages({ scope, topic }: TopicUnitsQuery): PassagesQuery {
  return {
    kind: "passages",
    scope,
    words: topic,
    wanted: "passage",
    measure: undefined,
    units: [],
    quoted: [],
    compare: false,
    years: [],
    each: false,
    asks: [],
    within: undefined,
  };
}

/** Where no task states the topic: what any passage says of it. */
export function beyondTasks(query: TopicUnitsQuery): PassagesQuery {
  return { ...topicPassages(query), scope: query.beyond, least: BEYOND_COVERAGE };
}

function unitsFor(query: TopicUnitsQuery, tasks: readonly Task[], stated: Evidence | undefined, context: AnswerContext, others: readonly Task[] = []): Answer {
  const { corpus } = context;
  const units = [...unitsOf(tasks).values()];
  const collective = [...new Set(tasks.flatMap((task) => task.collective.map(({ printed }) => printed)))];
  const { role } = query;
  const unmarked = role !== undefined && !tasks.some(({ assignments }) => assignments.some((assignment) => assignment.role === role));
  const shown = role !== undefined && !unmarked ? [...unitsOf(tasks, role).values()] : units;
  const quotes = tasks.flatMap((task) => unitQuotes(task).map((span) => ({ task, span })));
  const statedCitation = stated ? [cite(stated.document, stated.span, tasks[0]?.path ?? [])] : [];
  const citations = [...statedCitation, ...quotes.map(({ task, span }) => cite(documentOf(task, corpus), span, task.path))];
  const notes = [
    ...(unmarked ? [`文件没有标明${ROLE[role]}单位，以上是责任单位，按原文顺序。`] : []),
    ...(collective.length > 0 ? [`另笼统提到${collective.join("、")}。`] : []),
    ...tasks.flatMap((task) => labelNote(task, corpus) ?? []),
    ...[unitMisprintNote(tasks)].filter((note) => note !== undefined),
    ...elsewhere(query, tasks, others, context),
  ];
  return makeAnswer({
    behaviour: unmarked ? "clarify" : "units",
    understood: describeQuery(query, corpus),
    blocks: [
      { kind: "text", text: `${shown.join("、")}。`, strong: true },
      ...tasks.map((task): Block => ({ kind: "text", text: `${headingOf(task)}：${rolesOf(task)}` })),
      ...citations.map(
        (citation, index): Block => ({
          kind: "quote",
          citation: index,
          place: placeOf(corpus.document(citation.document) ?? documentOf(tasks[0] as Task, corpus), citation.path),
        }),
      ),
      ...notes.map((text): Block => ({ kind: "note", text })),
    ],
    items: tasks.map((task) => itemOf(task, documentOf(task, corpus))),
    units: shown,
    collective,
    citations,
  });
}

/** Tasks that only mention the topic, with their units kept apart. */
function elsewhere(query: TopicUnitsQuery, tasks: readonly Task[], others: readonly Task[], { corpus }: AnswerContext): readonly string[] {
  const words = matchText(query.topic).match(/\p{Script=Han}{2,}/gu) ?? [];
  const [longest] = [...words].sort((a, b) => b.length - a.length);
  const mention = longest
    ? query.scope.documents
        .flatMap((id) => corpus.tasksOf(id))
        .filter((task) => !tasks.includes(task) && matchText(sliceOf(documentOf(task, corpus).source, task.body)).includes(longest))
    : [];
  const places = [...new Set([...others.filter((task) => !tasks.includes(task)), ...mention])].slice(0, 3);
  return places.length > 0 ? [`正文也提到的还有：${places.map((task) => headingOf(task)).join("、")}，责任单位以各条为准。`] : [];
}
