import { lastDayOfMonth } from "../document/index.ts";
import { parseNumeral } from "../text/numerals.ts";

const MONTH_DAY =
  /(?:(?<year>[0-9０-９〇○零一二三四五六七八九]{4})\s*年)?\s*(?<month>[0-9０-９一二三四五六七八九十]{1,3})\s*月\s*(?<day>[0-9０-９一二三四五六七八九十]{1,3})\s*[日号]/u;
/** For a date without a year; of February both lengths are possible. */
const SOME_LEAP_YEAR = 2024;

/** Why no calendar has a printed date: 6月只有30天。 Empty where the words do not tell. */
export function daysOfMonthIn(text: string): string {
  const groups = MONTH_DAY.exec(text)?.groups;
  const month = parseNumeral(groups?.["month"] ?? "");
  if (month === undefined) return "";
  const year = parseNumeral(groups?.["year"] ?? "") ?? SOME_LEAP_YEAR;
  const last = lastDayOfMonth(year, month);
  return last === undefined ? `一年没有${month}月。` : `${month}月只有${Number(last.slice(-2))}天。`;
}
