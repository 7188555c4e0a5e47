import type { CalendarDate, DocumentId } from "../../core/document/official-document.ts";
import type { Notice } from "../../core/reminders/notice.ts";
import type { QuietHours, Subscription, SubscriptionScope } from "../../core/reminders/subscription.ts";
import type { PersonRole } from "./rights.ts";

/*
 * What the office (办公室, who runs the bot) keeps. Chats are named `<platform>:<chat>`, persons `<platform>:<person>`.
 * Every method throws AppError `store_failed` when the store cannot be read or written.
 */

/** A granted role. */
export interface Grant {
  readonly person: string;
  readonly role: Exclude<PersonRole, "owner" | "member">;
  /** The unit that a liaison answers for. */
  readonly unit: string | undefined;
}

export interface RoleStore {
  roleOf(person: string): Promise<Grant | undefined>;
  grants(): Promise<readonly Grant[]>;
  saveGrant(grant: Grant): Promise<void>;
  /** @returns false where there was none */
  removeGrant(person: string): Promise<boolean>;
}

/** A chat that the bot may write to, and what was settled for it. */
export interface ChatRecord {
  readonly chat: string;
  readonly kind: "private" | "group" | "robot";
  /** What a group calls itself, for the office's lists; undefined for private chats, whose names are not kept. */
  readonly title: string | undefined;
  /** The unit that it is bound to (`/bind`). */
  readonly unit: string | undefined;
  readonly quiet: QuietHours | undefined;
  /** Why nothing is sent to it: it blocked or removed the bot, or is gone. Undefined where it is reached. */
  readonly parked: string | undefined;
}

export interface ChatStore {
  chat(chat: string): Promise<ChatRecord | undefined>;
  chats(): Promise<readonly ChatRecord[]>;
  /** Writes what is given, leaves the rest; `null` takes a value away. Makes the record where there is none, of a private chat unless told. */
  saveChat(chat: string, changes: ChatChanges): Promise<void>;
  /**
   * A group that became a supergroup: everything kept for the old chat, its waiting messages included, is the new one's. Of what both have, the new
   * chat's stays; what was sent to the old one counts as sent to the new.
   */
  moveChat(from: string, to: string): Promise<void>;
}

export interface ChatChanges {
  readonly kind?: ChatRecord["kind"];
  readonly title?: string | null;
  readonly unit?: string | null;
  readonly quiet?: QuietHours | null;
  readonly parked?: string | null;
}

export interface SubscriptionStore {
  subscriptions(chat?: string): Promise<readonly Subscription[]>;
  /** @returns the subscription; the one that was there where the chat had the same scope */
  subscribe(chat: string, scope: SubscriptionScope, nowMs: number): Promise<Subscription>;
  /** @returns false where the chat has none of that id */
  unsubscribe(chat: string, id: string): Promise<boolean>;
}

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
  outboxCount(what: string): Promise<OutboxCount>;
  /** Lets parked rows be tried again. @returns how many */
  retryParked(what: string, nowMs: number): Promise<number>;
  /** Waiting rows are recalled and not sent. @returns how many */
  recallWaiting(what: string): Promise<number>;
  recordRecalled(id: string): Promise<void>;
  /** Messages sent to each chat since a time. */
  sentSince(timeMs: number): Promise<ReadonlyMap<string, number>>;
  forgetOutboxBefore(timeMs: number): Promise<void>;
}

export type Audience =
  | { readonly kind: "all" }
  | { readonly kind: "units"; readonly units: readonly string[] }
  | { readonly kind: "chats"; readonly chats: readonly string[] };

/** `draft` is a preview that nobody has confirmed. */
export interface Broadcast {
  readonly id: string;
  readonly author: string;
  readonly notice: Notice;
  readonly audience: Audience;
  /** When it is to go out; undefined: as soon as it is confirmed. */
  readonly plannedAtMs: number | undefined;
  readonly state: "draft" | "confirmed" | "recalled";
  /** The message that shows how far it is. */
  readonly progressMessage: { readonly chat: string; readonly messageId: string } | undefined;
  readonly createdAtMs: number;
}

export interface BroadcastStore {
  saveBroadcast(broadcast: Broadcast): Promise<void>;
  broadcast(id: string): Promise<Broadcast | undefined>;
  /** Oldest first. */
  broadcasts(): Promise<readonly Broadcast[]>;
}

/** Something that was done. Never changed and never removed before its time. */
export interface AuditEntry {
  readonly atMs: number;
  /** Who: a pseudonym of the person, or `cli`, `bot`. */
  readonly actor: string;
  readonly action: string;
  /** What it was done to: a chat, a document, a broadcast. */
  readonly object: string;
  readonly result: "done" | "refused" | "failed";
  /** Short, without names and texts of people. */
  readonly detail: string;
}

export interface AuditLog {
  /**
   * Persons become pseudonyms, also as `object`; whatever looks like a person and is not known as a group or robot counts as one.
   * @param actor a person, or `cli`, `bot`
   */
  audit(entry: AuditEntry): Promise<void>;
  /** In the order of time; with a limit the latest. `actor` is the pseudonym, `person` who it is; an `object` that is a person is named again while known. */
  auditEntries(filter: {
    readonly sinceMs?: number;
    readonly untilMs?: number;
    readonly limit?: number;
  }): Promise<readonly (AuditEntry & { readonly person: string | undefined })[]>;
  /** Nothing younger than six months, whatever the time. */
  forgetAuditBefore(timeMs: number): Promise<void>;
  /**
   * Erases everything kept of a person, chats that are only theirs included; the audit log keeps the pseudonym, whose person nobody knows any more.
   * What is audited of them after this stands under a new one, so the forgetting itself is audited before.
   */
  forgetPerson(person: string): Promise<void>;
}

/** known 知道了 · done 已办结 · help 需协调 */
export type ProgressState = "known" | "done" | "help";

export interface ProgressRecord {
  readonly documentId: DocumentId;
  readonly ordinal: number;
  readonly unit: string;
  readonly state: ProgressState;
  readonly note: string | undefined;
  readonly person: string;
  readonly atMs: number;
}

export interface ProgressStore {
  /** One record a task and unit: what was said last. */
  saveProgress(record: ProgressRecord): Promise<void>;
  progress(filter: { readonly unit?: string; readonly documentId?: DocumentId }): Promise<readonly ProgressRecord[]>;
}

/** A question that found nothing or whose answer was judged, without its asker. */
export interface FeedbackRecord {
  readonly question: string;
  readonly verdict: "liked" | "disliked" | "not_found";
  readonly count: number;
  readonly lastAtMs: number;
}

export interface FeedbackStore {
  recordFeedback(question: string, verdict: FeedbackRecord["verdict"], nowMs: number): Promise<void>;
  /** Most often first. */
  feedback(): Promise<readonly FeedbackRecord[]>;
  forgetFeedbackBefore(timeMs: number): Promise<void>;
}

/** A day that is worked or free against the week, as the State Council's notice of the year says. */
export interface HolidayRecord {
  readonly date: CalendarDate;
  readonly kind: "holiday" | "workday";
  readonly name: string;
}

/** The days that an administrator entered; they go before those that ship with the program. */
export interface HolidayStore {
  holidays(): Promise<readonly HolidayRecord[]>;
  saveHolidays(days: readonly HolidayRecord[]): Promise<void>;
  removeHolidays(dates: readonly CalendarDate[]): Promise<void>;
}

/** The days whose reminders were planned. */
export interface PlanStore {
  /** The latest of them up to a day, itself included. A clock that ran ahead leaves later ones, which count when they come. */
  lastPlannedDay(until: CalendarDate): Promise<CalendarDate | undefined>;
  notePlannedDay(day: CalendarDate): Promise<void>;
}

/** The arrangements of holidays that ship with the program. */
export interface HolidayTable {
  /** Undefined for a year that it lacks. */
  daysOf(year: number): readonly HolidayRecord[] | undefined;
}

/** Everything that the office keeps. */
export interface OfficeStores
  extends RoleStore,
    ChatStore,
    SubscriptionStore,
    OutboxStore,
    BroadcastStore,
    AuditLog,
    ProgressStore,
    FeedbackStore,
    HolidayStore,
    PlanStore {}

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
