import type { ChatRecord, HolidayRecord } from "../app/office/ports.ts";
import type { CalendarDate } from "../core/document/official-document.ts";
import { quoted } from "./quoted.ts";

/** What `remind`, `calendar` and `holidays` say of themselves. */

export function remindOnlyShows(): string {
  return "remind 只用来看会发什么，请加上 --dry-run；真正的提醒由 mingbai bot 按时发出。";
}

export function notATime(text: string): string {
  return `${quoted(text)}不是时间，请写成 2020-09-25T09:00（北京时间）或 2020-09-25。`;
}

export function dayLine(day: CalendarDate, weekday: number, isWorkingDay: boolean): string {
  return `${day}（周${"日一二三四五六"[weekday] ?? ""}，${isWorkingDay ? "工作日" : "休息日"}）`;
}

export function freeDay(next: CalendarDate): string {
  return `休息日不发提醒，下一个工作日是${next}。`;
}

export function sentAt(minute: number): string {
  return `发送时间：${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

export function heldToday(): string {
  return "发送时间：今天没有合适的时间（免打扰，或已过17:20），并入下一个工作日的提醒";
}

export function toChat({ chat, kind, title }: ChatRecord): string {
  return `发给：${kind === "private" ? "个人" : kind === "group" ? "群" : "群机器人"} ${title ?? chat}`;
}

export function toNobody(): string {
  return "发给：无（预览）";
}

export function because(scopes: readonly string[]): string {
  return `原因：订阅了${scopes.join("；")}`;
}

export function nothingToSend(readers: number): string {
  return readers === 0
    ? "还没有会话订阅提醒。要看某个单位会收到什么，加 --unit 县司法局；要看全部，加 --all。"
    : `${readers}个会话订阅了提醒，这一天没有要提醒的。`;
}

export function nothingDue(): string {
  return "这一天没有要提醒的。";
}

export function totalSent(digests: number, readers: number): string {
  return `共${digests}条，发给${readers}个订阅会话中的${digests}个。没有发出，也没有记录。`;
}

export function noYear(text: string): string {
  return `${quoted(text)}不是年份，请写四位数字，例如 2027。`;
}

export function noDate(text: string): string {
  return `${quoted(text)}不是日期，请写成 2027-10-01。`;
}

export function holidaysUsage(): string {
  return "用法：holidays list 2027、holidays set 文件.yaml、holidays add 2027-10-01 国庆节、holidays workday 2027-10-09、holidays remove 2027-10-01。";
}

export function holidayFileMissing(path: string): string {
  return `找不到文件${quoted(path)}，请检查路径。`;
}

export const HOLIDAY_COLUMNS = ["日期", "", "名称", "来源"] as const;

export function holidayRow({ date, kind, name }: HolidayRecord, isOwn: boolean): readonly string[] {
  return [date, kind === "holiday" ? "放假" : "上班", name, isOwn ? "自己录入" : "程序自带"];
}

export function noHolidays(year: number): string {
  return `${year}年没有放假安排。`;
}

export function holidaysSaved(count: number): string {
  return `已录入${count}天。`;
}

export function holidayRemoved(date: CalendarDate): string {
  return `已删除${date}；程序自带的安排仍然有效。`;
}

export function holidayNotThere(date: CalendarDate): string {
  return `${date}没有自己录入的安排，不用删。`;
}

export const WORKED = "调休上班";
