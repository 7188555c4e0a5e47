/** This year where something is due in it, else the latest year before it, else the first. @param years earliest first */
export function usualYear(years: readonly number[], thisYear: number): number {
  return years.includes(thisYear) ? thisYear : (years.findLast((year) => year < thisYear) ?? years[0] ?? thisYear);
}
