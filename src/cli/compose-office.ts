import { createRobotSenders } from "../adapters/chat/group-robots/sender.ts";
import type { Store } from "../adapters/store/store.ts";
import type { LiveAssistant } from "../app/live-assistant.ts";
import type { Delivery } from "../app/office/deliver.ts";
import type { Office } from "../app/office/office.ts";
import { type OfficeEvent, startOfficeLoop } from "../app/office/office-loop.ts";
import type { NoticeSender } from "../app/office/ports.ts";
import type { BotConfig, TelegramConfig } from "../config.ts";
import type { Log } from "./log.ts";
import * as say from "./messages.zh.ts";
import { steadyTime } from "./steady-time.ts";

type OfficeConfig = BotConfig & { readonly telegram: TelegramConfig };

/**
 * The office over the store and the documents that are answered from.
 * @param onAdded is called when there is more to deliver
 */
export function composeOffice({ telegram }: OfficeConfig, store: Store, assistant: Pick<LiveAssistant, "corpus" | "findUnit">, onAdded: () => void): Office {
  const thenTell = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    onAdded();
    return result;
  };
  return {
    stores: {
      ...store,
      putIntoOutbox: (rows, nowMs) => thenTell(store.putIntoOutbox(rows, nowMs)),
      retryParked: (what, nowMs) => thenTell(store.retryParked(what, nowMs)),
    },
    corpus: () => assistant.corpus(),
    findUnit: (words) => assistant.findUnit(words),
    named: { owners: personsOf(telegram.owners), administrators: personsOf(telegram.admins) },
    clock: Date.now,
  };
}

function personsOf(ids: readonly number[]): ReadonlySet<string> {
  return new Set(ids.map((id) => `telegram:${id}`));
}

/** Plans and delivers until it is stopped. */
export function runOffice({ stores, clock }: Office, { robots }: OfficeConfig, telegram: NoticeSender, log: Log): Delivery {
  return startOfficeLoop({
    stores,
    senders: [telegram, ...createRobotSenders(robots, clock, () => steadyTime.nowMs())],
    // Digests are planned here once there is a planner of reminders.
    plan: () => Promise.resolve(),
    clock,
    time: steadyTime,
    random: Math.random,
    report: (event) => tell(log, event),
  });
}

/** Where the office reports what happens; without chats and words of people. */
function tell(log: Log, event: OfficeEvent): void {
  switch (event.kind) {
    case "store_failed":
      log.error(say.deliveryWaitsForStore(), { reason: event.failure });
      break;
    case "store_works":
      log.info(say.deliveryHasStore());
      break;
    case "platform_failed":
      log.warn(say.platformFails(), { platform: event.platform, reason: event.failure });
      break;
    case "platform_works":
      log.info(say.platformWorks(), { platform: event.platform });
      break;
    case "leases_returned":
      log.warn(say.leasesReturned(), { count: event.count });
      break;
    case "parked":
      log.warn(say.noticeParked(), { platform: event.platform, reason: event.failure });
      break;
    case "missed":
      log.warn(say.noticesMissed(), { count: event.count });
      break;
    case "clock_jumped":
      log.warn(say.clockJumped(), { by: event.failure });
      break;
    case "plan_failed":
      log.error(say.planFailed(), { reason: event.failure });
      break;
  }
}
