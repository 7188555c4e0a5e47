import { matchText } from "../search/match-text.ts";
import { everyTask, findTasks } from "./filters.ts";
import { distinctTerms, knownTopic, sectionsTitled, tasksTitled, withoutTitles } from "./headings.ts";
import type { Knowledge } from "./knowledge.ts";
import { quotedIn } from "./passage-query.ts";
import type { Query } from "./query.ts";
import { hasTasks, passageScope, planScope, projectionOf } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { refsOf } from "./task-numbers.ts";
import type { AskedTime } from "./times-asked.ts";
import type { Topic } from "./topic.ts";
import { asksFact, roleOfWho, unitFilter } from "./unit-query.ts";

/** 哪些工作要求每季度做, 年底前要完成什么: tasks by a frequency or a deadline, where no single fact is asked. */
export function timeQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  if (quotedIn(reading.question).some((words) => !/^(?:定期|至少|不少于)$/u.test(words))) return undefined;
  const { time, cues } = reading;
  if (!asksTime(time)) return undefined;
  if (
    cues.has("howOften") ||
    (cues.has("figure") && !cues.has("count") && !(time.countAtLeast !== undefined && cues.has("tasks"))) ||
    (cues.has("when") && time.timed === undefined && !(time.dueBy !== undefined && TIME_IS.test(reading.question))) ||
    cues.has("definition")
  )
    return undefined;
  const scope = planScope(reading, corpus);
  if (!hasTasks(scope.documents, corpus)) return undefined;
  if (YES_OR_NO.test(reading.question) && reading.topic.terms.length > 0) return undefined;
  const asksSet =
    cues.has("list") || cues.has("count") || cues.has("tasks") || reading.topic.terms.length === 0 || /哪|凡是|要完成|什么/u.test(reading.question);
  if (!asksSet) return undefined;
  const filter = unitFilter(reading, everyTask(scope));
  const found = findTasks(filter, corpus);
  return found.length > 0 || !cues.has("who") ? { kind: "tasks", filter, projection: projectionOf(reading) } : undefined;
}

/** 哪些问题的整改期限是10月底以前: the day is given, and the tasks are asked for. */
const TIME_IS = /哪[些几].{0,16}(?:期限|时限|时间|日期)(?:是|为|在|定在|到|截至|截止到?|不晚于|早于)|(?:前|内|底)的?(?:期限|时限)的?.{0,6}(?:哪|任务)/u;

/** 也得等每季度的会吗: asks about one thing, not for a set. */
const YES_OR_NO = /^(?!.*(?:哪|有没有|有无|列|几[项条个]|多少)).*(?:吗|是不是|能不能|可不可以|要不要|行不行|用不用|得不得)[^,。]{0,4}[?。!]*$/u;

function asksTime({ recurrence, dueBy, dueFrom, pace, timed, countAtLeast }: AskedTime): boolean {
  return [recurrence, dueBy, dueFrom, pace, timed, countAtLeast].some((part) => part !== undefined);
}

/** A heading in quotation marks: the section's tasks, or the task. */
export function quotedTitleQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const quoted = quotedIn(reading.question).map(matchText);
  if (quoted.length !== 1) return undefined;
  const scope = planScope(reading, corpus);
  for (const document of [...new Set([...scope.documents, ...reading.scope.documents])]) {
    const nodes = corpus.tasksOf(document).length > 0 ? [] : (corpus.document(document)?.nodes.filter(({ title }) => matchText(title) === quoted[0]) ?? []);
    const [node] = nodes;
    if (node && !asksFact(reading))
      return { kind: "outline", scope: { documents: [document], named: true }, projection: "headings", under: { document, node: node.index } };
    const section = corpus.sectionsOf(document).find(({ title, tasks }) => tasks.length > 0 && matchText(title) === quoted[0]);
    if (section && !reading.cues.has("basis")) {
      const filter = unitFilter(reading, { ...everyTask(scope), sections: [{ document, node: section.node }] });
      return { kind: "tasks", filter, projection: reading.cues.has("who") ? "units" : projectionOf(reading) };
    }
    const task = corpus.tasksOf(document).find(({ title }) => matchText(title) === quoted[0]);
    if (task && !asksFact(reading))
      return { kind: "task", scope, number: task.ordinal, printed: task.label, found: refsOf([task]), projection: reading.cues.has("who") ? "units" : "text" };
  }
  return undefined;
}

/** 提到疫情的任务: the words that tasks must have. */
const MENTIONS =
  /(?:提到|写到|写了|写明|注明|标明|讲到|说到|涉及到?|出现|含有|包含|带有|写有)(?:了|过|有)?["“「]?([\p{Script=Han}a-z0-9+]{2,14}?)["”」]?(?:的|这[个几]|字样|[两三四]个字|二字)*(?=任务|事项|条|项|有|$|[,。?])/u;

/** 写了“年内”或者“年底前”的那些 */
const EITHER_WORDS =
  /(?:写|标|提|讲|说|印|带|含|出现)[了着到明有]?["“「『][^"”」』]+["”」』](?:或者?|、|还是|又?或)["“「『].*(?:哪|任务|事项|那些|几[项条]|列)/u;

/** Tasks that say certain words, all of them. */
export function mentionQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  if (reading.units.named.length > 0) return undefined;
  const quoted = quotedIn(reading.question).map(matchText);
  if (quoted.length > 1 && EITHER_WORDS.test(reading.question) && !reading.cues.has("who")) {
    const filter = { ...everyTask(planScope(reading, corpus)), anyWords: quoted };
    if (findTasks(filter, corpus).length > 0) return { kind: "tasks", filter, projection: projectionOf(reading) };
  }
  const words = MENTIONS.exec(reading.question)?.[1];
  const asksSet =
    (reading.cues.has("tasks") || reading.cues.has("list") || reading.cues.has("count") || reading.cues.has("bareCount")) &&
    /任务|事项|哪[几一]?[条项]|哪些|几[条项]/u.test(reading.question);
  if (!words || !asksSet || reading.cues.has("who") || reading.references.length > 0) return undefined;
  const scope = planScope(reading, corpus);
  const filter = unitFilter(reading, { ...everyTask(scope), words: [matchText(words)] });
  if (findTasks(filter, corpus).length === 0) return undefined;
  return { kind: "tasks", filter, projection: reading.cues.has("bareCount") ? "count" : projectionOf(reading) };
}

/** 行政复议由谁负责: the units of the tasks, else of the section, whose title is the topic; the passages say where no title does. */
export function whoQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { cues, topic } = reading;
  if (cues.has("standing")) return undefined;
  if (!cues.has("who") && !(cues.has("lead") && topic.terms.length > 0)) return undefined;
  if (cues.has("figure") && /各|分别|每/u.test(reading.question) && !cues.has("count")) return undefined;
  const scope = planScope(reading, corpus);
  if (!hasTasks(scope.documents, corpus)) return undefined;
  const references = reading.references.map(({ printed }) => printed).join(" ");
  const known = withoutTitles(knownTopic(topic, corpus, scope.documents), scope.documents, corpus);
  const whole = lengthOf(knownTopic(topic, corpus, scope.documents)) === lengthOf(topic);
  const planned = scope.documents.flatMap((id) => corpus.tasksOf(id));
  const fitting = tasksTitled(known, planned);
  // What is left of 政府立法 where nobody writes 立法 fits half of a plan, and so none of it.
  const titled = whole || fitting.length <= MOST_OF_A_PART ? fitting : [];
  const sections = fitting.length > 0 ? [] : sectionsTitled(known, corpus, scope.documents);
  const tasks = sections.length === 1 ? sections.flatMap(({ section }) => section.tasks) : titled;
  if (topic.terms.length === 0 && references === "") return { kind: "unit-count", scope, projection: "units" };
  const words = references === "" ? reading.words : references;
  return {
    kind: "topic-units",
    scope,
    topic: words,
    tasks: refsOf(tasks),
    role: roleOfWho(reading, planned),
    about: references === "" ? topic.printed || words.trim() : references,
    whole,
    beyond: passageScope(reading, corpus),
  };
}

/** A topic of which a part is in no document may still name so many tasks. */
const MOST_OF_A_PART = 2;

/** Characters of a topic. */
function lengthOf({ terms }: Topic): number {
  return terms.reduce((sum, { text }) => sum + text.length, 0);
}

/** 松源和竹溪优化营商环境各写了什么: the sections of that heading, or the tasks of that title, one county beside the other. */
export function compareQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { scope, topic, cues } = reading;
  if (scope.regions.length < 2 || topic.terms.length === 0 || cues.has("figure") || cues.has("who")) return undefined;
  const plans = planScope(reading, corpus);
  const regionsOf = (ids: readonly string[]): number => new Set(ids.map((id) => corpus.document(id)?.region)).size;
  const sections = sectionsTitled(topic, corpus, plans.documents).filter(({ section }) => section.tasks.length > 0);
  if (regionsOf(sections.map(({ document }) => document)) === scope.regions.length)
    return {
      kind: "tasks",
      filter: { ...everyTask(plans), sections: sections.map(({ document, section }) => ({ document, node: section.node })) },
      projection: projectionOf(reading),
    };
  const titled = tasksTitled(
    topic,
    plans.documents.flatMap((id) => corpus.tasksOf(id)),
  );
  if (!cues.has("tasks") || regionsOf(titled.map(({ documentId }) => documentId)) < scope.regions.length) return undefined;
  return { kind: "tasks", filter: { ...everyTask(plans), among: refsOf(titled) }, projection: projectionOf(reading) };
}

/** 政务公开方面的任务: the tasks of a section or of titles that are the topic, else those that say its words; all where there is no topic. */
export function listQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { cues, topic, question } = reading;
  const asksSet = cues.has("list") || cues.has("count") || (cues.has("tasks") && !cues.has("figure"));
  if (!asksSet || (cues.has("figure") && !cues.has("count")) || cues.has("basis") || cues.has("compare") || cues.has("howOften") || cues.has("when"))
    return undefined;
  const scope = planScope(reading, corpus);
  if (!hasTasks(scope.documents, corpus)) return undefined;
  const filter = unitFilter(reading, everyTask(scope));
  const quoted = quotedIn(question).map(matchText);
  if (quoted.length > 0 && !cues.has("who")) {
    const withWords = { ...filter, recurrence: undefined, orRecurrence: undefined, words: quoted };
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
