import { type Delivery, startDelivery } from "./deliver.ts";
import type { DeliveryDependencies, DeliveryEvent } from "./delivery-dependencies.ts";
import { LONGEST_RETRY_MS } from "./delivery-trouble.ts";
import { createWaiting } from "./waiting.ts";

/** What is told of the office's own work; no event holds a chat or words of a notice. */
export type OfficeEvent =
  | DeliveryEvent
  | { readonly kind: "missed"; readonly count: number }
  | { readonly kind: "clock_jumped" | "plan_failed"; readonly failure: string };

export interface OfficeLoopDependencies extends Omit<DeliveryDependencies, "report"> {
  /** Puts what is due by now into the outbox; the same is never put in twice. */
  readonly plan: (nowMs: number) => Promise<unknown>;
  readonly report: (event: OfficeEvent) => void;
}

const EVERY_MS = 60_000;
/** A clock that went so much faster or slower than time was set. */
const JUMP_MS = 30_000;
/** After that nothing is planned or given up for this long: it may be set back. */
const STEADY_AFTER_MS = 10 * 60_000;

/** Does what the office does by itself until it is stopped: once a minute it plans and gives up what is too old; all the time it delivers. */
export function startOfficeLoop({ plan, report, ...delivering }: OfficeLoopDependencies): Delivery {
  const { stores, clock, time } = delivering;
  const stopping = new AbortController();
  const waiting = createWaiting(time, stopping.signal);
  const delivery = startDelivery({ ...delivering, report });

  async function run(): Promise<void> {
    const isSteady = watchClock(clock, () => time.nowMs(), report);
    while (!stopping.signal.aborted) {
      if (isSteady()) await doDue(clock());
      await waiting.pause(EVERY_MS);
    }
  }

  async function doDue(nowMs: number): Promise<void> {
    try {
      await plan(nowMs);
      const count = await stores.expire(nowMs, nowMs + LONGEST_RETRY_MS);
      if (count > 0) report({ kind: "missed", count });
      delivery.wake();
    } catch (error) {
      report({ kind: "plan_failed", failure: error instanceof Error ? error.message : String(error) });
    }
  }

  const finished = run();
  return {
    wake: () => delivery.wake(),
    async stop() {
      stopping.abort();
      await Promise.all([finished, delivery.stop()]);
    },
  };
}

/** @returns tells, each time it is asked, whether the clock can be believed */
function watchClock(clock: () => number, steadyMs: () => number, report: (event: OfficeEvent) => void): () => boolean {
  let last = { clockMs: clock(), timeMs: steadyMs() };
  let steadyFromMs = Number.NEGATIVE_INFINITY;
  return () => {
    const now = { clockMs: clock(), timeMs: steadyMs() };
    const jumpMs = now.clockMs - last.clockMs - (now.timeMs - last.timeMs);
    last = now;
    if (Math.abs(jumpMs) > JUMP_MS) {
      steadyFromMs = now.timeMs + STEADY_AFTER_MS;
      report({ kind: "clock_jumped", failure: `${Math.round(jumpMs / 1000)} s` });
    }
    return now.timeMs >= steadyFromMs;
  };
}
