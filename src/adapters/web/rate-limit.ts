import { isIP } from "node:net";
import { createLruCache } from "../../app/lru-cache.ts";
import type { Client } from "./client.ts";
import { WebFault } from "./fault.ts";
import type { Site, WebContext } from "./feature.ts";
import { tooMany } from "./messages.zh.ts";

/** An office asks from one address, and a person reads what was answered. */
const BURST = 120;
const PER_SECOND = 4;
/** Addresses remembered. */
const MAX_ADDRESSES = 10_000;

/**
 * Takes a token from the address's bucket. Who asks on this very machine is not held back.
 * @returns how many seconds to wait where there is none; undefined where it may go on
 */
type RateLimit = (client: Client) => number | undefined;

function createRateLimit(clock: () => number): RateLimit {
  const buckets = createLruCache<{ tokens: number; filledAtMs: number }>({ maxEntries: MAX_ADDRESSES, maxSize: MAX_ADDRESSES });
  return ({ address, isLocal }) => {
    if (isLocal) return undefined;
    const key = networkOf(address);
    const now = clock();
    const { tokens, filledAtMs } = buckets.get(key) ?? { tokens: BURST, filledAtMs: now };
    const filled = Math.min(BURST, tokens + (Math.max(0, now - filledAtMs) / 1000) * PER_SECOND);
    buckets.set(key, { tokens: filled >= 1 ? filled - 1 : filled, filledAtMs: now }, 1);
    return filled >= 1 ? undefined : Math.ceil((1 - filled) / PER_SECOND);
  };
}

/** For routes that cost something: refuses an address that asks too much. @throws {WebFault} 429 */
export function holdBack({ clock }: Pick<Site, "clock">): (c: WebContext, next: () => Promise<void>) => Promise<void> {
  const limit = createRateLimit(clock);
  return async (c, next) => {
    const seconds = limit(c.get("client"));
    if (seconds !== undefined) throw new WebFault(429, tooMany(seconds), { "retry-after": String(seconds) });
    await next();
  };
}

/** One house has a whole /64 of IPv6. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter((group) => group !== "").length;
  return [...groups, ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...(tail?.split(":") ?? [])].slice(0, 4).join(":");
}
