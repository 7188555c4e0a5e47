import { ROLE } from "../../../../core/answer/describe.ts";
import type { Role } from "../../../../core/ledger/task.ts";

export const NAV_PICTURE = "图表";
export const COUNTED = "图和表里的数都是按台账一项一项数出来的，原文没有印；点表里的数，看数了哪些任务。";
export const DOCUMENT = "文件";
export const UNIT = "单位";
export const ALL_UNITS = "全部单位";
export const SHOW = "看图";
export const FROM_DOCUMENT = "数的是：";
export const NO_PLANS = "现在没有带任务的文件，没有可以画的；请联系管理人员收录。";
export const TASKS = "任务";
export const OTHER_UNIT = "一起的单位";
export const COMMON_TASKS = "共同的任务";
export const MONTH = "月份";
export const DEADLINES = "期限";
export const TASKS_DUE = "有期限的任务";
export const NO_COUNT = "—";
export const OTHER_YEARS = "别的年份：";
export const BACK = "回到图表";

const LONGEST_TOLD = 30;

/** 《…》没有责任分工 */
export function noTasks(title: string): string {
  return `《${title}》没有责任分工，没有可以数的；请另选一份文件。`;
}

export function unitNotNamed(words: string, title: string): string {
  return `《${title}》没有点名「${words.length > LONGEST_TOLD ? `${words.slice(0, LONGEST_TOLD).toWellFormed()}……` : words}」，下面是全部单位；请在上面另选一个单位。`;
}

export function yearBroken(): string {
  return "年份要写成四位数字，例如 2020；请改正地址，或从图表页重新选。";
}

export function noSuchPicture(): string {
  return "没有这张图，请从图表页重新选文件和单位。";
}

export function twoUnitsWanted(): string {
  return "要看共同的任务，地址里须有文件里点名的两家单位；请从图表页的表里点数字进来。";
}

export function unitSums(unit: string): string {
  return `${unit}的任务`;
}

export function roleCount(role: Role): string {
  return `其中${ROLE[role]}`;
}

/** @param name of the table, told before it */
export function tableCaption(name: string): string {
  return `${name}（表）`;
}

export function numbered(index: number): string {
  return String(index + 1);
}

export function yearWithTasks(year: number, tasks: number): string {
  return `${year}年（${tasks}项）`;
}

export function togetherTitle(one: string, other: string, count: number): string {
  return `${one}和${other}共同的任务：${count}项`;
}

export function inDocument(title: string): string {
  return `按《${title}》的台账逐项计数。`;
}
