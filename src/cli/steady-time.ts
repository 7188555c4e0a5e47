import { setTimeout as wait } from "node:timers/promises";
import type { SteadyTime } from "../app/office/waiting.ts";

/** Time since the start of the process. A timer takes 24 days at most; nobody waits for as long. */
export const steadyTime: SteadyTime = {
  nowMs: () => performance.now(),
  pause: (durationMs, signal) => wait(durationMs, undefined, { signal }).catch(() => undefined),
};
