import type { CalendarDate } from "../document/index.ts";
import type { Corpus } from "../ledger/corpus.ts";
import { type Due, duesOf } from "./dues.ts";
import { type Reminder, remindersOf } from "./reminder.ts";
import type { OfTask } from "./scope-index.ts";
import type { WorkingDays } from "./working-days.ts";

/** The reminders of one task within some days. */
export interface TaskReminders extends OfTask {
  readonly reminders: readonly Reminder[];
}

/** What is due of one task within some days. */
export interface TaskDues extends OfTask {
  readonly dues: readonly Due[];
}

/** The tasks that are to be reminded of from one day to another, both included, what is due first before what is due later. */
export function scheduleOf(corpus: Corpus, days: WorkingDays, from: CalendarDate, to: CalendarDate): readonly TaskReminders[] {
  const found = withDues(corpus).flatMap(({ dues, ...task }) => {
    const reminders = dues.flatMap((due) => (mayRemind(due, from, to) ? remindersOf(due, days) : [])).filter(({ on }) => from <= on && on <= to);
    return reminders.length > 0 ? [{ ...task, reminders }] : [];
  });
  return inOrderOfDue(found, ({ reminders }) => reminders.map(({ due }) => due.dueOn));
}

/** The tasks that are due from one day to another, both included, in the order of time. */
export function duesWithin(corpus: Corpus, from: CalendarDate, to: CalendarDate): readonly TaskDues[] {
  const found = withDues(corpus).flatMap(({ dues, ...task }) => {
    const within = dues.filter(({ dueOn }) => from <= dueOn && dueOn <= to);
    return within.length > 0 ? [{ ...task, dues: within }] : [];
  });
  return inOrderOfDue(found, ({ dues }) => dues.map(({ dueOn }) => dueOn));
}

/** What is due depends on the documents alone, and is asked for again every day and by every `/due`. */
const KNOWN = new WeakMap<Corpus, readonly TaskDues[]>();

/** Every task that has something due, ever. */
export function withDues(corpus: Corpus): readonly TaskDues[] {
  const known = KNOWN.get(corpus) ?? readDues(corpus);
  KNOWN.set(corpus, known);
  return known;
}

function readDues({ documents, tasksOf }: Corpus): readonly TaskDues[] {
  return documents.flatMap((document) =>
    tasksOf(document.id).flatMap((task) => {
      const dues = duesOf(document, task);
      return dues.length > 0 ? [{ document, task, dues }] : [];
    }),
  );
}

/** Sorted once here, so that no digest need be. Tasks due on one day keep the order of their documents. */
function inOrderOfDue<One>(all: readonly One[], datesOf: (one: One) => readonly CalendarDate[]): readonly One[] {
  const dated = all.map((one) => ({ one, date: datesOf(one).reduce((first, date) => (date < first ? date : first)) }));
  dated.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
  return dated.map(({ one }) => one);
}

/** A date is reminded of from the year before it to the year after it, a period from its first day on; most dues are told apart by this alone. */
function mayRemind({ from, dueOn, until }: Due, first: CalendarDate, last: CalendarDate): boolean {
  const yearsOff = (date: CalendarDate): number => Number(dueOn.slice(0, 4)) - Number(date.slice(0, 4));
  if (until < first) return false;
  return from === undefined ? yearsOff(first) >= -1 && yearsOff(last) <= 1 : from <= last && first <= dueOn;
}

/** What a chat is told of on a day, of each due the latest: what is of that day or was missed and has not come due yet; and what is lost. */
export function settleMissed(reminders: readonly Reminder[], day: CalendarDate): { readonly useful: readonly Reminder[]; readonly lost: readonly Reminder[] } {
  const isUseful = ({ on, due }: Reminder): boolean => on === day || due.dueOn >= day;
  const latest = new Map([...reminders].sort((one, other) => one.on.localeCompare(other.on)).map((reminder) => [reminder.due, reminder]));
  return { useful: [...latest.values()].filter(isUseful), lost: [...latest.values()].filter((reminder) => !isUseful(reminder)) };
}
