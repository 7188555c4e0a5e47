import { addDays, type CalendarDate, weekdayOf } from "../document/index.ts";

/** A day that is free or worked against the week (节假日、调休). */
export interface SpecialDay {
  readonly date: CalendarDate;
  readonly kind: "holiday" | "workday";
  readonly name: string;
}

/** Tells working days (工作日) from free ones. Where a year's arrangement is not known, Monday to Friday are worked. */
export interface WorkingDays {
  isWorkingDay(date: CalendarDate): boolean;
  /** The date itself where it is worked, else the next working day. */
  onOrAfter(date: CalendarDate): CalendarDate;
  /** The date itself where it is worked, else the last working day before it. */
  onOrBefore(date: CalendarDate): CalendarDate;
  /** The working day so many working days later, or earlier where the count is negative. */
  shift(date: CalendarDate, count: number): CalendarDate;
  /** How many working days follow `after`, up to and with `upTo`; 0 where there are none. */
  countBetween(after: CalendarDate, upTo: CalendarDate): number;
  /** Whether the year's arrangement of holidays is known. */
  covers(year: number): boolean;
}

/** 元旦1 春节3 清明1 劳动节1 端午1 中秋1 国庆3: no year has had fewer since 2008, so a table with fewer is not whole. */
const LEAST_HOLIDAYS_A_YEAR = 11;

/**
 * @param shipped the days of a year that ship with the program; undefined for a year that it lacks
 * @param own the days that an administrator entered, which go before
 */
export function createWorkingDays(shipped: (year: number) => readonly SpecialDay[] | undefined, own: readonly SpecialDay[]): WorkingDays {
  const entered = new Map(own.map((day) => [day.date, day.kind]));
  const years = new Map<string, ReadonlyMap<CalendarDate, SpecialDay["kind"]>>();
  const daysOf = (year: string) => remember(years, year, () => new Map((shipped(Number(year)) ?? []).map(({ date, kind }) => [date, kind])));
  const known = new Map<CalendarDate, boolean>();
  const isWorkingDay = (date: CalendarDate): boolean =>
    remember(known, date, () => {
      const special = entered.get(date) ?? daysOf(date.slice(0, 4)).get(date);
      return special === undefined ? weekdayOf(date) % 6 !== 0 : special === "workday";
    });
  const next = (date: CalendarDate, step: 1 | -1): CalendarDate => {
    let at = date;
    do at = neighbour(at, step);
    while (!isWorkingDay(at) && !isLastKnown(at, step));
    return at;
  };
  const shifted = new Map<string, CalendarDate>();
  const counted = new Map<string, number>();
  return {
    isWorkingDay,
    onOrAfter: (date) => (isWorkingDay(date) ? date : next(date, 1)),
    onOrBefore: (date) => (isWorkingDay(date) ? date : next(date, -1)),
    shift: (date, count) =>
      remember(shifted, `${date}${count}`, () => {
        let at = date;
        for (let left = Math.abs(count); left > 0; left -= 1) at = next(at, count > 0 ? 1 : -1);
        return at;
      }),
    countBetween: (after, upTo) =>
      remember(counted, `${after}${upTo}`, () => {
        let count = 0;
        for (let at = next(after, 1); at <= upTo && !isLastKnown(at, 1); at = next(at, 1)) count += 1;
        return count;
      }),
    covers: (year) =>
      shipped(year) !== undefined || own.filter(({ date, kind }) => kind === "holiday" && date.startsWith(`${year}-`)).length >= LEAST_HOLIDAYS_A_YEAR,
  };
}

/** The day after or before; at the ends of the calendar the date itself. */
function neighbour(date: CalendarDate, step: 1 | -1): CalendarDate {
  return addDays(date, step) ?? date;
}

function isLastKnown(date: CalendarDate, step: 1 | -1): boolean {
  return neighbour(date, step) === date;
}

function remember<Key, Value>(values: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = make();
  values.set(key, made);
  return made;
}
