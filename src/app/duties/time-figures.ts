import { type CalendarDate, type DocumentId, lastDayOfMonth } from "../../core/document/index.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import { type Duty, findDuties } from "./find-duties.ts";

/** What is due in one month. */
export interface MonthFigure {
  /** First day. */
  readonly from: CalendarDate;
  /** Last day. */
  readonly to: CalendarDate;
  /** Deadlines by a date. */
  readonly dated: number;
  /** Ends of periods: 每月, 每季度, 每半年, 每年. */
  readonly recurring: number;
  /** Tasks that any of these is of. */
  readonly tasks: number;
}

/** When the tasks of a document are due in a year, and how many are not. Counted, not printed. */
export interface TimeFigures {
  readonly year: number;
  /** Twelve, or none where nothing is due in any year. */
  readonly months: readonly MonthFigure[];
  /** Every year in which something is due, with its tasks. */
  readonly years: readonly { readonly year: number; readonly tasks: number }[];
  /** All tasks: those of the year, those due in other years alone, and those that nothing is due of. */
  readonly tasks: number;
  readonly inYear: number;
  readonly inOtherYears: number;
  readonly undated: number;
}

/** What is counted. */
export interface TimeScope {
  readonly document: DocumentId;
  /** Tasks that name it alone. */
  readonly unit?: string | undefined;
  /** Where nothing is due in it, or where it is not given: the document's own year, else the first in which something is due. */
  readonly year?: number | undefined;
}

export function timeFigures(corpus: Corpus, { document, unit, year: asked }: TimeScope): TimeFigures {
  const duties = findDuties(corpus, { document, units: unit === undefined ? [] : [unit] });
  const years = [...new Set(duties.flatMap(yearsOf))].sort((a, b) => a - b).map((year) => ({ year, tasks: dueIn(duties, String(year)).length }));
  const own = corpus.document(document)?.year;
  const isThere = (wanted: number | undefined): wanted is number => years.some(({ year }) => year === wanted);
  const year = [asked, own, years[0]?.year].find(isThere) ?? asked ?? own ?? 0;
  const undated = duties.filter(({ dues }) => dues.length === 0).length;
  const inYear = dueIn(duties, String(year)).length;
  return {
    year,
    months: years.length === 0 ? [] : Array.from({ length: 12 }, (_, index) => monthFigure(duties, year, index + 1)),
    years,
    tasks: duties.length,
    inYear,
    inOtherYears: duties.length - undated - inYear,
    undated,
  };
}

function monthFigure(duties: readonly Duty[], year: number, month: number): MonthFigure {
  const prefix = `${year}-${String(month).padStart(2, "0")}`;
  const dues = duties.flatMap((duty) => duty.dues.filter(({ dueOn }) => dueOn.startsWith(prefix)));
  const dated = dues.filter(({ rhythm }) => rhythm === "once").length;
  const to = lastDayOfMonth(year, month) ?? `${prefix}-31`;
  return { from: `${prefix}-01`, to, dated, recurring: dues.length - dated, tasks: dueIn(duties, prefix).length };
}

/** @param prefix of a date: 2020, 2020-09 */
function dueIn(duties: readonly Duty[], prefix: string): readonly Duty[] {
  return duties.filter(({ dues }) => dues.some(({ dueOn }) => dueOn.startsWith(prefix)));
}

function yearsOf({ dues }: Duty): readonly number[] {
  return dues.map(({ dueOn }) => Number(dueOn.slice(0, 4)));
}
