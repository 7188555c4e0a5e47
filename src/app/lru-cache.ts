/** Keeps values for as long as there is room, those used last. */
export interface LruCache<Value> {
  get(key: string): Value | undefined;
  /** @param size of key and value together, in the unit of `maxSize`; a value larger than that is not kept */
  set(key: string, value: Value, size: number): void;
}

/** @param limits how many values, and of what size altogether */
export function createLruCache<Value>(limits: { readonly maxEntries: number; readonly maxSize: number }): LruCache<Value> {
  // A map keeps the order in which keys were set: the first is the one that was used longest ago.
  const entries = new Map<string, { readonly value: Value; readonly size: number }>();
  let total = 0;
  const remove = (key: string): void => {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, size) {
      remove(key);
      if (size > limits.maxSize) return;
      entries.set(key, { value, size });
      total += size;
      for (const oldest of entries.keys()) {
        if (entries.size <= limits.maxEntries && total <= limits.maxSize) break;
        remove(oldest);
      }
    },
  };
}
