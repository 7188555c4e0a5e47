import type { CalendarDate } from "../core/document/official-document.ts";

/** China has one time, eight hours ahead of UTC all the year (Asia/Shanghai). */
const AHEAD_MS = 8 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The calendar date in China at a time. @param nowMs epoch milliseconds */
export function dateInChina(nowMs: number): CalendarDate {
  return new Date(nowMs + AHEAD_MS).toISOString().slice(0, 10);
}

/** Date and time of day in China, to the second: 2026-11-01 09:30:00. @param timeMs epoch milliseconds */
export function timeInChina(timeMs: number): string {
  return new Date(timeMs + AHEAD_MS).toISOString().slice(0, 19).replace("T", " ");
}

/** Minutes after midnight in China. @param nowMs epoch milliseconds */
export function minuteInChina(nowMs: number): number {
  return Math.floor(((nowMs + AHEAD_MS) % DAY_MS) / MINUTE_MS);
}

/** The time at which it is so many minutes after midnight of a date in China, in epoch milliseconds. */
export function momentInChina(date: CalendarDate, minute: number): number {
  return Date.parse(`${date}T00:00:00Z`) - AHEAD_MS + minute * MINUTE_MS;
}
