import type { CalendarDate } from "../../core/document/official-document.ts";
import { dayWords } from "../../core/reminders/messages.zh.ts";

/** Sentences of the office that are the same on every platform. */

/** 县司法局，2020年10月1日至12月31日：3项到期。 */
export function dueTitle(unit: string | undefined, from: CalendarDate, to: CalendarDate, count: number, today: CalendarDate): string {
  const who = unit ?? "全部单位";
  const when = from === to ? dayWords(from, today) : `${dayWords(from, today)}至${dayWords(to, from)}`;
  return `${who}，${when}：${count === 0 ? "没有到期的任务" : `${count}项任务到期`}。`;
}

export function dueNotUnderstood(words: string): string {
  return `没有看懂「${words}」。请写单位、时间，例如：/due 本月，/due 县司法局 下季度，/due 2020年9月，/due 年底前。`;
}

export function nextDue(on: CalendarDate): string {
  return `之后最近的到期日是${longDay(on)}。`;
}

export function lastDue(title: string, on: CalendarDate): string {
  return `写明时限的任务都已过期，最后一个到期日是${longDay(on)}（《${title}》）。要看当时的，请发「/due ${monthOf(on)}」。`;
}

export function noDue(unit: string | undefined): string {
  return `收录的文件里，${unit === undefined ? "没有" : `没有点名${unit}、`}写明时限或频次的任务。`;
}

export function planIsOver(title: string): string {
  return `《${title}》安排的时间已经过去，以上只供查阅，不再提醒。`;
}

export function collectiveLeftOut(count: number): string {
  return `另有${count}项只写了「各有关部门」一类的笼统说法，没有列入。`;
}

export function yearNotCovered(year: number): string {
  return `${year}年的放假安排还没有录入，按周一至周五算。`;
}

function longDay(date: CalendarDate): string {
  return dayWords(date, "");
}

function monthOf(date: CalendarDate): string {
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月`;
}

/** What a broadcast without a title of its own is headed. */
export const DEFAULT_TITLE = "通知";

/** What the audit log says of the office's doings. */
export function chatsCounted(count: number): string {
  return `${count} 个群和人`;
}

export function recalled({ takenBack, deleted, kept, onTheWay }: Readonly<Record<"takenBack" | "deleted" | "kept" | "onTheWay", number>>): string {
  return `未发出就收回 ${takenBack}，删除 ${deleted}，删不掉 ${kept}，正在发出 ${onTheWay}`;
}
