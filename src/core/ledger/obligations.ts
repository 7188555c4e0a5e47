import { toCalendarDate } from "../document/index.ts";
import { parseNumeral } from "../text/numerals.ts";
import { type Span, trimSpan } from "../text/span.ts";
import type { DeadlineContext } from "./deadline-patterns.ts";
import { findDeadline } from "./deadlines.ts";
import type { Obligation, Recurrence } from "./task.ts";

const CLAUSE_END = /[，,。；;：:！!？?\r\n]/u;
const NUMERAL = "[0-9０-９一二两三四五六七八九十百]{1,6}";
const FREQUENCY =
  /每个?(?<period>月|季度|季(?!节)|半年|年度?(?!龄))|按(?<rate>月|季度|季(?!节)|半年)(?!内)|(?<whole>全年)(?!推进|坚持|性)|(?<yearly>一年一\p{Script=Han})|(?<!不|固)(?<irregular>定期)/u;
const LEAST = new RegExp(`(?:至少|不少于|不低于)[^0-9０-９一二两三四五六七八九十百分]{0,12}?(?<count>${NUMERAL})(?!分之|百分|%|％|[.．])`, "u");
/** A clause that goes on with a list of counts: 全年至少举办2期讲座,1期培训班 */
const FURTHER_COUNT = new RegExp(`^(?:和|并|及)?(?<count>${NUMERAL})(?:次|期|场|轮|批)`, "u");
/** Goals of a year: 2020年实现…, 做好2020年度…工作 */
const GOAL_OF_YEAR =
  /(?<year>(?:19|20)[0-9]{2})年(?:底|度)?(?:要|全面|基本|力争)?(?:实现|完成|建成|达到)|^(?:做好|完成|抓好)(?<yearOfWork>(?:19|20)[0-9]{2})年度/u;

/**
 * The measurable clauses of a text: verbatim stretches between commas and full stops that say how often, how many at least, or by when.
 * 定期 gives `irregular`; no period is made up for it.
 */
export function findObligations(source: string, span: Span, context: DeadlineContext): readonly Obligation[] {
  const found: Obligation[] = [];
  let before: Obligation | undefined;
  for (const clause of clausesOf(source, span)) {
    const obligation = readClause(source, clause, context) ?? furtherCount(source, clause, before);
    if (obligation) found.push(obligation);
    before = obligation;
  }
  return found;
}

function readClause(source: string, clause: Span, context: DeadlineContext): Obligation | undefined {
  const text = source.slice(clause.start, clause.end);
  const frequency = FREQUENCY.exec(text)?.groups;
  const minCount = parseNumeral(LEAST.exec(text)?.groups?.["count"] ?? "");
  const recurring = frequency ? recurrenceOf(frequency) : undefined;
  const dueOn = recurring === undefined ? dueDateOf(source, clause, text, context) : undefined;
  if (recurring === undefined && minCount === undefined && dueOn === undefined) return undefined;
  return { text, span: clause, recurring, minCount, dueOn };
}

function furtherCount(source: string, clause: Span, before: Obligation | undefined): Obligation | undefined {
  if (before?.minCount === undefined || before.recurring === undefined) return undefined;
  const text = source.slice(clause.start, clause.end);
  const count = FURTHER_COUNT.exec(text)?.groups?.["count"];
  return count === undefined ? undefined : { text, span: clause, recurring: before.recurring, minCount: parseNumeral(count), dueOn: undefined };
}

function recurrenceOf(groups: Readonly<Record<string, string | undefined>>): Recurrence | "irregular" {
  if (groups["irregular"] !== undefined) return "irregular";
  const period = groups["period"] ?? groups["rate"];
  if (period === "月") return "monthly";
  if (period === "半年") return "half-yearly";
  return period?.startsWith("季") ? "quarterly" : "yearly";
}

function dueDateOf(source: string, clause: Span, text: string, context: DeadlineContext): string | undefined {
  const goal = GOAL_OF_YEAR.exec(text)?.groups;
  const year = goal?.["year"] ?? goal?.["yearOfWork"];
  return findDeadline(source, clause, context)?.deadline.dueOn ?? (year === undefined ? undefined : toCalendarDate(Number(year), 12, 31));
}

/** Stretches between commas and full stops; commas inside 《…》 and “…” and between digits do not end one. Two frequencies joined by 、 are two. */
function clausesOf(source: string, span: Span): readonly Span[] {
  const clauses: Span[] = [];
  let quotes = 0;
  let { start } = span;
  const take = (end: number): void => {
    const clause = trimSpan(source, { start, end });
    if (clause.end > clause.start) clauses.push(...splitFrequencies(source, clause));
  };
  for (let at = span.start; at < span.end; at += 1) {
    const mark = source[at] ?? "";
    if (mark === "《" || mark === "“") quotes += 1;
    else if (mark === "》" || mark === "”") quotes = Math.max(0, quotes - 1);
    else if (CLAUSE_END.test(mark) && (quotes === 0 || /[。\r\n]/u.test(mark)) && !isInNumber(source, at)) {
      take(at);
      quotes = 0;
      start = at + 1;
    }
  }
  take(span.end);
  return clauses;
}

function isInNumber(source: string, at: number): boolean {
  return /[0-9]/u.test(source[at - 1] ?? "") && /[0-9]/u.test(source[at + 1] ?? "") && source[at] !== "。";
}

const EVERY_FREQUENCY = new RegExp(FREQUENCY.source, "gu");

/** 定期调阅…登记簿、按季度…通报 → cut at the last 、 before each further frequency. */
function splitFrequencies(source: string, clause: Span): readonly Span[] {
  const text = source.slice(clause.start, clause.end);
  const places = [...text.matchAll(EVERY_FREQUENCY)].map((match) => match.index);
  const cuts = places.slice(1).flatMap((place, index) => {
    const from = places[index] ?? 0;
    const comma = text.slice(from, place).lastIndexOf("、");
    return comma > 0 ? [from + comma] : [];
  });
  const starts = [0, ...cuts.map((cut) => cut + 1)];
  const ends = [...cuts, text.length];
  return starts.map((start, index) => ({ start: clause.start + start, end: clause.start + (ends[index] ?? text.length) }));
}
