import type { CalendarDate } from "../core/document/official-document.ts";

/** China has one time, eight hours ahead of UTC all the year (Asia/Shanghai). */
const AHEAD_MS = 8 * 60 * 60 * 1000;

/** The calendar date in China at a time. @param nowMs epoch milliseconds */
export function dateInChina(nowMs: number): CalendarDate {
  return new Date(nowMs + AHEAD_MS).toISOString().slice(0, 10);
}
