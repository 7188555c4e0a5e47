import { addDays, type CalendarDate, lastDayOfMonth, toCalendarDate } from "../document/index.ts";
import type { Recurrence } from "../ledger/task.ts";
import { parseNumeral } from "../text/numerals.ts";

/** A stretch of time in which something recurring is to be done: 第三季度, 10月, 2020年. */
export interface Period {
  readonly from: CalendarDate;
  readonly dueOn: CalendarDate;
}

const MONTHS: Readonly<Record<Recurrence, number>> = { monthly: 1, quarterly: 3, "half-yearly": 6, yearly: 12 };
const NUMBER = "[0-9０-９一二三四五六七八九十]{1,3}";
/** 每月28日前, 每月10日前 */
const DAY_OF_MONTH = new RegExp(`每个?月(?:的)?(?<day>${NUMBER})[日号]`, "u");
/** 每季度末月25日前, 每季度首月10日前 */
const DAY_OF_QUARTER = new RegExp(`每个?季度?(?<month>首|末|最后一个?)个?月(?<day>${NUMBER})[日号]`, "u");
/** 每年5月, 每年3月、10月各一次, 每年12月4日前后 */
const MONTHS_OF_YEAR = new RegExp(
  `每年(?:度)?(?:的)?(?<list>${NUMBER}月(?:份|底|末)?(?:${NUMBER}[日号])?前?(?:(?:、|和|及|，|,)${NUMBER}月(?:份|底|末)?(?:${NUMBER}[日号])?前?)*)`,
  "u",
);
const ONE_MONTH = new RegExp(`(?<month>${NUMBER})月(?:份|(?<end>底|末))?(?:(?<day>${NUMBER})[日号])?(?<before>前)?`, "gu");

/**
 * The periods of a recurring clause in a year, in order. Where the words name a day or a month of it (每月28日前, 每年3月、10月), the period ends
 * there; a month alone is the period itself.
 */
export function periodsOf(clause: string, recurring: Recurrence, year: number): readonly Period[] {
  const list = recurring === "yearly" ? MONTHS_OF_YEAR.exec(clause)?.groups?.["list"] : undefined;
  if (list !== undefined) return [...list.matchAll(ONE_MONTH)].flatMap(({ groups }) => namedMonth(year, groups ?? {}) ?? []);
  const length = MONTHS[recurring];
  const dayOfMonth = recurring === "monthly" ? DAY_OF_MONTH.exec(clause)?.groups : undefined;
  const dayOfQuarter = recurring === "quarterly" ? DAY_OF_QUARTER.exec(clause)?.groups : undefined;
  const day = parseNumeral(dayOfMonth?.["day"] ?? dayOfQuarter?.["day"] ?? "");
  const dueMonth = dayOfQuarter?.["month"] === "首" ? 1 : length;
  return Array.from({ length: 12 / length }, (_, index) => index * length).flatMap((before) => {
    const from = toCalendarDate(year, before + 1, 1);
    const end = lastDayOfMonth(year, before + dueMonth);
    const named = day === undefined ? undefined : (toCalendarDate(year, before + dueMonth, day) ?? end);
    const dueOn = named ?? end;
    return from !== undefined && dueOn !== undefined ? [{ from, dueOn }] : [];
  });
}

function namedMonth(year: number, groups: Readonly<Record<string, string | undefined>>): Period | undefined {
  const month = parseNumeral(groups["month"] ?? "");
  if (month === undefined) return undefined;
  const isLimit = groups["day"] !== undefined || groups["before"] !== undefined || groups["end"] !== undefined;
  const from = isLimit ? toCalendarDate(year, 1, 1) : toCalendarDate(year, month, 1);
  const dueOn = groups["day"] === undefined ? lastDayOfMonth(year, month) : toCalendarDate(year, month, parseNumeral(groups["day"]) ?? 0);
  return from !== undefined && dueOn !== undefined ? { from, dueOn } : undefined;
}

export function dayAfter(date: CalendarDate): CalendarDate {
  return addDays(date, 1) ?? date;
}
