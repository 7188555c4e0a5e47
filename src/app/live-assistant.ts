import type { Assistant } from "./ask.ts";

/** The documents may change at any time; nobody is served much later for looking this often. */
const LOOK_EVERY_MS = 1000;

export interface LiveOptions {
  /** Tells at little cost whether the documents changed: another one for every change. */
  readonly stamp: () => string;
  /** Reads the documents as they are now. @returns who answers from them, ready to answer */
  readonly renew: () => Promise<Assistant>;
  readonly onRenewed: () => void;
  readonly onFailed: (error: unknown) => void;
  /** Milliseconds that only go up. */
  readonly clock: () => number;
}

/** An assistant that goes on with the new documents when they change. */
export interface LiveAssistant extends Assistant {
  /** Looks now, without waiting for a question. @returns when the documents that are there now are answered from, or could not be read */
  catchUp(): Promise<void>;
}

/**
 * Looks at every question, once a second at most, whether the documents changed. While the new ones are read, the old ones are answered from;
 * then all at once the new ones are. Where they cannot be read, the old ones stay until there is another change.
 * @param first who answers at the start
 * @param firstStamp the stamp of what they answer from, taken before it was read
 */
export function createLiveAssistant(first: Assistant, firstStamp: string, options: LiveOptions): LiveAssistant {
  let current = first;
  let seen = firstStamp;
  let lookedAt = options.clock();
  let renewing: Promise<void> | undefined;
  const renew = async (stamp: string): Promise<void> => {
    seen = stamp;
    try {
      current = await options.renew();
      options.onRenewed();
    } catch (error) {
      options.onFailed(error);
    } finally {
      renewing = undefined;
    }
  };
  const look = (): void => {
    lookedAt = options.clock();
    if (renewing !== undefined) return;
    const stamp = options.stamp();
    if (stamp !== seen) renewing = renew(stamp);
  };
  const now = (): Assistant => {
    if (options.clock() - lookedAt >= LOOK_EVERY_MS) look();
    return current;
  };
  return {
    ask: (question, state) => now().ask(question, state),
    explain: (question, state) => now().explain(question, state),
    inOtherYears: (question, state) => now().inOtherYears(question, state),
    findPlace: (words) => now().findPlace(words),
    findUnit: (words) => now().findUnit(words),
    corpus: () => now().corpus(),
    searchPassages: (words, limit) => now().searchPassages(words, limit),
    units: () => now().units(),
    documents: () => now().documents(),
    async catchUp() {
      // What changed after an unfinished reading began may not be in it.
      if (renewing !== undefined) await renewing;
      look();
      await renewing;
    },
  };
}
