import type { Notice } from "../../core/reminders/notice.ts";

/*
 * The outbox and the way out of it, as the deliverer sees them.
 */

/**
 * - `waiting` to be sent, not before `notBeforeMs`
 * - `sending` leased by a deliverer, which is handing it over
 * - `sent` accepted by the platform
 * - `parked` refused for good
 * - `missed` too old to be of use when it could have been sent
 * - `recalled` sent and deleted again, or taken back before it was sent
 */
export type OutboxState = "waiting" | "sending" | "sent" | "parked" | "missed" | "recalled";

/** A message to be put into the outbox. `what`, `occasion` and `chat` together are unique: the same is never put in twice. */
export interface NewOutboxRow {
  /** `digest`, or `broadcast:<id>`. */
  readonly what: string;
  /** The day of a digest, `-` for a broadcast. */
  readonly occasion: string;
  readonly chat: string;
  readonly notice: Notice;
  readonly notBeforeMs: number;
  /** After which it is of no use and is recorded as missed; undefined: never. */
  readonly expiresAtMs: number | undefined;
}

export interface OutboxRow extends NewOutboxRow {
  readonly id: string;
  readonly state: OutboxState;
  /** How often sending was tried and failed. */
  readonly attempts: number;
  /** As the platform numbers it, once sent. */
  readonly messageId: string | undefined;
  /** Why it was not sent, in one Chinese sentence. */
  readonly failure: string | undefined;
  /** Whether a deliverer ended, or the connection broke, between the platform's acceptance and our record: the reader may have it twice. */
  readonly maybeTwice: boolean;
  readonly sentAtMs: number | undefined;
}

/** How many rows are in each state. */
export type OutboxCount = Readonly<Record<OutboxState, number>>;

/**
 * The right to deliver, which one process has at a time: so the limits of the platforms are kept over all processes, and
 * whatever another has leased was left behind by one that ended.
 */
export interface DeliveryLock {
  /** Aborted where the store let the lock go by itself; another process may have it then. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

export interface OutboxStore {
  /** Puts all in, in one transaction; those that are there already stay as they are. @returns how many were new */
  putIntoOutbox(rows: readonly NewOutboxRow[], nowMs: number): Promise<number>;
  /** @returns undefined where another process has it. It is free as soon as that process ends, however it does. */
  lockDelivery(): Promise<DeliveryLock | undefined>;
  /** Rows of a platform that may be sent now, oldest first, at most one a chat, and none for a chat that has one in flight. */
  dueRows(platform: string, nowMs: number, limit: number): Promise<readonly OutboxRow[]>;
  /**
   * Records that sending begins, right before it does.
   * @returns false where the row does not wait any more, is another chat's by now, or its chat has another in flight
   */
  lease(worker: string, row: Pick<OutboxRow, "id" | "chat">): Promise<boolean>;
  /** @returns false where the worker no longer has the lease */
  recordSent(worker: string, id: string, messageId: string, nowMs: number): Promise<boolean>;
  /** Gives the row back, to be tried again later. @param unsure whether the platform may have accepted it all the same */
  recordRetry(worker: string, id: string, failure: string, notBeforeMs: number, unsure: boolean): Promise<boolean>;
  recordParked(worker: string, id: string, failure: string): Promise<boolean>;
  /**
   * Lets what other workers left behind be sent again, with `maybeTwice`. Only for who has the lock of delivery.
   * @returns how many
   */
  returnLeases(worker: string): Promise<number>;
  /**
   * Expired rows become `missed`. What was to be tried again later than `retryUntilMs`, which only a clock that was set back can cause, is
   * tried again now. @returns how many were missed
   */
  expire(nowMs: number, retryUntilMs: number): Promise<number>;
  /** Earliest time after `nowMs` from which a row of the platform waits to be sent; undefined where there is none. */
  nextDueMs(platform: string, nowMs: number): Promise<number | undefined>;
  outboxRows(filter: {
    readonly what?: string;
    readonly occasion?: string;
    readonly chat?: string;
    readonly state?: OutboxState;
  }): Promise<readonly OutboxRow[]>;
  /** @param what undefined: of everything */
  outboxCount(what?: string): Promise<OutboxCount>;
  /** Lets parked rows be tried again. @returns how many */
  retryParked(what: string, nowMs: number): Promise<number>;
  /** Waiting rows are recalled and not sent. @returns how many */
  recallWaiting(what: string): Promise<number>;
  recordRecalled(id: string): Promise<void>;
  /** Messages sent to each chat since a time. */
  sentSince(timeMs: number): Promise<ReadonlyMap<string, number>>;
  forgetOutboxBefore(timeMs: number): Promise<void>;
}

/**
 * A platform's way to hand over one notice.
 * `accepted` gives the platform's number of the message; `later` is to be tried again, `unsure` where it may have been
 * accepted; `refused` is for good, `gone` where the chat is not to be written to any more; `moved` where it has a new id.
 */
export type SendResult =
  | { readonly kind: "accepted"; readonly messageId: string }
  | { readonly kind: "later"; readonly afterMs: number | undefined; readonly failure: string; readonly unsure: boolean }
  | { readonly kind: "refused"; readonly failure: string; readonly gone: boolean }
  | { readonly kind: "moved"; readonly to: string };

/** One chat platform, as the deliverer sees it. */
export interface NoticeSender {
  /** The part of a chat's name before the colon. */
  readonly platform: string;
  /** How long the platform's limits make a notice for the chat wait, answers going first; 0: not at all. Absent where there are no limits. */
  delayMs?(chat: string): number;
  /** Never throws for what the platform or the network does. @param id of the outbox row, for its buttons */
  send(chat: string, notice: Notice, signal: AbortSignal, id: string): Promise<SendResult>;
  /** Deletes a message that was sent. @returns false where the platform no longer allows it */
  recall(chat: string, messageId: string): Promise<boolean>;
}
