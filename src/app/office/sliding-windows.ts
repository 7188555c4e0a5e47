/** At most so many messages within a time. */
export interface Limit {
  readonly messages: number;
  readonly withinMs: number;
}

/** When messages were sent, by chat or by any other key. */
export interface SlidingWindows {
  /** How long until one more is within the limit; 0: it is now. */
  delayMs(key: string, limit: Limit): number;
  add(key: string): void;
}

/**
 * @param nowMs of a time that passes evenly
 * @param longestMs of all limits that are asked for
 */
export function createWindows(nowMs: () => number, longestMs: number): SlidingWindows {
  const times = new Map<string, number[]>();
  return {
    delayMs(key: string, { messages, withinMs }: Limit): number {
      const limiting = times.get(key)?.at(-messages);
      return limiting === undefined ? 0 : Math.max(0, limiting + withinMs - nowMs());
    },
    add(key: string): void {
      const now = nowMs();
      const recent = (times.get(key) ?? []).filter((time) => time > now - longestMs);
      times.delete(key);
      times.set(key, [...recent, now]);
      // Keys stand in the order of their last time, so those that count no more come first.
      for (const [oldest, of] of times) {
        if ((of.at(-1) ?? 0) > now - longestMs) break;
        times.delete(oldest);
      }
    },
  };
}
