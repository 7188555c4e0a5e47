import type { Kysely, Transaction } from "kysely";
import type { StoreTables } from "./schema.ts";

/** Statements that belong together. They may be run again, so they must come to the same. */
export type StoreWork<T> = (transaction: Transaction<StoreTables>) => Promise<T>;

/** All work on the store, one group after another. */
export interface GroupCommit {
  /** Does the work. Settles when what it wrote is on the disk. */
  run<T>(work: StoreWork<T>): Promise<T>;
  /** Waits until nothing is in hand. */
  settled(): Promise<void>;
}

interface QueuedWork {
  /** @returns what tells its caller the result */
  readonly run: StoreWork<() => void>;
  readonly reject: (error: unknown) => void;
}

/**
 * Does work in transactions that it shares: what is asked for in one turn of the event loop, or while a commit is under
 * way, is committed together, so that a hundred updates wait for the disk once. Within a group each work sees what those
 * before it wrote. One that fails is taken out and the others are done again, so it fails alone.
 * @param isSharedFailure whether an error of one work would be that of every other too
 */
export function createGroupCommit(db: Kysely<StoreTables>, isSharedFailure: (error: unknown) => boolean): GroupCommit {
  let waiting: QueuedWork[] = [];
  let inHand: Promise<void> | undefined;

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) {
      await endOfTurn();
      let group: readonly QueuedWork[] = waiting;
      waiting = [];
      while (group.length > 0) group = await commit(group);
    }
    inHand = undefined;
  }

  /** @returns what must be done again */
  async function commit(group: readonly QueuedWork[]): Promise<readonly QueuedWork[]> {
    let current: QueuedWork | undefined;
    try {
      const tellings = await db.transaction().execute(async (transaction) => {
        const done: (() => void)[] = [];
        for (current of group) done.push(await current.run(transaction));
        current = undefined;
        return done;
      });
      for (const tell of tellings) tell();
      return [];
    } catch (error) {
      const failed = current && !isSharedFailure(error) ? [current] : group;
      for (const { reject } of failed) reject(error);
      return group.filter((work) => !failed.includes(work));
    }
  }

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({
          run: async (transaction) => {
            const result = await work(transaction);
            return () => resolve(result);
          },
          reject,
        });
        inHand ??= commitAll();
      }),
    async settled() {
      while (inHand !== undefined) await inHand;
    },
  };
}

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
