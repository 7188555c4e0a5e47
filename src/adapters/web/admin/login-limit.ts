import { createLruCache } from "../../../app/lru-cache.ts";
import type { Client } from "../client.ts";
import { networkOf } from "../rate-limit.ts";

/** Slips of the finger that cost nothing. */
const FREE_FAILURES = 4;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 15 * 60_000;
/** After so long without a guess an address begins anew. */
const FORGIVEN_AFTER_MS = 24 * 60 * 60_000;
const MAX_ADDRESSES = 10_000;

/** Guesses of all addresses together: so many at once, and one more in so long. */
const BURST = 30;
const REFILL_MS = 15_000;

/** Holds guesses back: each address ever longer, and all together. Who asks on the machine itself is held back alone, so that others cannot lock them out. */
export interface LoginLimit {
  /** Counts a guess as wrong until it is right. @returns for how many seconds it must wait, and then does not count; undefined where it may be checked */
  begin(client: Client): number | undefined;
  /** The password was right. */
  succeed(client: Client): void;
}

/** @param clock epoch milliseconds */
export function createLoginLimit(clock: () => number): LoginLimit {
  const guesses = createLruCache<{ readonly failures: number; readonly lastMs: number }>({ maxEntries: MAX_ADDRESSES, maxSize: MAX_ADDRESSES });
  let tokens = BURST;
  let filledAtMs = clock();
  const take = (nowMs: number): number => {
    tokens = Math.min(BURST, tokens + Math.max(0, nowMs - filledAtMs) / REFILL_MS);
    filledAtMs = nowMs;
    if (tokens < 1) return (1 - tokens) * REFILL_MS;
    tokens -= 1;
    return 0;
  };
  return {
    begin(client) {
      const nowMs = clock();
      const key = keyOf(client);
      const known = guesses.get(key);
      const { failures, lastMs } = known !== undefined && nowMs - known.lastMs < FORGIVEN_AFTER_MS ? known : { failures: 0, lastMs: 0 };
      // A clock that was set back makes nobody wait for longer.
      const waitMs = Math.min(LONGEST_DELAY_MS, lastMs + delayMs(failures) - nowMs);
      const allMs = waitMs > 0 || client.isLocal ? 0 : take(nowMs);
      if (waitMs > 0 || allMs > 0) return Math.ceil(Math.max(waitMs, allMs) / 1000);
      guesses.set(key, { failures: failures + 1, lastMs: nowMs }, 1);
      return undefined;
    },
    succeed(client) {
      guesses.set(keyOf(client), { failures: 0, lastMs: clock() }, 1);
      if (!client.isLocal) tokens = Math.min(BURST, tokens + 1);
    },
  };
}

function keyOf({ address, isLocal }: Client): string {
  return isLocal ? "local" : networkOf(address);
}

function delayMs(failures: number): number {
  return failures <= FREE_FAILURES ? 0 : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - FREE_FAILURES - 1));
}
