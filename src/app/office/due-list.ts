import type { CalendarDate } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import { normaliseQuestion } from "../../core/question/index.ts";
import { findAskedTime } from "../../core/question/times-asked.ts";
import { byDocument, paragraphsOf, quotesOf } from "../../core/reminders/digest.ts";
import { dueLine } from "../../core/reminders/messages.zh.ts";
import { duesWithin, type TaskDues, withDues } from "../../core/reminders/schedule.ts";
import { createScopeIndex, type Matched } from "../../core/reminders/scope-index.ts";
import type { WorkingDays } from "../../core/reminders/working-days.ts";
import { isTownName } from "../../core/units/town.ts";
import * as say from "./messages.zh.ts";

/** What is due within a time, for one unit or for all. */
export interface DueList {
  /** The first line: how many, for whom, when. */
  readonly title: string;
  /** A paragraph a task. */
  readonly paragraphs: readonly string[];
  /** What else is to be known: plans that are over, collective duties, holidays that nobody entered. */
  readonly notes: readonly string[];
}

/** First and last day. */
interface Stretch {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * Answers `/due`: 本月, 县司法局 下季度, 2020年9月, 年底前; without a time, 本月.
 * @param unit whose duties are meant where the words name none; undefined means everybody's, as 全部 in the words does
 */
export function listDue(words: string, unit: string | undefined, corpus: Corpus, days: WorkingDays, today: CalendarDate): DueList {
  const asked = readUnit(words, corpus);
  const stretch = readStretch(asked.rest === "" ? "本月" : asked.rest, today);
  if (!stretch) return { title: say.dueNotUnderstood(asked.rest), paragraphs: [], notes: [] };
  const who = asked.isForAll ? undefined : (asked.unit ?? unit);
  const index = createScopeIndex(duesWithin(corpus, stretch.from, stretch.to), corpus);
  const found = byDocument(index.find([who === undefined ? { kind: "all" } : { kind: "unit", unit: who, collective: false }]));
  const collective = who === undefined ? 0 : index.find([{ kind: "unit", unit: who, collective: true }]).length - found.length;
  const notes = [
    ...(found.length === 0 ? [nothingDue(who, stretch, corpus)] : endedPlans(found, today)),
    ...(collective > 0 ? [say.collectiveLeftOut(collective)] : []),
    ...uncoveredYears(found, days, today),
  ];
  return {
    title: say.dueTitle(who, stretch.from, stretch.to, found.length, today),
    paragraphs: paragraphsOf(found, ({ dues }) =>
      dues.map((due) => `${quotesOf(due)}\n${dueLine(due, days.countBetween(today, due.dueOn), today, !days.isWorkingDay(due.dueOn))}`),
    ),
    notes: notes.filter((note) => note !== ""),
  };
}

const FOR_ALL = /全部(?:单位)?|所有(?:单位)?|各单位/u;
/** Words around a unit and a time that say nothing more. */
const FILLER = /到期|任务|要完成|完成|办结|(?:的|有|哪些|什么|吗|呢|\s|[，,、。？?：:])/gu;

/** Spaces tell a unit's name from a time before it, so it is found before they go. */
function readUnit(words: string, { register, documents }: Corpus): { readonly unit: string | undefined; readonly rest: string; readonly isForAll: boolean } {
  const places = [...new Set(documents.flatMap(({ region }) => (region === undefined ? [] : [region])))];
  const unit = words.split(/\s+/u).find(isTownName) ?? register.findMentions(words, { places })[0]?.printed;
  const others = normaliseQuestion(unit === undefined ? words : words.replace(unit, " "));
  return { unit, rest: others.replace(FOR_ALL, " ").replace(FILLER, ""), isForAll: FOR_ALL.test(words) };
}

/** A year and nothing else. */
const WHOLE_YEAR = /^(?:(?<year>20[0-9]{2})年度?|(?<near>今年|本年度?|全年|明年|去年))$/u;

function readStretch(words: string, today: CalendarDate): Stretch | undefined {
  const thisYear = Number(today.slice(0, 4));
  const whole = WHOLE_YEAR.exec(words)?.groups;
  if (whole) {
    const near = whole["near"] === "明年" ? thisYear + 1 : whole["near"] === "去年" ? thisYear - 1 : thisYear;
    const year = whole["year"] ?? String(near);
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  // The readers of questions want to be told that it is a time by which something is due.
  const { dueFrom, dueBy } = findAskedTime(`${words}到期的`, thisYear, today);
  if (dueFrom !== undefined) return { from: dueFrom, to: dueBy ?? `${dueFrom.slice(0, 4)}-12-31` };
  if (dueBy === undefined) return undefined;
  return { from: dueBy < today || words.includes("半年") ? `${dueBy.slice(0, 4)}-01-01` : today, to: dueBy };
}

/** When something is due next, or why nothing is. */
function nothingDue(unit: string | undefined, { to }: Stretch, corpus: Corpus): string {
  const all = createScopeIndex(withDues(corpus), corpus).find([unit === undefined ? { kind: "all" } : { kind: "unit", unit, collective: false }]);
  const dues = all.flatMap(({ one }) => one.dues).sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  const next = dues.find(({ dueOn }) => dueOn > to);
  if (next) return say.nextDue(next.dueOn);
  const last = dues.at(-1);
  return last ? say.lastDue(last.document.title, last.dueOn) : say.noDue(unit);
}

function endedPlans(found: readonly Matched<TaskDues>[], today: CalendarDate): readonly string[] {
  const ended = found.flatMap(({ one: { document, dues } }) => (dues.every(({ until }) => until < today) ? [document.title] : []));
  return [...new Set(ended)].map((title) => say.planIsOver(title));
}

function uncoveredYears(found: readonly Matched<TaskDues>[], days: WorkingDays, today: CalendarDate): readonly string[] {
  const years = new Set(found.flatMap(({ one }) => one.dues.filter(({ dueOn }) => dueOn >= today).map(({ dueOn }) => Number(dueOn.slice(0, 4)))));
  return [...years].filter((year) => !days.covers(year)).map((year) => say.yearNotCovered(year));
}
