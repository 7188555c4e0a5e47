import { createHolidayTable } from "../adapters/calendar/holiday-table.ts";
import { dateInChina, minuteInChina, momentInChina } from "../app/date-in-china.ts";
import { describeScope } from "../app/office/chats.ts";
import { createDayDigests } from "../app/office/day-digests.ts";
import * as office from "../app/office/messages.zh.ts";
import { audienceOf, type Reader } from "../app/office/plan-reminders.ts";
import type { HolidayRecord } from "../app/office/ports.ts";
import { weekdayOf } from "../core/document/index.ts";
import type { CalendarDate } from "../core/document/official-document.ts";
import type { Corpus } from "../core/ledger/corpus.ts";
import { sendMinute } from "../core/reminders/send-time.ts";
import type { SubscriptionScope } from "../core/reminders/subscription.ts";
import { createWorkingDays, type WorkingDays } from "../core/reminders/working-days.ts";
import { isTownName } from "../core/units/town.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { write } from "./edge.ts";
import { optionsExclude } from "./messages.zh.ts";
import { composeLedger, readStore } from "./office-at-hand.ts";
import * as say from "./reminder-messages.zh.ts";
import { getUnit } from "./unit-choice.ts";

/** Nothing is sent and nothing recorded; a store that is not there is not made. */
export async function runRemind({ edge, values, switches }: CommandCall): Promise<number> {
  if (!switches.has("dry-run")) throw new AppError("usage", say.remindOnlyShows());
  const nowMs = readTime(values.get("at"));
  const corpus = await composeLedger(edge, values.get("corpus"));
  const unit = values.get("unit");
  if (unit !== undefined && switches.has("all")) throw new AppError("usage", optionsExclude("unit", "all"));
  if (unit !== undefined && !isTownName(unit)) getUnit(unit, corpus.register, corpus.tasks);
  const preview: SubscriptionScope | undefined =
    unit !== undefined ? { kind: "unit", unit, collective: false } : switches.has("all") ? { kind: "all" } : undefined;
  const { holidays, readers } = await readStore(
    edge,
    async (store) => ({ holidays: await store.holidays(), readers: preview ? [] : audienceOf(await store.chats(), await store.subscriptions()) }),
    { holidays: [] as readonly HolidayRecord[], readers: [] as readonly Reader[] },
  );
  const table = createHolidayTable();
  const days = createWorkingDays((year) => table.daysOf(year), holidays);
  const day = dateInChina(nowMs);
  const body = days.isWorkingDay(day)
    ? preview
      ? previewOf(corpus, preview, days, day, nowMs)
      : plannedFor(corpus, readers, days, day, nowMs)
    : [say.freeDay(days.onOrAfter(day))];
  const warning = days.covers(Number(day.slice(0, 4))) ? [] : [office.yearNotCovered(Number(day.slice(0, 4)))];
  await write(edge.stdout, `${[[say.dayLine(day, weekdayOf(day), days.isWorkingDay(day)), ...warning].join("\n"), ...body].join("\n\n")}\n`);
  return 0;
}

function previewOf(corpus: Corpus, scope: SubscriptionScope, days: WorkingDays, day: CalendarDate, nowMs: number): readonly string[] {
  const { notice } = digestsOf(corpus, days, day).of([scope], day, false);
  if (!notice) return [say.nothingDue()];
  return [
    [say.toNobody(), say.because([describeScope(scope, corpus) ?? ""]), whenSent(nowMs, undefined)].join("\n"),
    notice.title,
    ...notice.paragraphs,
    notice.footer ?? "",
  ];
}

function plannedFor(corpus: Corpus, readers: readonly Reader[], days: WorkingDays, day: CalendarDate, nowMs: number): readonly string[] {
  const digests = digestsOf(corpus, days, day);
  const parts = readers.flatMap(({ chat, scopes }) => {
    const { notice } = digests.of(scopes, day, chat.kind === "robot");
    const head = [say.toChat(chat), say.because(scopes.flatMap((scope) => describeScope(scope, corpus) ?? [])), whenSent(nowMs, chat.quiet)].join("\n");
    return notice ? [[head, notice.title, ...notice.paragraphs, notice.footer ?? ""].join("\n\n")] : [];
  });
  return parts.length === 0 ? [say.nothingToSend(readers.length)] : [...parts, say.totalSent(parts.length, readers.length)];
}

function digestsOf(corpus: Corpus, days: WorkingDays, day: CalendarDate) {
  return createDayDigests(corpus, days, day, day, () => false);
}

function whenSent(nowMs: number, quiet: Reader["chat"]["quiet"]): string {
  const minute = sendMinute(minuteInChina(nowMs), quiet);
  return minute === undefined ? say.heldToday() : say.sentAt(minute);
}

/** A time in China; a date alone is its morning, before anything is sent. @throws {AppError} `usage` */
function readTime(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const groups = /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2}))?$/u.exec(text)?.groups;
  const minutes = Number(groups?.["hour"] ?? 0) * 60 + Number(groups?.["minute"] ?? 0);
  const time = groups ? momentInChina(groups["date"] ?? "", minutes) : Number.NaN;
  if (Number.isNaN(time) || Number(groups?.["hour"] ?? 0) > 23 || Number(groups?.["minute"] ?? 0) > 59 || dateInChina(time) !== groups?.["date"])
    throw new AppError("usage", say.notATime(text));
  return time;
}
