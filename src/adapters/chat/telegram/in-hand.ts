import { pause } from "./pause.ts";

/** Counts what is being answered, so that stopping can wait for it. */
export interface InHand {
  track<T>(work: Promise<T>): Promise<T>;
  /** Waits until nothing is in hand. @returns how much was left when the time was over */
  settled(withinMs: number): Promise<number>;
}

export function createInHand(): InHand {
  const works = new Set<Promise<unknown>>();
  return {
    track(work) {
      const end = (): void => {
        works.delete(work);
      };
      works.add(work);
      work.then(end, end);
      return work;
    },
    async settled(withinMs) {
      const stop = new AbortController();
      const timeIsOver = pause(withinMs, stop.signal).then(() => stop.abort());
      while (works.size > 0 && !stop.signal.aborted) await Promise.race([Promise.allSettled(works), timeIsOver]);
      stop.abort();
      return works.size;
    },
  };
}
