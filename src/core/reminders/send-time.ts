import type { QuietHours } from "./subscription.ts";

/** Minutes after midnight in China. */
const EARLIEST = 8 * 60 + 30;
const LATEST = 17 * 60 + 20;
/** Not at a full or half hour, when everybody's robots write. */
const USUAL = 8 * 60 + 40;

/**
 * When on a working day a digest is sent: 08:40, or as soon after as the time that it is and the chat's quiet hours let, until 17:20.
 * @param now minutes after midnight; may be before 08:30
 * @returns minutes after midnight; undefined where the day has no time left for it
 */
export function sendMinute(now: number, quiet: QuietHours | undefined): number | undefined {
  let at = Math.max(now, USUAL);
  if (quiet && isQuiet(at, quiet)) at = quiet.to > at ? quiet.to : Number.POSITIVE_INFINITY;
  return at <= LATEST ? at : undefined;
}

/** Whether the reminders of a day may be planned: neither so early that much may still change nor too late to be sent. */
export function isPlanningTime(minute: number): boolean {
  return EARLIEST <= minute && minute <= LATEST;
}

/** The end of the time in which digests are sent, in minutes after midnight. */
export const END_OF_SENDING = LATEST;

/** Whether the minute after midnight is within quiet hours. */
export function isQuiet(minute: number, { from, to }: QuietHours): boolean {
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to;
}
