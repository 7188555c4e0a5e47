import { addDays } from "../../core/document/index.ts";
import type { CalendarDate } from "../../core/document/official-document.ts";
import { END_OF_SENDING, isPlanningTime, sendMinute } from "../../core/reminders/send-time.ts";
import type { Subscription, SubscriptionScope } from "../../core/reminders/subscription.ts";
import type { WorkingDays } from "../../core/reminders/working-days.ts";
import { dateInChina, minuteInChina, momentInChina } from "../date-in-china.ts";
import { type ChatDigest, createDayDigests } from "./day-digests.ts";
import { doneTasks } from "./done-tasks.ts";
import type { Office } from "./office.ts";
import type { NewOutboxRow, OutboxStore } from "./outbox.ts";
import type { ChatRecord } from "./ports.ts";

/** What outbox rows of digests are called. */
const DIGEST = "digest";
/** What is older is not caught up. Calendar days. */
const LONGEST_GAP_DAYS = 31;

export interface PlanningRules {
  /** Messages a chat gets a day without asking. A digest that would be one more waits for the next working day, unless something in it is due today. */
  readonly mostMessagesADay: number;
}

/** What was planned for a day. */
export interface DayPlanned {
  readonly day: CalendarDate;
  /** Digests to be sent today. */
  readonly digests: number;
  /** Digests that wait for the next working day. */
  readonly held: number;
  /** Chats for which something came due while nothing could be sent. */
  readonly missed: number;
  /** Whether the year's holidays are known; else Monday to Friday were taken for working days. */
  readonly isCovered: boolean;
}

/**
 * Puts the digests of the day into the outbox, once a day, in one transaction. What was missed on earlier days goes into the same digest where it
 * has not come due yet; what has is recorded in a row that is never sent and becomes `missed`.
 * @returns undefined outside 08:30–17:20 in China, on a free day, and where the day was planned before
 */
export async function planReminders(
  { stores, corpus: loadCorpus }: Office,
  days: WorkingDays,
  rules: PlanningRules,
  nowMs: number,
): Promise<DayPlanned | undefined> {
  const day = dateInChina(nowMs);
  if (!days.isWorkingDay(day) || !isPlanningTime(minuteInChina(nowMs))) return undefined;
  const planned = await stores.lastPlannedDay(day);
  if (planned === day) return undefined;
  const [corpus, chats, subscriptions, progress, sentToday, untold] = await Promise.all([
    loadCorpus(),
    stores.chats(),
    stores.subscriptions(),
    stores.progress({}),
    stores.sentSince(momentInChina(day, 0)),
    findUntold(stores, planned, days, nowMs),
  ]);
  const since = firstUnplanned(planned, day);
  const digests = createDayDigests(corpus, days, [since, ...untold.values()].sort()[0] ?? since, day, doneTasks(progress, corpus.register));
  const made = audienceOf(chats, subscriptions).map(({ chat, scopes }) => {
    const digest = digests.of(scopes, untold.get(chat.chat) ?? since, chat.kind === "robot");
    const isFull = (sentToday.get(chat.chat) ?? 0) >= rules.mostMessagesADay && !digest.isDueToday();
    return { lost: lostRow(chat, digest, since), row: digestRow(chat, digest, isFull ? undefined : sendMinute(minuteInChina(nowMs), chat.quiet), day, nowMs) };
  });
  const rows = made.flatMap(({ lost, row }) => [...(lost ? [lost] : []), ...(row ? [row] : [])]);
  await stores.putIntoOutbox(rows, nowMs);
  // After the rows: whoever dies in between plans the day again, and the same rows are there already.
  await stores.notePlannedDay(day);
  const isHeld = ({ notBeforeMs, expiresAtMs }: NewOutboxRow): boolean => expiresAtMs !== undefined && expiresAtMs < notBeforeMs;
  return {
    day,
    digests: made.filter(({ row }) => row && !isHeld(row)).length,
    held: made.filter(({ row }) => row && isHeld(row)).length,
    missed: made.filter(({ lost }) => lost).length,
    isCovered: days.covers(Number(day.slice(0, 4))),
  };
}

/** The first day that nothing was planned for, which is the day itself where the bot ran on the one before, and at its very first day. */
function firstUnplanned(planned: CalendarDate | undefined, day: CalendarDate): CalendarDate {
  const earliest = addDays(day, -LONGEST_GAP_DAYS) ?? day;
  const next = planned === undefined ? day : (addDays(planned, 1) ?? day);
  return next < earliest ? earliest : next;
}

/** Chats whose latest digests were planned and never sent, and the first day of each that it was told nothing of. */
async function findUntold(
  stores: OutboxStore,
  planned: CalendarDate | undefined,
  days: WorkingDays,
  nowMs: number,
): Promise<ReadonlyMap<string, CalendarDate>> {
  const since = new Map<string, CalendarDate>();
  if (planned === undefined) return since;
  const earliest = addDays(planned, -LONGEST_GAP_DAYS) ?? planned;
  for (let occasion = planned; occasion > earliest; occasion = days.shift(occasion, -1)) {
    const rows = await stores.outboxRows({ what: DIGEST, occasion });
    const unsent = rows.filter(({ state, expiresAtMs }) => state === "missed" || (state === "waiting" && (expiresAtMs ?? nowMs) < nowMs));
    const more = unsent.filter(({ chat }) => occasion === planned || since.get(chat) === days.shift(occasion, 1));
    if (more.length === 0) break;
    for (const { chat } of more) since.set(chat, occasion);
  }
  return since;
}

/** A chat that subscribed, and to what. */
export interface Reader {
  readonly chat: ChatRecord;
  readonly scopes: readonly SubscriptionScope[];
}

/** Every chat that subscribed and can be reached. */
export function audienceOf(chats: readonly ChatRecord[], subscriptions: readonly Subscription[]): readonly Reader[] {
  const scopes = new Map<string, SubscriptionScope[]>();
  for (const { chat, scope } of subscriptions) scopes.set(chat, [...(scopes.get(chat) ?? []), scope]);
  return chats.flatMap((chat) => {
    const own = scopes.get(chat.chat);
    return own !== undefined && chat.parked === undefined ? [{ chat, scopes: own }] : [];
  });
}

/** @param minute when it is sent; undefined holds it back: the row expires at once, and the next working day's digest takes it up */
function digestRow({ chat }: ChatRecord, { notice }: ChatDigest, minute: number | undefined, day: CalendarDate, nowMs: number): NewOutboxRow | undefined {
  if (!notice) return undefined;
  const row = { what: DIGEST, occasion: day, chat, notice };
  return minute === undefined
    ? { ...row, ...neverSent(nowMs) }
    : { ...row, notBeforeMs: momentInChina(day, minute), expiresAtMs: momentInChina(day, END_OF_SENDING) };
}

/** A digest that was planned and not sent is in the outbox already. */
function lostRow({ chat }: ChatRecord, { lost }: ChatDigest, firstUnplannedDay: CalendarDate): NewOutboxRow | undefined {
  if (!lost || lost.on < firstUnplannedDay) return undefined;
  return { what: DIGEST, occasion: lost.on, chat, notice: lost.notice, ...neverSent(momentInChina(lost.on, END_OF_SENDING)) };
}

function neverSent(expiresAtMs: number): Pick<NewOutboxRow, "notBeforeMs" | "expiresAtMs"> {
  return { notBeforeMs: expiresAtMs + 1, expiresAtMs };
}
