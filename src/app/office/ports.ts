import type { CalendarDate, DocumentId } from "../../core/document/official-document.ts";
import type { Notice } from "../../core/reminders/notice.ts";
import type { QuietHours, Subscription, SubscriptionScope } from "../../core/reminders/subscription.ts";
import type { ChatPlaceStore } from "../ports.ts";
import type { OutboxStore } from "./outbox.ts";
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
  /** Who: a pseudonym of the person, or `cli`, `bot`, `page`, `token` and its name. */
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
   * @param actor a person, or `cli`, `bot`, `page`, `token` and its name
   */
  audit(entry: AuditEntry): Promise<void>;
  /** In the order of time; with a limit the latest, `skip` of which are left out. `actor` is the pseudonym, `person` who it is; an `object` that is a person is named again while known. */
  auditEntries(filter: {
    readonly sinceMs?: number;
    readonly untilMs?: number;
    readonly limit?: number;
    /** Only with a limit. */
    readonly skip?: number;
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
    PlanStore,
    ChatPlaceStore {}
