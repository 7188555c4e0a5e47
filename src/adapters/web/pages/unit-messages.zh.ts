import type { Role } from "../../../core/ledger/task.ts";

/** What the page of a unit says. */

export const WHICH_UNIT = "是哪一个单位";
export const SEVERAL = "叫这个名字的不止一个，请选一个：";
export const ROLES: Readonly<Record<Role, string>> = { lead: "牵头", responsible: "责任", support: "配合" };
export const DUTIES = "点名负责的任务";
const COLLECTIVE = "笼统点名、可能包括它的任务";
export const PARTNERS = "一起被点名的单位";
export const ASK_ABOUT = "提问：它负责哪些任务";
export const CALENDAR_OF = "到期日历";
export const SUBSCRIBE = "订阅日历";
export const OTHER_NAMES = "也叫";
export const FORMER_NAMES = "旧称";
export const DUE = "时限";

export function noSuchUnit(words: string): string {
  return words === "" ? "没有写单位名称，请从任务或提问里打开一个单位。" : `没有认出「${words}」是哪个单位，请写单位的全称或常用简称，例如县司法局。`;
}

/** @param roles 牵头3项、责任26项 */
export function dutyCount(count: number, roles: string): string {
  return count === 0 ? "现有文件里没有点名由它负责的任务。" : `现有文件里点名由它负责的任务共${count}项${roles === "" ? "" : `：${roles}`}（按台账数出来的）。`;
}

export function roleCount(role: Role, count: number): string {
  return `${ROLES[role]}${count}项`;
}

export function inDocument(title: string, count: number): string {
  return `《${title}》${count}项`;
}

export function collectiveCount(count: number): string {
  return `${COLLECTIVE}（${count}项）`;
}

export const COLLECTIVE_NOTE = "这些任务只写了「各有关部门」一类的话，没有写单位名称；是不是包括它，以牵头部门的分工为准。";

export function shared(count: number): string {
  return `${count}项`;
}

export function moreDuties(count: number): string {
  return `还有${count}项，看全部`;
}
