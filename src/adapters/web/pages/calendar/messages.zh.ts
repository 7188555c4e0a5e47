import type { CalendarDate } from "../../../../core/document/official-document.ts";

/** What the calendar says. */

export const CALENDAR = "日历";
export const UNIT = "单位";
export const UNIT_PLACEHOLDER = "例如：县司法局";
export const DOCUMENT = "文件";
export const ALL_DOCUMENTS = "全部文件";
export const YEAR = "年份";
export const SHOW = "查看";
export const MONTHS = "按月";
export const WHOLE_YEAR = "看全年";
export const SUBSCRIBING = "放进自己的日历";
export const SUBSCRIBE = "订阅";
export const DOWNLOAD = "下载 .ics 文件";
export const HOW_TO_SUBSCRIBE =
  "手机和电脑的日历程序都能订阅：点「订阅」，或把下面的地址复制到日历程序的「添加订阅日历」里。文件更新以后，订阅的日历会跟着变；下载的不会。";

export function heading(unit: string | undefined, year: number): string {
  return unit === undefined ? `${year}年到期日历` : `${unit}${year}年到期日历`;
}

/** @param count of what is due */
export function yearCount(year: number, count: number): string {
  return count === 0 ? `${year}年没有写明到期日的任务。` : `${year}年到期${count}次：写明日期的记在那一天，每月、每季度、每半年、每年的记在期末。`;
}

export function otherYears(years: readonly number[]): string {
  return `有到期任务的年份：${years.join("、")}。`;
}

export const NOTHING = "选中的文件里没有写明到期日的任务。「持续推进」「定期」「立行立改」没有写日期，不编一个。";

export function monthName(month: number): string {
  return `${month}月`;
}

export function monthHeading(month: number, count: number): string {
  return `${month}月（${count}次）`;
}

export function inMonth(count: number): string {
  return count === 0 ? "无" : `${count}次`;
}

export function more(month: number, count: number): string {
  return `${month}月还有${count}次，看全部`;
}

/** 9月30日 星期三 */
export function dayName(date: CalendarDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日 星期${"日一二三四五六"[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ""}`;
}

/** Before the units that a task names. */
export const NAMED = "　点名：";

export const SEVERAL = "叫这个名字的单位不止一个，请选一个：";

/** @param file base name of what is downloaded */
export function fileName(whose: string | undefined): string {
  return `${whose ?? "责任台账"}到期日.ics`;
}
