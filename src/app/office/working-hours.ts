import { dateInChina, minuteInChina } from "../date-in-china.ts";
import type { Office } from "./office.ts";
import { loadWorkingDays } from "./working-days.ts";

/** 8:30 to 17:30, in minutes after midnight. */
const WORK_FROM = 8 * 60 + 30;
const WORK_UNTIL = 17 * 60 + 30;

/** Whether people are at work at a time. @param timeMs epoch milliseconds */
export async function isWorkingTime({ stores, holidayTable }: Office, timeMs: number): Promise<boolean> {
  const minute = minuteInChina(timeMs);
  if (minute < WORK_FROM || minute >= WORK_UNTIL) return false;
  return (await loadWorkingDays(stores, holidayTable)).isWorkingDay(dateInChina(timeMs));
}
