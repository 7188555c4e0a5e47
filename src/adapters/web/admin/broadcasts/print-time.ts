import { timeInChina } from "../../../../app/date-in-china.ts";

/** 2026-11-25 09:00 */
export function printTime(timeMs: number): string {
  return timeInChina(timeMs).slice(0, 16);
}
