import type { Corpus } from "../ledger/corpus.ts";
import { findCues } from "./patterns.ts";
import type { Ask, Query, TaskRef, Wanted } from "./query.ts";
import { passageScope } from "./query-scope.ts";
import type { Reading } from "./reading.ts";

/** The word that a figure is counted in, as a question asks for it: 多少起 → 起. */
const MEASURE =
  /(?:多少|(?<![这那哪好])几)(?:万|千|百|亿)?(人次|场次|批次|个|名|人|件|起|次|场|期|家|项|条|处|辆|宗|类|种|批|所|座|倍|轮|届|篇|册|户|回|元|块|位|号人|口人|分|天|年|个月|周|岁|张|笔|亩|平方米|公里|部)/u;
const PERCENT = /百分之|比例|占比|百分点|率(?:是|达|为)?(?:多少|几)/u;
const MONEY =
  /多少钱|(?:罚款?|交|缴|赔|补贴?|补助|收费)(?:了|费)?多少(?=$|[?。!,呢啊呀吗吧])|花(?:了)?多少|(?:投资|资金|税款|金额|经费).{0,6}多少|多少(?:资金|税款|经费|投资|亿|万元)/u;

/** 每一类各是多少项: a row of figures. */
const EACH = /(?:各|分别|每(?:一)?(?:类|个|项|种))(?:自)?(?:是|有|为|占)?(?:多少|几)/u;

/** A question that the passages answer. */
export function passageQuery(reading: Reading, corpus: Corpus, within?: readonly TaskRef[]): Query {
  const { cues, scope, units } = reading;
  const regions = new Set(corpus.documents.flatMap(({ region }) => (region ? [region] : [])));
  return {
    kind: "passages",
    scope: passageScope(reading, corpus),
    words: withoutCount(within ? reading.rest : reading.words),
    wanted: wantedOf(cues),
    measure: measureOf(reading.question),
    units: units.named,
    quoted: quotedIn(reading.question),
    compare: regions.size > 1 && (scope.regions.length > 1 || (cues.has("compare") && scope.regions.length === 0)),
    years: scope.years,
    each: EACH.test(reading.question),
    asks: scope.regions.length > 1 || EACH.test(reading.question) ? [] : asksOf(reading),
    within,
  };
}

/** 学了几次法 → 学法, 多久学一次法 → 学法: what is counted, put together again. The count itself is in `measure`. */
function withoutCount(words: string): string {
  return words
    .replace(/(\p{Script=Han})(?:了|过)?(?:多少|几)(?:次|回|场|期)(\p{Script=Han})/gu, "$1$2")
    .replace(/(?:多久|多长时间)(\p{Script=Han}{1,6}?)一(?:次|回)/gu, "$1");
}

/** A question's words less the words that only ask for a count or a day; 管不管 is 管, 减一减 is 减. */
export function withoutCounts(words: string): string {
  return words.replace(/(\p{Script=Han})[不一]\1/gu, "$1").replace(COUNTS, " ");
}

const COUNTS = new RegExp(`${MEASURE.source}|多少|百分之|几(?=个|月|号|天)|哪(?:一)?[年天月]|几[年月号]`, "gu");

/** Words that a question sets in quotation marks; they must stand in the passage. */
export function quotedIn(question: string): readonly string[] {
  return [...question.matchAll(/["“「『]([^"”」』]{2,30})["”」』]/gu)].flatMap((match) => (match[1] && /\p{Script=Han}|\d/u.test(match[1]) ? [match[1]] : []));
}

const PART_END = /[、,;?。]|以及|还有|(?<!共)和(?=.{0,80}(?:多少|几))/u;
/** 还有违反禁行的: asks again for what the part before it asked. */
const ASKS_AGAIN = /^(?:还有|以及|另外)?(?:那|那个)?.{2,12}(?:的|呢)$/u;

/** 红榜几家黑榜几家: a count behind its subject, right before another subject with a count. */
const COUNT_THEN_COUNT = /\p{Script=Han}{2}(?:多少|几)[个家名人件起次场期项条处辆](?=\p{Script=Han}{2,8}?(?:多少|几)[个家名人件起次场期项条处辆])/gu;

/** 饮酒驾车、醉酒驾驶分别查了几起: one count asked of several subjects. */
const SHARED_COUNT = /^(.{2,30}[、,和与跟及].{2,16}?)(?:分别|各自|各)((?:\p{Script=Han}{0,6}?)(?:多少|几).{0,6})/u;

/** The parts of a question that each ask for a fact, where there are several: 多少检查人员、多少检查对象. */
function asksOf({ words, topic }: Reading): readonly Ask[] {
  const named = topic.terms.filter(({ text, official }) => official.length > 0 && !/多少|几/u.test(text));
  // 酒驾醉驾各抓了多少: one count asked of each everyday word.
  if (named.length > 1 && /(?:各|分别|各自).{0,6}(?:多少|几)/u.test(words))
    return named.map(({ text }) => ({ words: `${text}多少`, wanted: "figure", measure: measureOf(words) }));
  const shared = SHARED_COUNT.exec(words);
  if (shared) {
    const [, subjects = "", tail = ""] = shared;
    return subjects
      .split(/[、,和与跟及]/u)
      .filter((subject) => subject.trim().length > 1)
      .map((subject) => ({ words: `${subject}${tail}`, wanted: "figure", measure: measureOf(tail) }));
  }
  const parts = words
    .replace(COUNT_THEN_COUNT, "$&,")
    .split(PART_END)
    .filter((part) => part.trim().length > 1);
  const asks: Ask[] = [];
  for (const part of parts) {
    const wanted = wantedOf(findCues(part));
    const before = parts[parts.indexOf(part) - 1];
    // 酒后开车严不严,抓了多少: a count without a subject is of what the part before it says.
    if (wanted === "figure" && asks.length === 0 && before !== undefined && withoutCounts(part).trim().length < FEWEST_OF_SUBJECT) return [];
    if (wanted === "figure" || wanted === "date" || wanted === "frequency") asks.push({ words: part, wanted, measure: measureOf(part) });
    else if (asks.length > 0 && ASKS_AGAIN.test(part.trim())) asks.push({ words: part, wanted: "figure", measure: asks.at(-1)?.measure });
  }
  return asks.length > 1 || (asks.length === 1 && parts.length > 1 && asks[0]?.wanted === "figure") ? asks : [];
}

/** Characters beside the count: 抓了多少 has no subject. */
const FEWEST_OF_SUBJECT = 3;

function wantedOf(cues: Reading["cues"]): Wanted {
  if (cues.has("basis")) return "basis";
  if (cues.has("howOften")) return "frequency";
  if (cues.has("when")) return "date";
  if (cues.has("figure")) return "figure";
  return cues.has("definition") ? "definition" : "passage";
}

/** Undefined where the question names no measure word: 培训了多少法律明白人. */
export function measureOf(question: string): string | undefined {
  if (PERCENT.test(question)) return "%";
  if (/(?:多少|几)个人(?!民|大|社)/u.test(question)) return "人";
  const printed = MEASURE.exec(question)?.[1];
  if (MONEY.test(question) && (printed === undefined || /元|块|万|亿/u.test(printed))) return "元";
  if (printed === undefined && /事项(?:一共|总共|共)?(?:有|是)?多少|多少事项/u.test(question)) return "项";
  if (printed === "号人" || printed === "口人") return "人";
  return printed === "回" ? "次" : printed === "块" ? "元" : printed;
}
