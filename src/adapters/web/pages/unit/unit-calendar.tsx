import { monthsOf, yearsWithDues } from "../../../../app/duties/duty-calendar.ts";
import type { Duty } from "../../../../app/duties/find-duties.ts";
import type { CalendarDate } from "../../../../core/document/official-document.ts";
import { MonthIndex } from "../calendar/calendar-parts.tsx";
import { heading } from "../calendar/messages.zh.ts";
import { usualYear } from "../calendar/usual-year.ts";

interface CalendarProps {
  readonly unit: string;
  readonly duties: readonly Duty[];
  readonly today: CalendarDate;
}

/** How much is due of a unit in each month of the year that matters now; a month leads to the calendar. */
export function UnitCalendar({ unit, duties, today }: CalendarProps) {
  const years = yearsWithDues(duties);
  if (years.length === 0) return null;
  const year = usualYear(years, Number(today.slice(0, 4)));
  return (
    <section>
      <h2>{heading(unit, year)}</h2>
      <MonthIndex months={monthsOf(duties, year)} choice={{ unit, year }} only={undefined} isElsewhere />
    </section>
  );
}
