import arrangements from "chinese-days/dist/chinese-days.json" with { type: "json" };
import type { HolidayRecord, HolidayTable } from "../../app/office/ports.ts";

/**
 * The State Council's arrangements that come with chinese-days. Its data is read, not its functions: those take a year that they lack for one
 * without holidays, and count dates in the machine's time zone.
 */
export function createHolidayTable(): HolidayTable {
  const years = new Map<string, HolidayRecord[]>();
  const take = (days: Readonly<Record<string, string>>, kind: HolidayRecord["kind"]): void => {
    for (const [date, names] of Object.entries(days)) {
      const year = years.get(date.slice(0, 4)) ?? [];
      years.set(date.slice(0, 4), [...year, { date, kind, name: names.split(",")[1] ?? names }]);
    }
  };
  take(arrangements.holidays, "holiday");
  take(arrangements.workdays, "workday");
  return { daysOf: (year) => years.get(String(year)) };
}
