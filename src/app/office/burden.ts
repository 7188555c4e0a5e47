import { weekdayOf } from "../../core/document/index.ts";
import type { CalendarDate } from "../../core/document/official-document.ts";
import { dateInChina, momentInChina } from "../date-in-china.ts";
import type { OutboxStore } from "./outbox.ts";
import type { ChatRecord, ChatStore } from "./ports.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;

/** How many messages a chat was sent, week by week. */
export interface Burden {
  readonly chat: string;
  /** Undefined for a chat that nothing is known of any more. */
  readonly record: ChatRecord | undefined;
  /** As many as there are weeks, the oldest first. */
  readonly counts: readonly number[];
}

export interface BurdenReport {
  /** The Mondays that the weeks begin with, the oldest first. */
  readonly weeks: readonly CalendarDate[];
  /** The most burdened chat first; those that were sent nothing are left out. */
  readonly burdens: readonly Burden[];
}

/** Counts what was sent without being asked, in this week and those before it (负担体检). @param weeks how many, this one included */
export async function countBurden(stores: Pick<OutboxStore, "sentSince"> & Pick<ChatStore, "chats">, nowMs: number, weeks: number): Promise<BurdenReport> {
  const monday = mondayOf(nowMs);
  const starts = Array.from({ length: weeks }, (_, index) => monday - (weeks - 1 - index) * WEEK_MS);
  const since = await Promise.all(starts.map((start) => stores.sentSince(start)));
  const records = new Map((await stores.chats()).map((record) => [record.chat, record]));
  const burdens = [...(since[0]?.keys() ?? [])].map((chat) => ({
    chat,
    record: records.get(chat),
    counts: since.map((sent, index) => (sent.get(chat) ?? 0) - (since[index + 1]?.get(chat) ?? 0)),
  }));
  return {
    weeks: starts.map((start) => dateInChina(start)),
    burdens: burdens.sort((one, other) => totalOf(other) - totalOf(one)),
  };
}

/** Midnight in China at the beginning of the week. */
function mondayOf(nowMs: number): number {
  const today = dateInChina(nowMs);
  return momentInChina(today, 0) - ((weekdayOf(today) + 6) % 7) * DAY_MS;
}

function totalOf({ counts }: Pick<Burden, "counts">): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
