import { createWorkingDays, type WorkingDays } from "../../core/reminders/working-days.ts";
import type { HolidayStore, HolidayTable } from "./ports.ts";

/** The working days as they are now: those that an administrator entered go before those that ship with the program. */
export async function loadWorkingDays(store: HolidayStore, table: HolidayTable | undefined): Promise<WorkingDays> {
  return createWorkingDays((year) => table?.daysOf(year), await store.holidays());
}
