import { type Duty, findDuties } from "../../../../app/duties/find-duties.ts";
import { onceFor } from "../../../../app/once-for.ts";
import { lastDayOfMonth } from "../../../../core/document/calendar.ts";
import type { CalendarDate, DocumentId } from "../../../../core/document/official-document.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import * as say from "./messages.zh.ts";

/** A span of time that is often asked for. */
export interface QuickDates {
  readonly label: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * The halves and the whole of a year, and the quarter of today: of this year where something is due in it, else of the last year before in
 * which something is, so that none of them is sure to find nothing. None where nothing has a day.
 */
export function quickDates(corpus: Corpus, document: DocumentId | undefined, today: CalendarDate): readonly QuickDates[] {
  const years = document === undefined ? yearsOf(corpus) : yearsIn(findDuties(corpus, { document }));
  const thisYear = Number(today.slice(0, 4));
  const year = years.has(thisYear) ? thisYear : ([...years].filter((one) => one < thisYear).sort((a, b) => b - a)[0] ?? Math.min(...years));
  if (!Number.isFinite(year)) return [];
  return [
    ...(year === thisYear ? [{ label: say.THIS_QUARTER, ...quarterOf(today) }] : []),
    { label: say.firstHalf(year), from: `${year}-01-01`, to: `${year}-06-30` },
    { label: say.secondHalf(year), from: `${year}-07-01`, to: `${year}-12-31` },
    { label: say.endOfYear(year), from: `${year}-01-01`, to: `${year}-12-31` },
  ];
}

const yearsOf = onceFor((corpus: Corpus) => yearsIn(findDuties(corpus, {})));

function yearsIn(duties: readonly Duty[]): ReadonlySet<number> {
  return new Set(duties.flatMap(({ dues }) => dues.map(({ dueOn }) => Number(dueOn.slice(0, 4)))));
}

function quarterOf(today: CalendarDate): Pick<QuickDates, "from" | "to"> {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const first = month - ((month - 1) % 3);
  return { from: `${year}-${String(first).padStart(2, "0")}-01`, to: lastDayOfMonth(year, first + 2) ?? today };
}
