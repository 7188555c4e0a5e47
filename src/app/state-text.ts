import { createLruCache } from "./lru-cache.ts";

/** What was written once is kept for as long as the state is: states are never changed. */
const texts = new WeakMap<object, string>();

/** The state of a conversation as JSON, on one line; `null` where there is none. States with the same text are the same. */
export function textOfState(state: unknown): string {
  if (typeof state !== "object" || state === null) return JSON.stringify(state ?? null);
  const text = texts.get(state) ?? JSON.stringify(state);
  texts.set(state, text);
  return text;
}

const MAX_STATES = 500;
const MAX_CHARACTERS = 2_000_000;

/** Gives every state a short key. States with the same key have the same text; the other way round mostly. */
export function createStateKeys(): (state: unknown) => string {
  const keys = new WeakMap<object, string>();
  const known = createLruCache<string>({ maxEntries: MAX_STATES, maxSize: MAX_CHARACTERS });
  let count = 0;
  const keyOfText = (text: string): string => {
    const key = known.get(text) ?? `#${++count}`;
    known.set(text, key, text.length);
    return key;
  };
  return (state) => {
    if (typeof state !== "object" || state === null) return textOfState(state);
    const key = keys.get(state) ?? keyOfText(textOfState(state));
    keys.set(state, key);
    return key;
  };
}

/** Reads the text of a state. @returns undefined for what is no JSON */
export type StateReader = (text: string) => { readonly state: unknown } | undefined;

/** Gives the same object for the same text, while it remembers it: what was made of a state is then found again by it. */
export function createStateReader(): StateReader {
  const states = createLruCache<{ readonly state: unknown }>({ maxEntries: MAX_STATES, maxSize: MAX_CHARACTERS });
  return (text) => {
    const known = states.get(text);
    if (known !== undefined) return known;
    try {
      const state: unknown = JSON.parse(text);
      if (typeof state === "object" && state !== null) texts.set(state, text);
      const read = { state };
      states.set(text, read, text.length);
      return read;
    } catch {
      return undefined;
    }
  };
}
