import type { Kysely, Transaction } from "kysely";
import type { StoreTables } from "./schema.ts";
import { isCollision, isSharedFailure } from "./store-errors.ts";

/** How often work of a group is done again because another program was in its way. */
const MAX_COLLISIONS = 10;

/** Statements that belong together. They may be run again, so they must come to the same. */
export type StoreWork<T> = (transaction: Transaction<StoreTables>) => Promise<T>;

/** Does work on the store. @throws {AppError} `store_failed` */
export type InStore = <T>(work: StoreWork<T>) => Promise<T>;

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
 */
export function createGroupCommit(db: Kysely<StoreTables>): GroupCommit {
  let waiting: QueuedWork[] = [];
  let inHand: Promise<void> | undefined;

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) {
      await endOfTurn();
      const group = waiting;
      waiting = [];
      await commitGroup(group);
    }
    inHand = undefined;
  }

  /** Once another program was in the way, work is done one by one: what holds one row at a time can hold nobody up for ever. */
  async function commitGroup(group: readonly QueuedWork[]): Promise<void> {
    let left = group;
    for (let collisions = 0; left.length > 0; ) {
      const together = collisions === 0 ? left : left.slice(0, 1);
      const again = await commit(together, collisions < MAX_COLLISIONS);
      if (again.length === together.length) collisions += 1;
      left = [...again, ...left.slice(together.length)];
    }
  }

  /** @returns what must be done again: all of it where another program was in the way and `mayTryAgain` */
  async function commit(group: readonly QueuedWork[], mayTryAgain: boolean): Promise<readonly QueuedWork[]> {
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
      if (mayTryAgain && isCollision(error)) return group;
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
