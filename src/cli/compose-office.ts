import { createHolidayTable } from "../adapters/calendar/holiday-table.ts";
import { chatOfRobot, createRobotSenders } from "../adapters/chat/group-robots/sender.ts";
import type { Store } from "../adapters/store/store.ts";
import { countSends, type Figures } from "../app/figures.ts";
import type { LiveAssistant } from "../app/live-assistant.ts";
import type { Delivery } from "../app/office/deliver.ts";
import { yearNotCovered } from "../app/office/messages.zh.ts";
import type { Office } from "../app/office/office.ts";
import { type OfficeEvent, startOfficeLoop } from "../app/office/office-loop.ts";
import type { NoticeSender } from "../app/office/outbox.ts";
import { planReminders } from "../app/office/plan-reminders.ts";
import type { ChatStore } from "../app/office/ports.ts";
import { keepRobotChats } from "../app/office/robot-chats.ts";
import { loadWorkingDays } from "../app/office/working-days.ts";
import type { BotConfig } from "../config.ts";
import * as say from "./bot-messages.zh.ts";
import type { Log } from "./log.ts";
import { namedPersons } from "./named-persons.ts";
import { steadyTime } from "./steady-time.ts";

/**
 * The office over the store and the documents that are answered from.
 * @param onAdded is called when there is more to deliver
 */
export function composeOffice({ telegram }: BotConfig, store: Store, assistant: Pick<LiveAssistant, "corpus" | "findUnit">, onAdded: () => void): Office {
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
    named: namedPersons(telegram),
    holidayTable: createHolidayTable(),
    clock: Date.now,
  };
}

/** The groups of the settings as chats of the office. */
export function keepRobots(stores: ChatStore, robots: BotConfig["robots"]): Promise<void> {
  const chats = robots.map((robot) => ({ chat: chatOfRobot(robot), title: robot.name }));
  return keepRobotChats(stores, chats, say.robotNoLonger());
}

/** Plans and delivers until it is stopped. @param senders of the platforms that are talked on; those of group robots are added */
export function runOffice(
  office: Office,
  { robots, mostMessagesADay }: BotConfig,
  senders: readonly NoticeSender[],
  { log, figures }: { readonly log: Log; readonly figures: Pick<Figures, "sent"> },
): Delivery {
  const { stores, clock } = office;
  let areRobotsKept = false;
  return startOfficeLoop({
    stores,
    senders: [...senders, ...createRobotSenders(robots, clock, () => steadyTime.nowMs())].map((sender) => countSends(sender, figures)),
    plan: async (nowMs) => {
      if (!areRobotsKept) await keepRobots(stores, robots);
      areRobotsKept = true;
      const planned = await planReminders(office, await loadWorkingDays(stores, office.holidayTable), { mostMessagesADay }, nowMs);
      if (!planned) return;
      const { day, isCovered, ...counts } = planned;
      log.info(say.dayPlanned(), { day, ...counts });
      if (!isCovered) log.warn(yearNotCovered(Number(day.slice(0, 4))));
    },
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
