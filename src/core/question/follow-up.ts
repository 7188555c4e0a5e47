import { articleFollowUp } from "./article-query.ts";
import { tasksTitled } from "./headings.ts";
import type { Knowledge } from "./knowledge.ts";
import { measureOf, passageQuery } from "./passage-query.ts";
import { queryOf } from "./queries.ts";
import type { Conversation, Query, TaskRef } from "./query.ts";
import { hasTasks } from "./query-scope.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { filterOf, PRONOUN, refined } from "./refined-list.ts";
import { neighbour, picked, whichRow } from "./row-asked.ts";
import { stemOf } from "./scope.ts";
import { refsOf } from "./task-numbers.ts";

/** A turn of these words alone, 还有吗,接着发, asks for what comes next; one of `GOES_ON` must be among them. */
const MORE =
  /^(?:(?:请|再|也|都)?(?:看|来|给我|麻烦)?(?:下一?页|下一批|一页|继续|接着|往[下后]|更多|后[面头边](?:的|还有)?|下[面头](?:的|还有)?|剩下的?|其余的?|(?:还|再)有(?:没有?|别的|其他的?|哪些)?|没有?(?:了|别的|列完|发完|说完|完)|然后|就这些|[列发说看念报来](?:出来|一下|完)?)(?:吗|呢|吧|啊|嘛|没|的)?[?。!,~\s]{0,3}){1,5}$/u;
const GOES_ON = /下一?页|下一批|一页|继续|接着|往[下后]|更多|后[面头边]|下[面头]|剩下|其余|[还再]有|没有?(?:了|别的|[列发说]?完)|然后|就这些/u;
/** A longer turn asks something of its own. */
const MORE_CHARACTERS = 16;

function asksMore(question: string): boolean {
  return question.length <= MORE_CHARACTERS && GOES_ON.test(question) && MORE.test(question);
}

const WHAT_ABOUT = /^(?:那|那么|再看看?|换成|换|改成|要是|如果是)?(?:看看?|问问?)?(.{1,24}?)(?:的)?(?:呢|咧|哪|又如何|怎么样|的话)?[?。!]*$/u;
const ASKS_WHAT_ABOUT = /^(?:那|那么|换成|换|改成)|(?:呢|咧)[?。!]*$/u;

/**
 * Reads a turn that leans on the one before: another unit, a further filter, a row of the list, 它.
 * @returns undefined where the turn stands by itself
 */
export function followUp(reading: Reading, previous: Conversation, knowledge: Knowledge): Query | undefined {
  const { question } = reading;
  if (asksMore(question)) return { kind: "more", shown: previous.shown.length };
  return (
    articleFollowUp(reading, previous, knowledge) ??
    neighbour(reading, previous, knowledge) ??
    whichRow(reading, previous) ??
    corrected(reading, previous, knowledge) ??
    picked(reading, previous, knowledge) ??
    refined(reading, previous, knowledge) ??
    whatAbout(reading, previous, knowledge) ??
    aboutShown(reading, previous, knowledge)
  );
}

const CORRECTS = /^(?:不是|不对|错了|我(?:说|问|指)的是|我是说|我想问的是)|先放放|放一放|先不看|不看了|换成|改看/u;

/** 不是,我说的是南昌的: the question before, for another place or unit. */
function corrected(reading: Reading, previous: Conversation, knowledge: Knowledge): Query | undefined {
  if (!CORRECTS.test(reading.question)) return undefined;
  const [region] = reading.scope.regions;
  if (region) return queryOf(readQuestion(withRegion(previous.question, region, knowledge), knowledge), knowledge);
  if (reading.units.named.length > 0 && previous.query.kind === "tasks")
    return { ...previous.query, filter: { ...previous.query.filter, allOf: reading.units.named, anyOf: [], among: undefined } };
  return undefined;
}

/** 下一页 or 它谁负责 as the first turn: there is nothing to follow. */
export function followsNothing(reading: Reading): Query | undefined {
  if (asksMore(reading.question)) return { kind: "more", shown: 0 };
  const bare =
    /^(?:它|(?:这个|那个)(?!办法|条例|规定|细则|规则|章程|制度)|这项|那项|该项)/u.test(reading.question) &&
    reading.topic.terms.length === 0 &&
    reading.units.named.length === 0;
  return bare ? { kind: "clarify", reason: "nothing-before", tasks: [], choices: [] } : undefined;
}

/** 那发改委呢, 南昌呢, 那行政应诉呢: the question before, with one thing changed. */
function whatAbout(reading: Reading, previous: Conversation, knowledge: Knowledge): Query | undefined {
  const { question, units, scope } = reading;
  const short = question.length <= 16;
  if (!short || !(ASKS_WHAT_ABOUT.test(question) || (units.named.length === 1 && question.length <= (units.mentions[0]?.printed.length ?? 0) + 2)))
    return undefined;
  const before = previous.query;
  if (units.named.length > 0 && before.kind === "tasks" && !ownQuestion(reading)) {
    const { filter } = before;
    const [asBefore] = [...filter.allOf, ...filter.anyOf];
    const { role, notRole } = asBefore ?? {};
    const named = units.named.map((asked) => (asked.role || asked.notRole ? asked : { ...asked, ...(role && { role }), ...(notRole && { notRole }) }));
    return {
      ...before,
      filter: { ...filter, allOf: units.anyOf ? [] : named, anyOf: units.anyOf ? named : [], among: undefined, noneOf: units.excluded },
    };
  }
  if (reading.numbers.length > 0 && before.kind === "task") {
    const fresh = queryOf(reading, knowledge);
    return fresh.kind === "task" ? { ...fresh, projection: before.projection } : fresh;
  }
  if (ownQuestion(reading)) return undefined;
  const [region] = scope.regions;
  const changed = region ? withRegion(previous.question, region, knowledge) : withTopic(question, reading, previous, knowledge);
  return changed === undefined ? undefined : queryOf(readQuestion(changed, knowledge), knowledge);
}

/** Whether the turn asks something itself, so that it is no half sentence. */
function ownQuestion({ cues }: Reading): boolean {
  return cues.has("who") || cues.has("figure") || cues.has("count") || cues.has("howOften") || cues.has("when") || cues.has("basis") || cues.has("duty");
}

function withRegion(question: string, region: string, { corpus }: Knowledge): string {
  const regions = corpus.documents.flatMap((document) => (document.region ? [document.region] : []));
  const named = regions.find((other) => question.includes(other)) ?? regions.map(stemOf).find((stem) => question.includes(stem));
  return named ? question.replace(named, region) : `${region}${question}`;
}

function withTopic(question: string, reading: Reading, previous: Conversation, knowledge: Knowledge): string | undefined {
  const said = WHAT_ABOUT.exec(question)?.[1];
  const before = readQuestion(previous.question, knowledge);
  const topic = before.topic.terms.map(({ text }) => text).find((text) => previous.question.includes(text));
  if (!said || !topic || reading.topic.terms.length === 0) return undefined;
  // What is counted may be counted in another measure: 批捕778人, 刑事立案2449起.
  const counted = before.topic.terms.map(({ text }) => text).find((text) => previous.question.includes(`多少${text}`));
  if (counted !== undefined) return previous.question.replace(counted, said);
  if (previous.query.kind === "passages" && previous.query.wanted === "figure") return `${before.scope.printed.join("")}${said}有多少`;
  return previous.question.replace(topic, said);
}

/** 这个谁负责, 它要求一年办几期, 办结了几件: about what was shown. */
function aboutShown(reading: Reading, previous: Conversation, knowledge: Knowledge): Query | undefined {
  const pronoun = PRONOUN.test(reading.question);
  const own =
    reading.units.named.length > 0 || reading.scope.named || reading.references.length > 0 || reading.numbers.length > 0 || reading.sections.length > 0;
  if (own && !pronoun) return undefined;
  const terms = reading.topic.terms.filter(({ text }) => !reading.cues.has("basis") || text.replace(BASIS_WORDS, "") !== "");
  const titled = tasksTitled({ ...reading.topic, terms }, knowledge.corpus.tasks);
  if (!pronoun && (titled.length > 0 || reading.question.length > 16)) return undefined;
  const whole = /全文|全部文件|整个|文件|方案|安排/u.test(reading.question);
  const counts = reading.cues.has("count") || reading.cues.has("bareCount");
  const counted = counts && !whole ? filterOf(previous.query) : undefined;
  if (counts && whole) return undefined;
  if (counted) return { kind: "tasks", filter: counted, projection: "count" };
  const [only] = previous.shown;
  // 这项 after several passages is the best of them, which stands first.
  if (only && (pronoun || reading.topic.terms.length === 0) && reading.cues.has("who") && previous.query.kind === "passages")
    return aboutTask(reading, only, previous.shown, knowledge, pronoun);
  const many = previous.shown.length > 1 ? filterOf(previous.query) : undefined;
  if (many && reading.cues.has("who")) return { kind: "tasks", filter: many, projection: "units" };
  if (only && previous.shown.length === 1) return aboutTask(reading, only, previous.shown, knowledge, pronoun);
  if (previous.places.length === 0 || !(pronoun || hasFactCue(reading))) return undefined;
  const before = previous.query.kind === "passages" ? previous.query : undefined;
  const query = passageQuery(reading, knowledge.corpus);
  if (query.kind !== "passages") return undefined;
  return {
    ...query,
    scope: before?.scope ?? query.scope,
    measure: query.measure ?? measureOf(reading.question),
    near: previous.places,
    context: before?.words ?? previous.question,
  };
}

/** 政策依据呢, 依据什么文件 names no topic of its own. */
const BASIS_WORDS = /政策|上级|上位|文件|依据|出处|法规|文号|条例|规定|有/gu;

function aboutTask(reading: Reading, only: TaskRef, shown: readonly TaskRef[], { corpus }: Knowledge, pronoun: boolean): Query | undefined {
  const scope = { documents: [only.document], named: true };
  if (!hasTasks(scope.documents, corpus)) return undefined;
  const task = corpus.task(only.document, only.ordinal);
  if (!task) return undefined;
  if (reading.cues.has("who")) return { kind: "task", scope, number: task.ordinal, printed: task.label, found: refsOf([task]), projection: "units" };
  if (hasFactCue(reading)) return passageQuery(reading, corpus, shown);
  const asksAll = /原[文话]|全文|详细|具体|内容|展开|(?:怎么|咋|如何)(?:说|写|要求|规定|讲)|(?:写|说|讲|要求|规定)(?:了|的)?(?:什么|啥)/u.test(
    reading.question,
  );
  return pronoun || asksAll ? { kind: "task", scope, number: task.ordinal, printed: task.label, found: refsOf([task]), projection: "text" } : undefined;
}

function hasFactCue({ cues }: Reading): boolean {
  return cues.has("figure") || cues.has("howOften") || cues.has("when") || cues.has("basis");
}
