import type { CalendarDate } from "../../core/document/official-document.ts";
import type { Due } from "../../core/reminders/dues.ts";
import type { Duty } from "./find-duties.ts";

/** Something that is due on a day, of a duty. */
export interface DueEntry {
  readonly duty: Duty;
  readonly due: Due;
}

export interface DueDay {
  readonly date: CalendarDate;
  /** In the order of the duties. */
  readonly entries: readonly DueEntry[];
}

/** A month of a year; one without anything due has no days. */
export interface DueMonth {
  /** From 1. */
  readonly month: number;
  readonly count: number;
  readonly days: readonly DueDay[];
}

/** The years in which something of the duties is due, earliest first. */
export function yearsWithDues(duties: readonly Duty[]): readonly number[] {
  const years = new Set(duties.flatMap(({ dues }) => dues.map(({ dueOn }) => Number(dueOn.slice(0, 4)))));
  return [...years].sort((one, other) => one - other);
}

/** What is due in a year, its twelve months in order. */
export function monthsOf(duties: readonly Duty[], year: number): readonly DueMonth[] {
  const byDate = new Map<CalendarDate, DueEntry[]>();
  for (const duty of duties) {
    for (const due of duty.dues) {
      if (Number(due.dueOn.slice(0, 4)) !== year) continue;
      const found = byDate.get(due.dueOn);
      if (found) found.push({ duty, due });
      else byDate.set(due.dueOn, [{ duty, due }]);
    }
  }
  const days = [...byDate].map(([date, entries]): DueDay => ({ date, entries })).sort((one, other) => one.date.localeCompare(other.date));
  return Array.from({ length: 12 }, (_, index) => {
    const within = days.filter(({ date }) => Number(date.slice(5, 7)) === index + 1);
    return { month: index + 1, count: within.reduce((sum, { entries }) => sum + entries.length, 0), days: within };
  });
}
