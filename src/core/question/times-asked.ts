import { addDays, addMonths, lastDayOfMonth, toCalendarDate, weekdayOf } from "../document/calendar.ts";
import type { CalendarDate } from "../document/official-document.ts";
import type { Recurrence } from "../ledger/task.ts";
import { parseNumeral } from "../text/numerals.ts";

/** What a question says of time. */
export interface AskedTime {
  readonly recurrence: Recurrence | "irregular" | undefined;
  /** The other of two: 每月或者每半年. */
  readonly orRecurrence: Recurrence | "irregular" | undefined;
  /** Due on or before, on or after. */
  readonly dueBy: CalendarDate | undefined;
  readonly dueFrom: CalendarDate | undefined;
  readonly pace: "immediate" | "ongoing" | undefined;
  /** Whether a deadline or a frequency is printed at all. */
  readonly timed: boolean | undefined;
  /** At least so often. */
  readonly countAtLeast: number | undefined;
  /** The words that said so, to be cut from the topic. */
  readonly printed: readonly string[];
}

const RECURRENCES: readonly (readonly [RegExp, Recurrence | "irregular"])[] = [
  [/(?:每个?|按|逐|各|一个?)季度?(?:度)?|季度性|季度(?:的)?(?:频次|频率|要求)/u, "quarterly"],
  [/每半年|半年一次|每年两次/u, "half-yearly"],
  [/(?:每个?|按|逐)月|月度/u, "monthly"],
  [/(?:每|逐)年|全年至少|一年一次|年度性/u, "yearly"],
  [/["']?定期["']?/u, "irregular"],
];
/** 每月或者每半年, 按季度和按年: what has either is meant. */
const EITHER_PERIOD = /(?:每|按|逐)个?(?:月|季度?|半年|年)(?:度)?(?:一次)?(?:的)?(?:或者?|或是|还是|、|和|以及|及)(?:是)?(?:每|按|逐)个?(?:月|季度?|半年|年)/u;
const IMMEDIATE = /立行立改|即知即改|立即整改|马上(?:改|办)/u;
const ONGOING = /长期坚持|持续推进(?!的?(?:任务|工作)?.{0,2}[\p{Script=Han}]{4})|常年坚持|长期(?:任务|推进)/u;
const YEAR_END =
  /(?:(\d{4})年)?(?:年内|年底(?:之?前|(?!考|总结|述职|对账|交账|汇报|检查|迎检|评比|盘点))|年末(?:之?前)?|年底以前|今年(?:之?内|底)|12月(?:31日|底)(?:之?前)?)/u;
/** 2020年要实现什么: what is due within that year. */
const TARGET_YEAR =
  /((?:19|20)\d{2})年(?:度)?(?:之?内)?(?:要|需要|应该?|必须|得|计划)?(?:实现|完成|达到|做到|建成|办成|见效)(?:什么|哪些|啥|的(?:目标|任务|工作|事项)(?:是|有))/u;
const HALF = /(?:(\d{4})年)?(上半年|下半年)/u;
const QUARTER = /(?:(\d{4})年)?(?:第?([一二三四1-4])季度)(?:末|底|前|内|之前|以前)?/u;
const MONTH = /(?:(\d{4})年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(\d{1,2})日|(底|末))?(?:之?前|以前|完成|要完成|到期|内)/u;

const MONTH_NUMERAL = "\\d{1,2}|[一二三四五六七八九十]{1,2}";
/** 6月到11月之间 */
const MONTHS = new RegExp(
  `(?:(?<year>\\d{4})年)?(?<first>${MONTH_NUMERAL})月(?:份|底|初)?(?:到|至|-|~|—)(?<last>${MONTH_NUMERAL})月(?:份|底)?(?:之间|期间|以?内)?`,
  "u",
);
/** 10月以后, 9月1日起 */
const SINCE_MONTH = new RegExp(`(?:(?<year>\\d{4})年)?(?<month>${MONTH_NUMERAL})月(?:份)?(?:(?<day>\\d{1,2})日)?(?:以后|之后|过后|起|开始|后)`, "u");
/** 9月到期的, 9月份要完成的: within that month. */
const IN_MONTH = new RegExp(`(?:(?<year>\\d{4})年)?(?<month>${MONTH_NUMERAL})月(?:份|当月|里)?(?=到期|要|需|应|必须|得|完成|办结|截止|的)`, "u");
/** Periods that are counted from today. */
const NEAR = /(?:本|这个?|当前|下个?|下一个)(?:季度|月份?|周|星期)|今天|近期|最近/u;
const STATED_TIME =
  /(?:有|写了|写明|标了|规定了|注明|带)(?:明确)?(?:完成|办结|整改)?(?:的)?(?:时限|期限|时间(?:要求|节点)|截止(?:时间|日期)?|次数要求|频次要求|频次)/u;
const UNSTATED_TIME =
  /(?:没有?|未|不|没)(?:写明|写|标明?|规定|注明|带|限定|明确)?(?:完成|办结|整改)?(?:的)?(?:时限|期限|时间(?:要求|节点)|截止(?:时间|日期)?|完成时间)/u;
const COUNT_AT_LEAST =
  /(?:至少|不少于|最少|不低于)(?:要?(?:有|做|办|开|搞|组织|举办|开展))?(?<count>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:次|期|场|回|遍)|(?<more>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:次|期|场|回)(?:及|或)?以上/u;

/** 写着“至少”多少次的 */
const SOME_COUNT =
  /(?:有|写明|带)(?:了|着)?(?:明确|具体)?(?:的)?(?:次数|期数|场次)(?:要求)?的?|["“]?(?:至少|不少于|最少)["”]?(?:要)?(?:多少|几|若干|[xn])(?:次|期|场|回|遍)|(?:写|标|带|有)[着了有明]?["“]?(?:至少|不少于)["”]?(?:的|这|字样|两个字)/u;

/** One of them stands in every word of time that is read. */
const TIME_CHARACTER = /[年月季期改办续限间次场回近周星今频]/u;
const NO_TIME: AskedTime = {
  recurrence: undefined,
  orRecurrence: undefined,
  dueBy: undefined,
  dueFrom: undefined,
  pace: undefined,
  timed: undefined,
  countAtLeast: undefined,
  printed: [],
};

/**
 * Frequencies and deadlines that a question asks for. A date without a year is of the year given.
 * @param year the year of the documents asked about; where undefined, a date without a year is not read
 * @param today what 本季度 and 下个月 are counted from; where undefined, they are not read
 */
export function findAskedTime(question: string, year: number | undefined, today: CalendarDate | undefined): AskedTime {
  if (!TIME_CHARACTER.test(question)) return NO_TIME;
  const printed: string[] = [];
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(question);
    if (match) printed.push(match[0]);
    return match;
  };
  const recurrence = RECURRENCES.find(([pattern]) => take(pattern))?.[1];
  const both = EITHER_PERIOD.test(question);
  const orRecurrence = both ? RECURRENCES.find(([pattern, meant]) => meant !== recurrence && take(pattern))?.[1] : undefined;
  const pace = take(IMMEDIATE) ? "immediate" : take(ONGOING) ? "ongoing" : undefined;
  const timed = take(UNSTATED_TIME) ? false : take(STATED_TIME) ? true : undefined;
  const least = take(COUNT_AT_LEAST)?.groups;
  const countAtLeast = parseNumeral((least?.["count"] ?? least?.["more"] ?? (take(SOME_COUNT) ? "一" : "")).replace("两", "二"));
  const near = today === undefined ? undefined : nearPeriod(take(NEAR)?.[0], today);
  return { recurrence, orRecurrence, pace, timed, countAtLeast, ...(near ?? findDue(take, year)), printed };
}

type Due = Pick<AskedTime, "dueBy" | "dueFrom">;

/** The period that a word counts from today; undefined without one. */
function nearPeriod(word: string | undefined, today: CalendarDate): Due | undefined {
  if (word === undefined) return undefined;
  const [year = 0, month = 1] = today.split("-").map(Number);
  const next = word.startsWith("下") ? 1 : 0;
  if (word.includes("季度")) return monthsFrom(year, Math.floor((month - 1) / 3) * 3 + 3 * next, 3);
  if (word.includes("月")) return monthsFrom(year, month - 1 + next, 1);
  if (/周|星期/u.test(word)) {
    const fromMonday = 7 * next - ((weekdayOf(today) + 6) % 7);
    return { dueFrom: addDays(today, fromMonday), dueBy: addDays(today, fromMonday + 6) };
  }
  return { dueFrom: today, dueBy: word === "今天" ? today : addMonths(today, 1) };
}

/** Whole months. @param first counted from 0 and from January of the year; may lie beyond it */
function monthsFrom(year: number, first: number, count: number): Due {
  const last = first + count - 1;
  return {
    dueFrom: toCalendarDate(year + Math.floor(first / 12), (first % 12) + 1, 1),
    dueBy: lastDayOfMonth(year + Math.floor(last / 12), (last % 12) + 1),
  };
}

function findDue(take: (pattern: RegExp) => RegExpExecArray | null, year: number | undefined): Pick<AskedTime, "dueBy" | "dueFrom"> {
  const yearOf = (printedYear: string | undefined): number | undefined => (printedYear === undefined ? year : Number(printedYear));
  const monthOf = (words: string | undefined): number | undefined => {
    const number = parseNumeral(words ?? "");
    return number !== undefined && number >= 1 && number <= 12 ? number : undefined;
  };
  const months = take(MONTHS)?.groups;
  const [first, last, ofMonths] = [monthOf(months?.["first"]), monthOf(months?.["last"]), months && yearOf(months["year"])];
  if (first !== undefined && last !== undefined && ofMonths !== undefined)
    return { dueFrom: toCalendarDate(ofMonths, first, 1), dueBy: lastDayOfMonth(last < first ? ofMonths + 1 : ofMonths, last) };
  const since = take(SINCE_MONTH)?.groups;
  const [sinceMonth, ofSince] = [monthOf(since?.["month"]), since && yearOf(since["year"])];
  if (sinceMonth !== undefined && ofSince !== undefined) return { dueFrom: toCalendarDate(ofSince, sinceMonth, Number(since?.["day"] ?? 1)), dueBy: undefined };
  const within = take(IN_MONTH)?.groups;
  const [inMonth, ofWithin] = [monthOf(within?.["month"]), within && yearOf(within["year"])];
  if (inMonth !== undefined && ofWithin !== undefined) return { dueFrom: toCalendarDate(ofWithin, inMonth, 1), dueBy: lastDayOfMonth(ofWithin, inMonth) };
  const month = take(MONTH);
  if (month) {
    const number = parseNumeral(month[2] ?? "");
    const of = yearOf(month[1]);
    if (number !== undefined && number >= 1 && number <= 12 && of !== undefined)
      return { dueBy: month[3] ? toCalendarDate(of, number, Number(month[3])) : lastDayOfMonth(of, number), dueFrom: undefined };
  }
  const quarter = take(QUARTER);
  if (quarter) {
    const number = parseNumeral(quarter[2] ?? "");
    const of = yearOf(quarter[1]);
    if (number !== undefined && of !== undefined) return { dueBy: lastDayOfMonth(of, number * 3), dueFrom: toCalendarDate(of, number * 3 - 2, 1) };
  }
  const half = take(HALF);
  const halfOf = half ? yearOf(half[1]) : undefined;
  if (half && halfOf !== undefined)
    return half[2] === "上半年"
      ? { dueBy: toCalendarDate(halfOf, 6, 30), dueFrom: undefined }
      : { dueBy: toCalendarDate(halfOf, 12, 31), dueFrom: toCalendarDate(halfOf, 7, 1) };
  const target = take(TARGET_YEAR);
  if (target) return { dueFrom: toCalendarDate(Number(target[1]), 1, 1), dueBy: toCalendarDate(Number(target[1]), 12, 31) };
  const end = take(YEAR_END);
  const endOf = end ? yearOf(end[1]) : undefined;
  return { dueBy: endOf === undefined ? undefined : toCalendarDate(endOf, 12, 31), dueFrom: undefined };
}
