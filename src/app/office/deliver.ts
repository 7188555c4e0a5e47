import { randomUUID } from "node:crypto";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";
import { runDeliveryLane } from "./delivery-lane.ts";
import type { DeliveryLock } from "./outbox.ts";
import { createWaiting } from "./waiting.ts";

/** Delivery that is running. */
export interface Delivery {
  /** Rows were added, or may be sent again. */
  wake(): void;
  /** Begins no more message, records what is being sent, and ends within 4 s. */
  stop(): Promise<void>;
}

/** How often it is tried to deliver in the place of another process. */
const LOCK_AGAIN_MS = 2000;
/** What is being sent at a stop is broken off after this; the rest of 4 s is for recording it. */
const FINISH_WITHIN_MS = 3000;

/**
 * Sends what is in the outbox until it is stopped, as long as no other process does. Each platform has a lane of its own, with one message at a
 * time: its row is leased right before the call and its result recorded before the next begins. So a crash leaves one message a platform of
 * which nobody knows whether it was accepted; that one is sent again and marked `maybeTwice`.
 */
export function startDelivery(dependencies: DeliveryDependencies): Delivery {
  const { stores, senders, time, report } = dependencies;
  const stopping = new AbortController();
  const breakOff = new AbortController();
  const waiting = createWaiting(time, stopping.signal);

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const lock = await waiting.persist(() => stores.lockDelivery(), tellStore);
      if (lock) await deliverUnder(lock);
      else await waiting.pause(LOCK_AGAIN_MS);
    }
  }

  async function deliverUnder(lock: DeliveryLock): Promise<void> {
    // A name of its own for each time, so that what was left behind before, by whomever, is told from what is sent now.
    const worker = randomUUID();
    const ended = AbortSignal.any([stopping.signal, lock.lost]);
    try {
      const count = await waiting.persist(() => stores.returnLeases(worker), tellStore, ended);
      if (count) report({ kind: "leases_returned", count });
      await Promise.all(senders.map((sender) => runDeliveryLane({ dependencies, sender, worker, waiting, tellStore }, ended, breakOff.signal)));
    } finally {
      await lock.release().catch(() => undefined);
    }
  }

  let storeFails = false;
  function tellStore(failure: string | undefined): void {
    if (failure !== undefined && !storeFails) report({ kind: "store_failed", platform: undefined, failure });
    if (failure === undefined && storeFails) report({ kind: "store_works", platform: undefined });
    storeFails = failure !== undefined;
  }

  const finished = run();
  return {
    wake: () => waiting.wake(),
    async stop() {
      stopping.abort();
      const timer = setTimeout(() => breakOff.abort(), FINISH_WITHIN_MS);
      await finished;
      clearTimeout(timer);
    },
  };
}
