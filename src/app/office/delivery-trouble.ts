import type { OutboxRow, SendResult } from "./outbox.ts";

const FIRST_DELAY_MS = 1000;
const MOST_DELAY_MS = 60 * 60_000;
/** No wait for a second attempt is longer, whatever a platform asks for. */
export const LONGEST_RETRY_MS = 24 * MOST_DELAY_MS;
/** So many failures in a row are the platform's and not a chat's. */
const PLATFORM_FAILURES = 3;
/** A platform that fails is tried with one message at least so often. */
const MOST_PLATFORM_DELAY_MS = 60_000;

/** What went wrong on a platform, and who has to wait for it. */
export interface DeliveryTrouble {
  /** How long nothing is sent to the chat; Infinity never comes, 0 is not at all. */
  delayMs(chat: string): number;
  /** Takes note of a result. @returns `failed` and `works` where the platform as a whole begins to fail and does not any more */
  note(chat: string, result: SendResult): "failed" | "works" | undefined;
}

/** @param nowMs of a time that passes evenly */
export function createDeliveryTrouble(nowMs: () => number): DeliveryTrouble {
  const chatWaits = new Map<string, number>();
  let platformWaits = 0;
  let failures = 0;
  return {
    delayMs(chat) {
      const delayMs = Math.max(platformWaits, chatWaits.get(chat) ?? 0) - nowMs();
      if (delayMs > 0) return delayMs;
      chatWaits.delete(chat);
      return 0;
    },
    note(chat, result) {
      if (result.kind !== "later") {
        const worked = failures >= PLATFORM_FAILURES;
        failures = 0;
        return worked ? "works" : undefined;
      }
      failures += 1;
      if (result.afterMs !== undefined) chatWaits.set(chat, nowMs() + result.afterMs);
      if (failures < PLATFORM_FAILURES) return undefined;
      const askedMs = result.afterMs ?? FIRST_DELAY_MS * 2 ** (failures - PLATFORM_FAILURES);
      platformWaits = nowMs() + Math.min(MOST_PLATFORM_DELAY_MS, askedMs);
      return failures === PLATFORM_FAILURES ? "failed" : undefined;
    },
  };
}

/** How long a row waits that was not accepted: as the platform asks, or longer with each attempt, and not all rows alike. @param random from 0 to below 1 */
export function retryDelayMs({ attempts }: Pick<OutboxRow, "attempts">, afterMs: number | undefined, random: number): number {
  if (afterMs !== undefined) return Math.min(LONGEST_RETRY_MS, afterMs);
  return Math.min(MOST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempts) * (0.75 + random / 2);
}
