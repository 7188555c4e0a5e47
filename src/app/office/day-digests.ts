import type { CalendarDate } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import { digestOf } from "../../core/reminders/digest.ts";
import type { Notice } from "../../core/reminders/notice.ts";
import type { Reminder } from "../../core/reminders/reminder.ts";
import { scheduleOf, settleMissed, type TaskReminders } from "../../core/reminders/schedule.ts";
import { createScopeIndex, type Matched } from "../../core/reminders/scope-index.ts";
import type { SubscriptionScope } from "../../core/reminders/subscription.ts";
import type { WorkingDays } from "../../core/reminders/working-days.ts";
import type { IsDone } from "./done-tasks.ts";

/** What a chat is told of on a day. */
export interface ChatDigest {
  /** Undefined where there is nothing to tell. */
  readonly notice: Notice | undefined;
  /** Whether something in it is due on the day itself, so that it cannot wait. */
  isDueToday(): boolean;
  /** What was missed on earlier days and has come due since, and the last of those days. */
  readonly lost: { readonly notice: Notice; readonly on: CalendarDate } | undefined;
}

/** The digests of a day. Chats that subscribed to the same share one. */
export interface DayDigests {
  /** @param since the first day that the chat was told nothing of, or the day itself */
  of(scopes: readonly SubscriptionScope[], since: CalendarDate, sendOnly: boolean): ChatDigest;
}

/** The schedule is computed once; each digest costs what stands in it. @param from the first day that any chat was told nothing of */
export function createDayDigests(corpus: Corpus, days: WorkingDays, from: CalendarDate, day: CalendarDate, isDone: IsDone): DayDigests {
  const index = createScopeIndex(scheduleOf(corpus, days, from, day), corpus);
  const known = new Map<string, ChatDigest>();
  return {
    of(scopes, since, sendOnly) {
      const key = JSON.stringify([scopes, since, sendOnly]);
      const made = known.get(key);
      if (made) return made;
      const { useful, lost } = settle(index.find(scopes), since, day, isDone);
      const digest = digestFor(useful, lost, day, days, sendOnly);
      known.set(key, digest);
      return digest;
    },
  };
}

/** What is to be said of each task, and what is lost; nothing that was said on earlier days, nor what a unit said is done. */
function settle(matched: readonly Matched<TaskReminders>[], since: CalendarDate, day: CalendarDate, isDone: IsDone) {
  const useful: Matched<TaskReminders>[] = [];
  const lost: Matched<TaskReminders>[] = [];
  for (const each of matched) {
    const { one, unit } = each;
    const isOpen = ({ on, due }: Reminder): boolean => on >= since && !(unit !== undefined && isDone(due, unit));
    // On most days nothing was missed and nothing is done, and the task stays as it is.
    if (one.reminders.every((reminder) => reminder.on === day && isOpen(reminder))) {
      useful.push(each);
      continue;
    }
    const settled = settleMissed(one.reminders.filter(isOpen), day);
    if (settled.useful.length > 0) useful.push({ unit, one: { ...one, reminders: settled.useful } });
    if (settled.lost.length > 0) lost.push({ unit, one: { ...one, reminders: settled.lost } });
  }
  return { useful, lost };
}

function digestFor(
  useful: readonly Matched<TaskReminders>[],
  lost: readonly Matched<TaskReminders>[],
  day: CalendarDate,
  days: WorkingDays,
  sendOnly: boolean,
): ChatDigest {
  const lostOn = lost
    .flatMap(({ one }) => one.reminders.map(({ on }) => on))
    .sort()
    .at(-1);
  return {
    notice: useful.length > 0 ? digestOf(useful, day, days, sendOnly) : undefined,
    isDueToday: () => useful.some(({ one }) => one.reminders.some(({ due }) => days.onOrBefore(due.dueOn) <= day)),
    lost: lostOn === undefined ? undefined : { notice: digestOf(lost, lostOn, days, sendOnly), on: lostOn },
  };
}
