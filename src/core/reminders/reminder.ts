import type { CalendarDate } from "../document/index.ts";
import type { Due } from "./dues.ts";
import type { WorkingDays } from "./working-days.ts";

/**
 * Why a reminder comes on its day.
 * - `before` a date, so many working days
 * - `today` it is due; where the date is free, the last working day before it
 * - `overdue` the first working day after the date, once
 * - `first` notice of a period
 * - `last` call of a period, so many working days before its end
 */
export type Stage =
  | { readonly kind: "before"; readonly workingDays: number }
  | { readonly kind: "today" | "overdue" | "first" }
  | { readonly kind: "last"; readonly workingDays: number };

export interface Reminder {
  readonly due: Due;
  readonly stage: Stage;
  /** Always a working day. */
  readonly on: CalendarDate;
}

const BEFORE_A_DATE = [7, 3, 1];
/** A last call that would not come after the first notice comes later, or not at all. */
const BEFORE_THE_END = [10, 3];

/** The reminders of what is due, in order of time, within the document's own time. */
export function remindersOf(due: Due, days: WorkingDays): readonly Reminder[] {
  const lastDay = days.onOrBefore(due.dueOn);
  const reminders = due.from === undefined ? remindersOfDate(due, lastDay, days) : remindersOfPeriod(due, due.from, lastDay, days);
  return reminders.filter(({ on }) => on <= due.until && (due.document.issuedOn === undefined || on > due.document.issuedOn));
}

function remindersOfDate(due: Due, lastDay: CalendarDate, days: WorkingDays): readonly Reminder[] {
  return [
    ...BEFORE_A_DATE.map((workingDays): Reminder => ({ due, stage: { kind: "before", workingDays }, on: days.shift(lastDay, -workingDays) })),
    { due, stage: { kind: "today" }, on: lastDay },
    { due, stage: { kind: "overdue" }, on: days.shift(due.dueOn, 1) },
  ];
}

function remindersOfPeriod(due: Due, from: CalendarDate, lastDay: CalendarDate, days: WorkingDays): readonly Reminder[] {
  const first = days.onOrAfter(from);
  if (first > lastDay) return [];
  const calls = BEFORE_THE_END.map((workingDays): Reminder => ({ due, stage: { kind: "last", workingDays }, on: days.shift(lastDay, -workingDays) }));
  const last = calls.find(({ on }) => on > first);
  return [{ due, stage: { kind: "first" }, on: first }, ...(last ? [last] : [])];
}
