import { AppError } from "../../errors.ts";

/** Time that passes evenly, whatever is done to the clock. */
export interface SteadyTime {
  /** Milliseconds since any moment. */
  nowMs(): number;
  /** Ends early, without an error, when the signal is aborted. */
  pause(durationMs: number, signal: AbortSignal): Promise<void>;
}

/** How delivery waits: for a time, for more to do, for the store. */
export interface Waiting {
  /** Ends early at a stop. */
  pause(durationMs: number): Promise<void>;
  /** How often it was woken so far. */
  wakes(): number;
  /** Ends early at a stop, or as soon as it was woken more often than `wakes`. */
  rest(durationMs: number, wakes: number): Promise<void>;
  wake(): void;
  /**
   * Does work on the store, at least once, and again and again while the store fails, until the signal.
   * @param tell is told each failure, and undefined when it works
   * @returns undefined where the signal came first
   */
  persist<T>(work: () => Promise<T>, tell: (failure: string | undefined) => void, until?: AbortSignal): Promise<T | undefined>;
}

const STORE_AGAIN_MS = 500;
const STORE_AGAIN_MOST_MS = 10_000;

export function createWaiting(time: SteadyTime, stop: AbortSignal): Waiting {
  let wakes = 0;
  let bell = new AbortController();
  return {
    pause: (durationMs) => time.pause(durationMs, stop),
    wakes: () => wakes,
    rest: async (durationMs, since) => {
      if (since === wakes) await time.pause(durationMs, AbortSignal.any([stop, bell.signal]));
    },
    wake() {
      wakes += 1;
      bell.abort();
      bell = new AbortController();
    },
    async persist(work, tell, until = stop) {
      for (let againMs = STORE_AGAIN_MS; ; againMs = Math.min(STORE_AGAIN_MOST_MS, againMs * 2)) {
        try {
          const result = await work();
          tell(undefined);
          return result;
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          tell(error.message);
          if (until.aborted) return undefined;
          await time.pause(againMs, until);
        }
      }
    },
  };
}
