import { isQuiet } from "../../core/reminders/send-time.ts";
import type { QuietHours } from "../../core/reminders/subscription.ts";
import { minuteInChina } from "../date-in-china.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** The time itself, or the end of the quiet hours that it falls into. @param timeMs epoch milliseconds */
export function outsideQuietHours(timeMs: number, quiet: QuietHours | undefined): number {
  const minute = minuteInChina(timeMs);
  if (quiet === undefined || !isQuiet(minute, quiet)) return timeMs;
  return timeMs - (timeMs % MINUTE_MS) + ((quiet.to - minute + DAY_MINUTES) % DAY_MINUTES) * MINUTE_MS;
}
