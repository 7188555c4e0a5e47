import { addDays, type CalendarDate, toCalendarDate, weekdayOf } from "../document/index.ts";
import { parseNumeral } from "../text/numerals.ts";

/** A day in China and minutes after its midnight. */
export interface PlannedTime {
  readonly date: CalendarDate;
  readonly minutes: number;
}

const NUMBER = "\\d{1,2}|[〇零一二两三四五六七八九十]{1,3}";
const DAY = [
  "(?<near>今天|今日|今晚|今早|明天|明日|明早|明晚|后天|大后天)",
  `(?:(?<year>\\d{4})[-/.年])?(?<month>${NUMBER})[-/.月](?<day>${NUMBER})[日号]?`,
  `(?<dayOnly>${NUMBER})[日号]`,
  "(?<week>下下|下|本|这)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])",
].join("|");
const TIME = `(?<part>凌晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚)?(?<hour>${NUMBER})(?:[:点时](?:(?<half>半)|(?<quarter>[一三])刻|(?<minute>${NUMBER})分?|整|钟)?)`;
const PLANNED = new RegExp(`^(?:${DAY})?(?:${TIME})?(?:发|发出|发送|群发)?$`, "u");

const NEAR_DAYS: Readonly<Record<string, number>> = { 今: 0, 明: 1, 后: 2, 大: 3 };
const WEEKDAYS = "一二三四五六日";
/** When a day without a time is meant. */
const DEFAULT_MINUTES = 9 * 60;

/**
 * Reads when something is to be done: 明天9点, 11月25日下午3点半, 2026-11-25 09:00, 下周一上午9点; a day alone is its 9:00, a time alone is today's.
 * A day of the year without a year is the next one. @returns undefined for words that say no such time
 */
export function parsePlannedTime(words: string, today: CalendarDate): PlannedTime | undefined {
  const groups = PLANNED.exec(words.normalize("NFKC").replace(/[\s,，]+/gu, ""))?.groups;
  if (!groups || Object.values(groups).every((group) => group === undefined)) return undefined;
  const date = dateOf(groups, today);
  const minutes = groups["hour"] === undefined ? DEFAULT_MINUTES : minutesOf(groups);
  return date === undefined || minutes === undefined ? undefined : { date, minutes };
}

type Groups = Readonly<Record<string, string | undefined>>;

function dateOf(groups: Groups, today: CalendarDate): CalendarDate | undefined {
  const { near, year, month, day, dayOnly, week, weekday } = groups;
  if (near !== undefined) return addDays(today, NEAR_DAYS[near.charAt(0)] ?? 0);
  if (weekday !== undefined) return weekdayFrom(today, week, weekday);
  const [thisYear = 0, thisMonth = 0] = today.split("-").map(Number);
  const [nextYear, nextMonth] = thisMonth === 12 ? [thisYear + 1, 1] : [thisYear, thisMonth + 1];
  if (dayOnly !== undefined) return nextOf([toDate(thisYear, thisMonth, dayOnly), toDate(nextYear, nextMonth, dayOnly)], today);
  if (month === undefined) return today;
  const wanted = parseNumeral(month) ?? 0;
  if (year !== undefined) return toDate(Number(year), wanted, day);
  return nextOf([toDate(thisYear, wanted, day), toDate(thisYear + 1, wanted, day)], today);
}

function toDate(year: number, month: number, day: string | undefined): CalendarDate | undefined {
  return toCalendarDate(year, month, parseNumeral(day ?? "") ?? 0);
}

function nextOf(dates: readonly (CalendarDate | undefined)[], today: CalendarDate): CalendarDate | undefined {
  return dates.find((date) => date !== undefined && date >= today) ?? dates[0];
}

/** 周三 is the next one, today included; 下周三 is that of the week that begins next Monday. */
function weekdayFrom(today: CalendarDate, week: string | undefined, weekday: string): CalendarDate | undefined {
  const wanted = WEEKDAYS.indexOf(weekday === "天" ? "日" : weekday);
  const current = (weekdayOf(today) + 6) % 7;
  const ahead = wanted - current;
  if (week === "下" || week === "下下") return addDays(today, ahead + (week === "下" ? 7 : 14));
  return addDays(today, week === undefined && ahead < 0 ? ahead + 7 : ahead);
}

function minutesOf({ near = "", part = "", hour = "", minute, half, quarter }: Groups): number | undefined {
  const hours = parseNumeral(hour);
  const minutes = half ? 30 : quarter ? (parseNumeral(quarter) ?? 0) * 15 : parseNumeral(minute ?? "0");
  if (hours === undefined || minutes === undefined || hours > 23 || minutes > 59) return undefined;
  const isLate = /下午|傍晚|晚/u.test(near + part) || (part === "中午" && hours < 11);
  return (isLate && hours < 12 ? hours + 12 : hours) * 60 + minutes;
}
