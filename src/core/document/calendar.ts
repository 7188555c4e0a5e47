import { parseNumeral } from "../text/numerals.ts";
import type { CalendarDate } from "./official-document.ts";

/** A number as dates print it: 1 to 4 Arabic digits of either width, or Chinese numerals (二〇二一, 十二, 三十一). Source of a regex. */
export const DATE_NUMBER = "(?:[0-9０-９]{1,4}|[〇○零Ｏ一二三四五六七八九十]{1,4})";

const DATE = new RegExp(`(?<year>${DATE_NUMBER})\\s*年\\s*(?<month>${DATE_NUMBER})\\s*月\\s*(?<day>${DATE_NUMBER})\\s*日`, "u");
const ISO_DATE = /(?<year>(?:19|20)[0-9]{2})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})/u;

/** The first whole date in a text, in Arabic or Chinese numerals: 二〇二一年三月五日. Undefined where there is none, or one that no calendar has. */
export function parseDate(text: string): CalendarDate | undefined {
  const groups = (DATE.exec(text) ?? ISO_DATE.exec(text))?.groups;
  if (!groups) return undefined;
  const [year, month, day] = [groups["year"], groups["month"], groups["day"]].map((part) => parseNumeral(part ?? ""));
  return year !== undefined && month !== undefined && day !== undefined ? toCalendarDate(year, month, day) : undefined;
}

/** Undefined for a date that no calendar has (2月30日) and for years outside 1900–2199. */
export function toCalendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function lastDayOfMonth(year: number, month: number): CalendarDate | undefined {
  return toCalendarDate(year, month, daysInMonth(year, month));
}

/** The date some calendar days later. */
export function addDays(date: CalendarDate, days: number): CalendarDate | undefined {
  const moved = new Date(Date.parse(`${date}T00:00:00Z`) + days * MILLISECONDS_A_DAY);
  return Number.isNaN(moved.getTime()) ? undefined : toCalendarDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** The same day some months later, or the last day of a month that lacks it. */
export function addMonths(date: CalendarDate, months: number): CalendarDate | undefined {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return toCalendarDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** 0 is Sunday. A civil date has the same weekday everywhere. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

const MILLISECONDS_A_DAY = 86_400_000;
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
