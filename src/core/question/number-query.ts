import type { Corpus } from "../ledger/corpus.ts";
import { matchText } from "../search/match-text.ts";
import { sliceOf } from "../text/span.ts";
import { everyTask } from "./filters.ts";
import { tasksTitled } from "./headings.ts";
import type { Knowledge } from "./knowledge.ts";
import { passageQuery } from "./passage-query.ts";
import type { Query, Scope, TaskRef } from "./query.ts";
import { hasTasks, planScope } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { refsOf, tasksNumbered } from "./task-numbers.ts";
import { unitFilter } from "./unit-query.ts";
import { rolesThatCount, wantedOfTasks } from "./units-wanted.ts";

/** 分哪几大部分, or a place alone: the headings of its documents. */
export function outlineQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const placeAlone = reading.scope.named && reading.cues.isEmpty() && reading.topic.terms.length === 0 && reading.units.mentions.length === 0;
  if (!(reading.cues.has("outline") || placeAlone) || reading.units.named.length > 0 || reading.sections.length > 0) return undefined;
  const plans = planScope(reading, corpus);
  const countOnly = /(?:几|多少)(?:个)?大?(?:部分|块|章|方面|板块|大项|节)/u.test(reading.question) && !/哪|标题|目录|名称|分别|念|列/u.test(reading.question);
  return { kind: "outline", scope: plans, projection: countOnly ? "count" : "headings", under: undefined };
}

/** 第二十一项, (三十), 最后一项: one task, several, or a fact in one. */
export function numberQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { numbers, cues } = reading;
  const first = numbers[0];
  if (!first || reading.units.named.length > 0) return undefined;
  const scope = planScope(reading, corpus);
  if (!hasTasks(scope.documents, corpus)) return partQuery(first.printed, scope.documents, corpus);
  const placed = placeInSection(reading, scope.documents, corpus);
  if (placed) return { kind: "task", scope, number: placed.ordinal, printed: first.printed, found: [placed], projection: cues.has("who") ? "units" : "text" };
  const wantsUnits = cues.has("who") || cues.has("lead") || /责任单位|负责单位/u.test(reading.question);
  if (numbers.length > 1) {
    const among = numbers.flatMap((number) => tasksNumbered(number, scope.documents, corpus));
    if (among.length > 0) {
      const { projection, role } = wantedOfTasks(reading);
      return {
        kind: "tasks",
        filter: { ...everyTask(scope), among },
        projection: wantsUnits ? "units" : projection === "units" ? "units" : "list",
        ...(role && { role }),
      };
    }
  }
  const named = disambiguate(reading, tasksNumbered(first, scope.documents, corpus), corpus);
  const step = stepAsked(reading.question, first.end);
  const found = step === 0 ? named : refsOf(named.flatMap(({ document, ordinal }) => corpus.task(document, ordinal + step) ?? []));
  if ((cues.has("figure") || cues.has("howOften") || cues.has("when") || cues.has("basis")) && found.length === 1) return passageQuery(reading, corpus, found);
  return { kind: "task", scope, number: first.number, printed: first.printed, found, projection: wantsUnits ? "units" : "text" };
}

/** 哪个编号印了两遍, 序号有没有印错的 */
const MISNUMBERED =
  /(?:编号|序号|标号|项号|条号).{0,8}(?:重复|重号|重了|相同|一样|[两二][遍次回]|错|乱|跳|不连|不对|颠倒)|(?:重复|重号|[两二][遍次回]|[印写标]错|错乱).{0,6}(?:编号|序号|标号|项号|条号)/u;

/** The tasks whose printed number stands twice or out of place. */
export function misnumberedQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  if (reading.numbers.length > 0 || reading.units.named.length > 0 || !reading.question.includes("号") || !MISNUMBERED.test(reading.question)) return undefined;
  const scope = planScope(reading, corpus);
  return hasTasks(scope.documents, corpus) ? { kind: "tasks", filter: { ...everyTask(scope), misnumbered: true }, projection: "list" } : undefined;
}

/** 第三部分的第二项: a place within a section. */
function placeInSection({ sections, numbers }: Reading, documents: Scope["documents"], corpus: Corpus): TaskRef | undefined {
  const [section] = sections;
  const [number] = numbers;
  if (!section || !number || section.start > number.start) return undefined;
  for (const document of documents) {
    const tasks = corpus.sectionsOf(document).find((own) => own.number === section.number)?.tasks ?? [];
    const task = number.from === "end" ? tasks.at(-number.number) : tasks[number.number - 1];
    if (task) return { document, ordinal: task.ordinal };
  }
  return undefined;
}

/** 后头紧接着印的那一项, 下一条, 紧跟着的是哪项: what may stand between a number and the task beside it. */
const FOLLOWED = "(?:紧?[跟接挨]着)?(?:的)?";
const THAT_TASK = "(?:的)?(?:印|排|列|写|放)?(?:的|着)?(?:那|这)?(?:一)?(?:[项条]|个(?!月|部分)|是(?:哪|什么|啥))";
const RIGHT_BEHIND = new RegExp(
  `^(?:[项条])?(?:的)?${FOLLOWED}(?:后[头面边]?|之后|往后|下[面头边]?|底下)${FOLLOWED}${THAT_TASK}|^(?:[项条])?(?:的)?紧?[跟接挨]着(?!前|上)${THAT_TASK}`,
  "u",
);
const RIGHT_BEFORE = new RegExp(`^(?:[项条])?(?:的)?${FOLLOWED}(?:前[头面边]?|之前|往前|上[面头边]?)${FOLLOWED}${THAT_TASK}`, "u");

/** 第二十二项的下一项, 排在二十四后头那一项: how far from the number the task meant stands. */
function stepAsked(question: string, end: number): -1 | 0 | 1 {
  const behind = question.slice(end, end + NEIGHBOUR_CHARACTERS);
  if (RIGHT_BEHIND.test(behind)) return 1;
  if (RIGHT_BEFORE.test(behind)) return -1;
  if (/(?:项|条)(?:的)?(?:下|后)(?:面)?(?:的)?(?:那)?一(?:项|条|个)|\p{Script=Han}(?:后头|后面|后边|之后)(?:的)?(?:那|这)?(?:一)?(?:项|条|个)/u.test(question))
    return 1;
  return /(?:项|条)(?:的)?(?:上|前)(?:面)?(?:的)?(?:那)?一(?:项|条|个)|(?!最)\p{Script=Han}(?:前头|前面|前边|之前)(?:的)?(?:那|这)?(?:一)?(?:项|条|个)/u.test(
    question,
  )
    ? -1
    : 0;
}

/** What says so stands so near. */
const NEIGHBOUR_CHARACTERS = 16;

/** A part of a document without tasks, by its printed label: 报告的(七). */
function partQuery(printed: string, documents: Scope["documents"], corpus: Corpus): Query | undefined {
  const label = matchText(printed);
  for (const id of documents) {
    const nodes = corpus.document(id)?.nodes.filter((node) => matchText(node.label) === label) ?? [];
    const [node] = nodes;
    if (node && nodes.length === 1)
      return { kind: "outline", scope: { documents: [id], named: true }, projection: "headings", under: { document: id, node: node.index } };
  }
  return undefined;
}

/** A title or theme beside an ambiguous number leaves one task: 第二十五项,讲审计的那个. */
function disambiguate(reading: Reading, found: Extract<Query, { kind: "task" }>["found"], corpus: Corpus): Extract<Query, { kind: "task" }>["found"] {
  if (found.length < 2 || reading.topic.terms.length === 0) return found;
  const tasks = found.flatMap(({ document, ordinal }) => corpus.task(document, ordinal) ?? []);
  const titled = tasksTitled(reading.topic, tasks);
  if (titled.length === 1) return refsOf(titled);
  const stating = tasks.filter((task) =>
    reading.topic.terms.every(({ text }) => matchText(sliceOf(corpus.document(task.documentId)?.source ?? "", task.body)).includes(text)),
  );
  return stating.length === 1 ? refsOf(stating) : found;
}

/** 第五部分, 三、: its tasks, or its headings where a document has no tasks. */
export function sectionQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const [asked] = reading.sections;
  if (!asked || reading.numbers.length > 0) return undefined;
  const scope = planScope(reading, corpus);
  for (const document of scope.documents) {
    const all = corpus.sectionsOf(document);
    const sections = all.filter((section) =>
      reading.sections.some((one) => one.number === section.number || (all.at(one.number) === section && one.number < 0)),
    );
    const [section] = sections;
    if (!section) continue;
    if (sections.every(({ tasks }) => tasks.length === 0))
      return { kind: "outline", scope: { documents: [document], named: true }, projection: "headings", under: { document, node: section.node } };
    const { named } = rolesThatCount(reading, corpus.tasksOf(document));
    const units = { ...reading.units, named };
    const filter = unitFilter({ ...reading, units }, { ...everyTask(scope), sections: sections.map(({ node }) => ({ document, node })) });
    const wanted = wantedOfTasks(reading);
    const projection = reading.cues.has("who") && reading.units.named.length === 0 ? "units" : wanted.projection;
    return { kind: "tasks", filter, ...wanted, projection };
  }
  return { kind: "absent", reason: "section", what: asked.printed, scope };
}
