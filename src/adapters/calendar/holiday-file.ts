import { parse } from "yaml";
import * as z from "zod";
import type { HolidayRecord } from "../../app/office/ports.ts";
import { addDays, toCalendarDate } from "../../core/document/index.ts";
import { AppError } from "../../errors.ts";

/** A year's arrangement is shorter. UTF-16 code units. */
const MAX_CHARACTERS = 20_000;
/** The longest holiday is shorter. Calendar days. */
const MAX_DAYS = 20;

const File = z.strictObject({
  放假: z.record(z.string().trim().min(1).max(20), z.union([z.string(), z.array(z.string()).max(MAX_DAYS)])).nullish(),
  上班: z.array(z.string()).max(40).nullish(),
});

/** A date as people write it: 2027-10-01, 2027年10月1日. Undefined for what no calendar has. */
export function readDate(text: string): string | undefined {
  const groups = /^\s*(?<year>\d{4})(?:年|[-/.])(?<month>\d{1,2})(?:月|[-/.])(?<day>\d{1,2})日?\s*$/u.exec(text)?.groups;
  return groups ? toCalendarDate(Number(groups["year"]), Number(groups["month"]), Number(groups["day"])) : undefined;
}

/**
 * Reads an arrangement of holidays, YAML: `放假` gives each holiday its first and last day (2027-10-01 至 2027-10-07) or its only one, `上班` lists
 * the weekend days that are worked.
 * @param name of the file, for the sentence
 * @throws {AppError} `unreadable`, one sentence
 */
export function parseHolidayFile(yamlText: string, name: string): readonly HolidayRecord[] {
  const fail = (what: string): never => {
    throw new AppError("unreadable", `「${name}」${what}。应写成：放假: {国庆节: 2027-10-01 至 2027-10-07}，上班: [2027-10-09]。`);
  };
  if (yamlText.length > MAX_CHARACTERS) fail("太长，不像一年的放假安排");
  const { data } = File.safeParse(readYaml(yamlText));
  if (!data) return fail("不合格式");
  const holidays = Object.entries(data.放假 ?? {}).flatMap(([holiday, written]) =>
    [written]
      .flat()
      .flatMap((days) => (readDays(days) ?? fail(`里「${days}」不是日期`)).map((date): HolidayRecord => ({ date, kind: "holiday", name: holiday }))),
  );
  const worked = (data.上班 ?? []).map((day): HolidayRecord => ({ date: readDate(day) ?? fail(`里「${day}」不是日期`), kind: "workday", name: "调休上班" }));
  const all = [...holidays, ...worked];
  const twice = all.find(({ date }, index) => all.findIndex((other) => other.date === date) !== index);
  if (twice) fail(`里${twice.date}写了两次`);
  return all.length > 0 ? all : fail("里没有日期");
}

function readYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** 2027-10-01 至 2027-10-07 → each of the days. */
function readDays(text: string): readonly string[] | undefined {
  const [first, last = first, ...others] = text.split(/至|到|~|～/u).map(readDate);
  if (first === undefined || last === undefined || others.length > 0) return undefined;
  const days: string[] = [];
  for (let date: string | undefined = first; date !== undefined && date <= last && days.length < MAX_DAYS; date = addDays(date, 1)) days.push(date);
  return days.at(-1) === last ? days : undefined;
}
