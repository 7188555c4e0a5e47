import type { CalendarDate, OfficialDocument } from "../document/index.ts";

/** The document's own time. Nothing is reminded of outside it. */
export interface PlanPeriod {
  /** 成文日期; undefined where the document does not say. */
  readonly issuedOn: CalendarDate | undefined;
  /** First and last year that it plans for. */
  readonly firstYear: number;
  readonly lastYear: number;
}

/** 2021—2025年, 2023年至2025年 */
const YEARS = /(?<first>20[0-9]{2})\s*年?(?:度)?\s*(?:[-－—–~～]+|至|到)\s*(?<last>20[0-9]{2})\s*年/u;
/** “十四五”规划 */
const FIVE_YEAR_PLAN = /[“"「]?十(?<count>[一二三四五六七])五[”"」]?(?=规划|时期|期间|法治|行动|实施|\p{Script=Han}{0,14}规划)/u;
/** “八五”普法: each round of teaching the law takes five years, the first 1986–1990. */
const LAW_TEACHING = /[“"「]?(?<count>[五六七八九])五[”"」]?普法/u;
const NUMERALS = " 一二三四五六七八九";

/**
 * The years that a title names, or the year of issue. A document does not plan for a time before it was issued: what a report of 2021,
 * issued in 2022, plans is for 2022. Undefined where neither year is known, and for a document that is no longer in force.
 */
export function planPeriodOf(document: OfficialDocument): PlanPeriod | undefined {
  const { issuedOn, kind, lapsed } = document;
  const issueYear = issuedOn === undefined ? undefined : Number(issuedOn.slice(0, 4));
  const stated = document.year ?? issueYear;
  if (stated === undefined || lapsed !== undefined) return undefined;
  // A report without a date tells of its year, and plans for the next.
  const named = yearsInTitle(document.title) ?? [stated, kind === "annual_report" && issueYear === undefined ? stated + 1 : stated];
  const [first, last] = named;
  return { issuedOn, firstYear: Math.max(first, issueYear ?? first), lastYear: Math.max(last, issueYear ?? last) };
}

function yearsInTitle(title: string): readonly [number, number] | undefined {
  const years = YEARS.exec(title)?.groups;
  if (years) return [Number(years["first"]), Number(years["last"])];
  const plan = FIVE_YEAR_PLAN.exec(title)?.groups?.["count"];
  if (plan !== undefined) return fiveYearsFrom(2001 + 5 * NUMERALS.indexOf(plan));
  const teaching = LAW_TEACHING.exec(title)?.groups?.["count"];
  return teaching === undefined ? undefined : fiveYearsFrom(1981 + 5 * NUMERALS.indexOf(teaching));
}

function fiveYearsFrom(first: number): readonly [number, number] {
  return [first, first + 4];
}
