import { everyTask } from "./filters.ts";
import { tasksTitled } from "./headings.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Conversation, Query, TaskRef } from "./query.ts";
import type { Reading } from "./reading.ts";
import { refsOf } from "./task-numbers.ts";

const LATTER = /后面(?:那)?(?:个|项|条|一)|后者|后一(?:个|项|条)|第二(?:个|条)|下面那/u;
const FORMER = /前面(?:那)?(?:个|项|条|一)|前者|前一(?:个|项|条)|第一(?:个|条)|上面那/u;
const NEXT_TASK = /(?:下|后|往后|再往后|接下来)(?:面)?(?:的)?(?:那)?一(?:项|条|个任务)|下一?[项条]/u;
const PREVIOUS_TASK = /(?:上|前|往前|再往前)(?:面)?(?:的)?(?:那)?一(?:项|条|个任务)|上一?[项条]/u;

/** 下一项, 再往前一条: the task beside the one that was shown. */
export function neighbour({ question, cues }: Reading, { shown }: Conversation, { corpus }: Knowledge): Query | undefined {
  const [only] = shown;
  const step = NEXT_TASK.test(question) ? 1 : PREVIOUS_TASK.test(question) ? -1 : 0;
  if (!only || shown.length !== 1 || step === 0) return undefined;
  const number = only.ordinal + step;
  const task = corpus.task(only.document, number);
  const scope = { documents: [only.document], named: true };
  return { kind: "task", scope, number, printed: task?.label ?? "", found: task ? refsOf([task]) : [], projection: cues.has("who") ? "units" : "text" };
}

const ORIGINAL = /^(?:看看?|给我看?|要)?(?:一下)?(?:原文|原话|全文|出处)(?:呢|吧|是什么|怎么写的)?[?。!]*$/u;

/** 原文 after a list: which row is not said. */
export function whichRow({ question }: Reading, { shown }: Conversation): Query | undefined {
  return ORIGINAL.test(question) && shown.length > 1 ? { kind: "clarify", reason: "which-row", tasks: shown, choices: [] } : undefined;
}

/** 除了它还有谁 */
const ELSE = /还有(?:谁|哪|别的|其他)|另外(?:还)?有|除了?(?:它|他|这家|自己).{0,12}(?:谁|哪)|(?:一起|共同).{0,8}(?:谁|哪)/u;

/** 第二个详细说说, 后面那个: a row of what was shown. */
export function picked(reading: Reading, previous: Conversation, { corpus }: Knowledge): Query | undefined {
  const { shown } = previous;
  if (shown.length < 2) return undefined;
  if (reading.units.named.length > 0) return previous.query.kind === "task" ? pickedByUnit(reading, shown, corpus) : undefined;
  const digit = /^\d{1,3}$/u.exec(reading.question)?.[0];
  const number = digit ? { from: "start", number: Number(digit) } : reading.numbers.find(({ positional }) => positional);
  const index = number
    ? number.from === "end"
      ? shown.length - number.number
      : number.number - 1
    : LATTER.test(reading.question)
      ? shown.length - 1
      : FORMER.test(reading.question)
        ? 0
        : -1;
  const ref = shown[index] ?? (previous.query.kind === "task" ? pickedByTopic(reading, shown, corpus) : undefined);
  if (!ref) return undefined;
  const task = corpus.task(ref.document, ref.ordinal);
  const scope = { documents: [ref.document], named: true };
  const asked = previous.query.kind === "tasks" ? [...previous.query.filter.allOf, ...previous.query.filter.anyOf] : [];
  if (task && asked.length > 0 && ELSE.test(reading.question))
    return { kind: "tasks", filter: { ...everyTask(scope), among: [ref] }, projection: "units", besides: asked };
  return (
    task && {
      kind: "task",
      scope,
      number: task.ordinal,
      printed: task.label,
      found: [ref],
      projection: reading.cues.has("who") || (previous.query.kind === "task" && previous.query.projection === "units") ? "units" : "text",
    }
  );
}

/** 统计局那个: the one of several readings that names the unit, or else says it. */
function pickedByUnit({ units }: Reading, shown: readonly TaskRef[], corpus: Knowledge["corpus"]): Query | undefined {
  const tasks = shown.flatMap(({ document, ordinal }) => corpus.task(document, ordinal) ?? []);
  const naming = tasks.filter(({ assignments }) => units.named.every(({ unit }) => assignments.some((own) => own.unit === unit)));
  const [task] = naming;
  if (!task || naming.length > 1) return undefined;
  const scope = { documents: [task.documentId], named: true };
  return { kind: "task", scope, number: task.ordinal, printed: task.label, found: refsOf([task]), projection: "text" };
}

/** 讲执法监督的那个: the one of several readings whose title, or else whose words, say so. */
function pickedByTopic({ topic }: Reading, shown: readonly TaskRef[], corpus: Knowledge["corpus"]): TaskRef | undefined {
  if (topic.terms.length === 0) return undefined;
  const tasks = shown.flatMap(({ document, ordinal }) => corpus.task(document, ordinal) ?? []);
  const titled = tasksTitled(topic, tasks);
  const saying =
    titled.length > 0
      ? titled
      : tasks.filter((task) => topic.terms.every(({ text }) => corpus.document(task.documentId)?.source.slice(task.body.start, task.body.end).includes(text)));
  const [task] = saying;
  return task && saying.length === 1 ? { document: task.documentId, ordinal: task.ordinal } : undefined;
}
