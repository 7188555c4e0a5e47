import type { Notice } from "../../core/reminders/notice.ts";
import { chatsCounted } from "./messages.zh.ts";
import type { Office } from "./office.ts";
import type { OutboxCount } from "./outbox.ts";
import type { Audience, Broadcast, ChatRecord } from "./ports.ts";
import { outsideQuietHours } from "./quiet-time.ts";

/** What the rows of a broadcast are called in the outbox. */
export function outboxNameOf(broadcast: Pick<Broadcast, "id">): string {
  return `broadcast:${broadcast.id}`;
}

/** Writes a draft, to all until an audience is chosen. */
export async function draftBroadcast({ stores, clock }: Office, author: string, notice: Notice): Promise<Broadcast> {
  const id = crypto.randomUUID().replaceAll("-", "").slice(0, 12);
  const draft: Broadcast = {
    id,
    author,
    notice,
    audience: { kind: "all" },
    plannedAtMs: undefined,
    state: "draft",
    progressMessage: undefined,
    createdAtMs: clock(),
  };
  await stores.saveBroadcast(draft);
  await stores.audit({ atMs: clock(), actor: author, action: "broadcast_draft", object: outboxNameOf(draft), result: "done", detail: "" });
  return draft;
}

/** Whom a broadcast reaches, and who of the audience cannot be reached now. */
export interface Recipients {
  readonly reached: readonly ChatRecord[];
  readonly parked: readonly ChatRecord[];
}

export async function recipientsOf({ stores }: Office, audience: Audience): Promise<Recipients> {
  const asked = (await stores.chats()).filter(isIn(audience));
  return { reached: asked.filter(({ parked }) => parked === undefined), parked: asked.filter(({ parked }) => parked !== undefined) };
}

function isIn(audience: Audience): (chat: ChatRecord) => boolean {
  switch (audience.kind) {
    case "all":
      return () => true;
    case "units": {
      const units = new Set(audience.units);
      return ({ unit }) => unit !== undefined && units.has(unit);
    }
    case "chats": {
      const chats = new Set(audience.chats);
      return ({ chat }) => chats.has(chat);
    }
  }
}

/** When a chat gets the broadcast: at its time, or when the chat's quiet hours are over. */
export function sendsAtMs({ plannedAtMs }: Broadcast, { quiet }: ChatRecord, nowMs: number): number {
  return outsideQuietHours(Math.max(plannedAtMs ?? nowMs, nowMs), quiet);
}

/**
 * Puts a draft into the outbox, once however often it is confirmed: the rows first, so that a crash between the two leaves
 * a draft that can be confirmed again without anything being sent twice.
 * @returns how many rows it has; undefined for what is no draft any more
 */
export async function confirmBroadcast(
  office: Office,
  draft: Broadcast,
  actor: string,
  progressMessage: Broadcast["progressMessage"],
): Promise<number | undefined> {
  const { stores, clock } = office;
  if (draft.state !== "draft") return undefined;
  const nowMs = clock();
  const { reached } = await recipientsOf(office, draft.audience);
  const what = outboxNameOf(draft);
  const rows = reached.map((chat) => ({
    what,
    occasion: "-",
    chat: chat.chat,
    notice: draft.notice,
    notBeforeMs: sendsAtMs(draft, chat, nowMs),
    expiresAtMs: undefined,
  }));
  await stores.putIntoOutbox(rows, nowMs);
  await stores.saveBroadcast({ ...draft, state: "confirmed", progressMessage });
  await stores.audit({ atMs: nowMs, actor, action: "broadcast", object: what, result: "done", detail: chatsCounted(rows.length) });
  return rows.length;
}

/** Gives a draft up. */
export async function cancelBroadcast({ stores, clock }: Office, draft: Broadcast, actor: string): Promise<void> {
  // A crash while it was being confirmed may have left rows.
  await stores.recallWaiting(outboxNameOf(draft));
  await stores.saveBroadcast({ ...draft, state: "recalled" });
  await stores.audit({ atMs: clock(), actor, action: "broadcast_cancel", object: outboxNameOf(draft), result: "done", detail: "" });
}

/** How far a broadcast is. */
export interface BroadcastStanding {
  readonly count: OutboxCount;
  readonly total: number;
  /** Nothing will change any more by itself. */
  readonly isOver: boolean;
}

export async function standingOf({ stores }: Office, broadcast: Pick<Broadcast, "id">): Promise<BroadcastStanding> {
  const count = await stores.outboxCount(outboxNameOf(broadcast));
  const total = Object.values(count).reduce((sum, each) => sum + each, 0);
  return { count, total, isOver: count.waiting + count.sending === 0 };
}

/** A chat that did not get the broadcast. */
export interface FailedDelivery {
  /** What the chat calls itself; undefined for a private chat. */
  readonly title: string | undefined;
  readonly unit: string | undefined;
  readonly failure: string | undefined;
}

/** The chats that did not get it, in the order of the outbox. */
export async function failedDeliveries({ stores }: Office, broadcast: Pick<Broadcast, "id">): Promise<readonly FailedDelivery[]> {
  const what = outboxNameOf(broadcast);
  const [parked, missed, chats] = await Promise.all([
    stores.outboxRows({ what, state: "parked" }),
    stores.outboxRows({ what, state: "missed" }),
    stores.chats(),
  ]);
  const records = new Map(chats.map((record) => [record.chat, record]));
  return [...parked, ...missed].map(({ chat, failure }) => ({ title: records.get(chat)?.title, unit: records.get(chat)?.unit, failure }));
}

/** Lets what was refused be tried again. @returns how many; undefined for a broadcast that was recalled since */
export async function retryBroadcast(
  { stores, clock }: Office,
  broadcast: Broadcast,
  actor: string,
  progressMessage: Broadcast["progressMessage"],
): Promise<number | undefined> {
  if (broadcast.state !== "confirmed") return undefined;
  const what = outboxNameOf(broadcast);
  const count = await stores.retryParked(what, clock());
  if (count > 0) await stores.saveBroadcast({ ...broadcast, progressMessage });
  await stores.audit({ atMs: clock(), actor, action: "broadcast_retry", object: what, result: "done", detail: chatsCounted(count) });
  return count;
}
