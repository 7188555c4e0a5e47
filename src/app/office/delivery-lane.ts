import type { DeliveryDependencies } from "./delivery-dependencies.ts";
import { createDeliveryTrouble, retryDelayMs } from "./delivery-trouble.ts";
import type { NoticeSender, OutboxRow, SendResult } from "./outbox.ts";
import type { Waiting } from "./waiting.ts";

/** Rows that are looked at together, each of another chat. */
const CANDIDATES = 200;
/** Where every one of them has to wait for longer, it is looked for others. */
const LOOK_AGAIN_ABOVE_MS = 1000;
/** Rows that another process put in are seen after at most this. */
const LOOK_AGAIN_MS = 30_000;

/** What a lane works with. */
export interface Lane {
  readonly dependencies: DeliveryDependencies;
  readonly sender: NoticeSender;
  readonly worker: string;
  readonly waiting: Waiting;
  /** Is told each failure of the store, and undefined when it works. */
  readonly tellStore: (failure: string | undefined) => void;
}

/** A row that was handed over, which is not yet recorded. */
interface Outcome {
  readonly row: OutboxRow;
  readonly result: SendResult;
}

/**
 * Sends the rows of one platform, one at a time, each when nothing holds its chat back.
 * @param ended begins no more message
 * @param breakOff waits no longer for the platform and the store
 */
export async function runDeliveryLane({ dependencies, sender, worker, waiting, tellStore }: Lane, ended: AbortSignal, breakOff: AbortSignal): Promise<void> {
  const { stores, clock, time, random, report } = dependencies;
  const { platform } = sender;
  const trouble = createDeliveryTrouble(() => time.nowMs());
  let candidates: readonly OutboxRow[] = [];
  let outcome: Outcome | undefined;
  for (;;) {
    const row = ended.aborted ? undefined : takeReady();
    // Asked for at once, so that both are one commit.
    const [isLeased] = await Promise.all([row && lease(row), outcome && record(outcome)]);
    outcome = row && isLeased ? { row, result: await send(row) } : undefined;
    if (outcome) continue;
    if (ended.aborted) return;
    if (!row) await waitForMore();
  }

  function delayMs({ chat }: OutboxRow): number {
    return Math.max(trouble.delayMs(chat), sender.delayMs?.(chat) ?? 0);
  }

  function takeReady(): OutboxRow | undefined {
    const ready = candidates.find((row) => delayMs(row) <= 0);
    if (ready) candidates = candidates.filter((row) => row !== ready);
    return ready;
  }

  async function waitForMore(): Promise<void> {
    const wakes = waiting.wakes();
    let waitMs = Math.min(...candidates.map(delayMs));
    if (waitMs > LOOK_AGAIN_ABOVE_MS) {
      candidates = (await waiting.persist(() => stores.dueRows(platform, clock(), CANDIDATES), tellStore, ended)) ?? [];
      waitMs = Math.min(...candidates.map(delayMs), await untilNextDueMs());
    }
    if (waitMs > 0) await waiting.rest(Math.min(waitMs, LOOK_AGAIN_MS), wakes);
  }

  async function untilNextDueMs(): Promise<number> {
    const nowMs = clock();
    const nextMs = await waiting.persist(() => stores.nextDueMs(platform, nowMs), tellStore, ended);
    return nextMs === undefined ? LOOK_AGAIN_MS : nextMs - nowMs;
  }

  function lease(row: OutboxRow): Promise<boolean | undefined> {
    return waiting.persist(() => stores.lease(worker, row), tellStore, ended);
  }

  async function send(row: OutboxRow): Promise<SendResult> {
    const result = await sender.send(row.chat, row.notice, breakOff, row.id);
    const change = trouble.note(row.chat, result);
    if (change === "failed" && result.kind === "later") report({ kind: "platform_failed", platform, failure: result.failure });
    if (change === "works") report({ kind: "platform_works", platform });
    return result;
  }

  async function record({ row, result }: Outcome): Promise<void> {
    await waiting.persist(() => recordIn(row, result), tellStore, breakOff);
    if (result.kind === "refused") report({ kind: "parked", platform, failure: result.failure });
  }

  /** May be done again after a failure. */
  async function recordIn({ id, chat, attempts }: OutboxRow, result: SendResult): Promise<void> {
    switch (result.kind) {
      case "accepted":
        await stores.recordSent(worker, id, result.messageId, clock());
        return;
      case "later":
        await stores.recordRetry(worker, id, result.failure, clock() + retryDelayMs({ attempts }, result.afterMs, random()), result.unsure);
        return;
      case "refused":
        await stores.recordParked(worker, id, result.failure);
        if (result.gone) await stores.saveChat(chat, { parked: result.failure });
        return;
      case "moved":
        // A chat that moves again and again is tried less and less often.
        await stores.recordRetry(worker, id, "", clock() + (attempts === 0 ? 0 : retryDelayMs({ attempts }, undefined, random())), false);
        await stores.moveChat(chat, result.to);
        return;
    }
  }
}
