import { lastDayOfMonth, toCalendarDate } from "../document/calendar.ts";
import type { CalendarDate } from "../document/official-document.ts";
import type { Recurrence } from "../ledger/task.ts";
import { parseNumeral } from "../text/numerals.ts";

/** What a question says of time. */
export interface AskedTime {
  readonly recurrence: Recurrence | "irregular" | undefined;
  /** Due on or before, on or after. */
  readonly dueBy: CalendarDate | undefined;
  readonly dueFrom: CalendarDate | undefined;
  readonly pace: "immediate" | "ongoing" | undefined;
  /** The words that said so, to be cut from the topic. */
  readonly printed: readonly string[];
}

const RECURRENCES: readonly (readonly [RegExp, Recurrence | "irregular"])[] = [
  [/(?:每个?|按|逐|各|一个?)季度?(?:度)?|季度性/u, "quarterly"],
  [/每半年|半年一次|每年两次/u, "half-yearly"],
  [/(?:每个?|按|逐)月|月度/u, "monthly"],
  [/(?:每|逐)年|全年至少|一年一次|年度性/u, "yearly"],
  [/["']?定期["']?/u, "irregular"],
];
const IMMEDIATE = /立行立改|即知即改|立即整改|马上(?:改|办)/u;
const ONGOING = /长期坚持|持续推进(?!的?(?:任务|工作)?.{0,2}[\p{Script=Han}]{4})|常年坚持|长期(?:任务|推进)/u;
const YEAR_END = /(?:(\d{4})年)?(?:年内|年底(?:之?前)?|年末(?:之?前)?|年底以前|今年(?:之?内|底)|12月(?:31日|底)(?:之?前)?)/u;
/** 2020年要实现什么: what is due within that year. */
const TARGET_YEAR =
  /((?:19|20)\d{2})年(?:度)?(?:之?内)?(?:要|需要|应该?|必须|得|计划)?(?:实现|完成|达到|做到|建成|办成|见效)(?:什么|哪些|啥|的(?:目标|任务|工作|事项)(?:是|有))/u;
const HALF = /(?:(\d{4})年)?(上半年|下半年)/u;
const QUARTER = /(?:(\d{4})年)?(?:第?([一二三四1-4])季度)(?:末|底|前|内|之前|以前)?/u;
const MONTH = /(?:(\d{4})年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(\d{1,2})日|(底|末))?(?:之?前|以前|完成|要完成|到期|内)/u;

/** One of them stands in every word of time that is read. */
const TIME_CHARACTER = /[年月季期改办续]/u;
const NO_TIME: AskedTime = { recurrence: undefined, dueBy: undefined, dueFrom: undefined, pace: undefined, printed: [] };

/**
 * Frequencies and deadlines that a question asks for. A date without a year is of the year given.
 * @param year the year of the documents asked about; where undefined, a date without a year is not read
 */
export function findAskedTime(question: string, year: number | undefined): AskedTime {
  if (!TIME_CHARACTER.test(question)) return NO_TIME;
  const printed: string[] = [];
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(question);
    if (match) printed.push(match[0]);
    return match;
  };
  const recurrence = RECURRENCES.find(([pattern]) => take(pattern))?.[1];
  const pace = take(IMMEDIATE) ? "immediate" : take(ONGOING) ? "ongoing" : undefined;
  return { recurrence, pace, ...findDue(take, year), printed };
}

function findDue(take: (pattern: RegExp) => RegExpExecArray | null, year: number | undefined): Pick<AskedTime, "dueBy" | "dueFrom"> {
  const yearOf = (printedYear: string | undefined): number | undefined => (printedYear === undefined ? year : Number(printedYear));
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
