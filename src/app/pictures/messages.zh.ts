import { ROLE } from "../../core/answer/describe.ts";
import type { OfficialDocument } from "../../core/document/official-document.ts";
import type { Role } from "../../core/ledger/task.ts";
import type { TimeFigures } from "../duties/time-figures.ts";
import type { Partner, UnitFigure } from "../duties/unit-figures.ts";

export const UNITS_TITLE = "各单位的任务数";
export const SHARED_TITLE = "共同任务最多的单位";
export const DATED = "定了日期";
export const RECURRING = "每期期末";

export function partnersTitle(unit: string): string {
  return `${unit}与哪些单位有共同的任务`;
}

export function monthsTitle(unit: string | undefined, year: number): string {
  return `${unit ?? "全部单位"}${year}年各月的期限`;
}

export function roleNames(roles: readonly Role[]): readonly string[] {
  return roles.map((role) => ROLE[role]);
}

export function monthName(month: number): string {
  return `${month}月`;
}

/** Stands in every picture that goes out alone. */
export function sourceLine({ title, documentNumber }: OfficialDocument): string {
  return `按《${title}》${documentNumber ? `（${documentNumber.printed}）` : ""}的台账逐项计数，原文没有印这些数`;
}

/** @param shown how many units the picture holds */
export function unitsNote(
  figures: { readonly tasks: number; readonly namingNone: number; readonly units: readonly UnitFigure[] },
  shown: number,
  roles: readonly Role[],
): string {
  const { tasks, namingNone, units } = figures;
  if (units.length === 0) return tasks === 0 ? "这份文件没有任务。" : `这份文件的${tasks}项任务都没有点名单位，没有可以画的。`;
  const left = units.length - shown;
  return [
    `共${tasks}项任务，点名${units.length}家单位`,
    left > 0 ? `；图中是任务最多的${shown}家，另有${left}家没有画。` : "。",
    roles.length > 1 ? `括号里依次是${roleNames(roles).join("、")}的项数。` : `都是${roleNames(roles).join("")}单位。`,
    units.some(({ tasks: own, byRole }) => sumOf(Object.values(byRole)) > own) ? "同一项任务给一家单位两种角色的，两处都数，总数只数一次。" : "",
    `“各有关部门”一类的笼统说法不算单位${namingNone > 0 ? `，没有点名单位的任务有${namingNone}项` : ""}。`,
  ].join("");
}

/** @param sharing how many units share tasks */
export function sharedNote(shown: number, sharing: number): string {
  if (shown < 2) return "没有哪项任务点名了两家单位，没有可以画的。";
  const left = sharing - shown;
  return `格子里是同时点名了行和列两家单位的任务有几项${left > 0 ? `；图中是共同任务最多的${shown}家，另有${left}家没有画` : ""}。`;
}

export function partnersNote(unit: string, own: number, partners: readonly Partner[], shown: number): string {
  if (partners.length === 0) return `${unit}的${own}项任务都没有点名别的单位。`;
  const left = partners.length - shown;
  return `${unit}有${own}项任务，与${partners.length}家单位有共同的任务${left > 0 ? `；图中是共同任务最多的${shown}家，另有${left}家没有画` : ""}。`;
}

export function monthsNote({ year, tasks, inYear, inOtherYears, undated, months }: TimeFigures): string {
  if (tasks === 0) return "没有任务。";
  if (months.length === 0) return `共${tasks}项任务，都没有写明到期的日子，没有可以画的。`;
  const others = inOtherYears > 0 ? `，只在别的年份到期的${inOtherYears}项` : "";
  return `共${tasks}项任务：${year}年到期的${inYear}项${others}，没有写明到期日子的${undated}项。一项任务可以有几个期限；括号里依次是${DATED}的和${RECURRING}的（每季度、每年等，算在每期的最后一天）。`;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

const MOST_TOLD = 3;

/** What a picture shows, for who does not see it. @param rows most first */
export function altOfBars(title: string, rows: readonly { readonly name: string; readonly count: number }[]): string {
  const told = rows.slice(0, MOST_TOLD).map(({ name, count }) => `${name}${count}项`);
  return `条形图，${title}：${told.join("、")}${rows.length > MOST_TOLD ? "等" : ""}。数字都在图下的表里。`;
}

export function altOfMonths(title: string, months: readonly { readonly month: number; readonly count: number }[]): string {
  const told = months.filter(({ count }) => count > 0).map(({ month, count }) => `${monthName(month)}${count}个`);
  return `条形图，${title}：${told.join("、")}。数字都在图下的表里。`;
}

export function altOfGrid(title: string, names: readonly string[]): string {
  return `方格图，${title}：${names.join("、")}两两之间共同的任务数。数字都在图下的表里。`;
}

export const NO_PLANS = "现在没有带任务的文件，没有可以画的；请联系管理人员收录。";

export function whichUnitMeant(choices: readonly string[]): string {
  return `请写明是哪个单位：${choices.join("、")}。`;
}

const LONGEST_WORDS = 40;

export function neitherUnitNorDocument(words: string): string {
  const told = words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS).toWellFormed()}……` : words;
  return `没有认出「${told}」是哪个单位、哪个县或哪份文件；请写全称，例如：/chart 县司法局，/chart 县司法局 到期，/chart 西平县。`;
}

export function documentWithoutTasks(title: string): string {
  return `《${title}》没有责任分工，没有可以画的。`;
}

export function placeWithoutPlan(place: string): string {
  return `${place}现在没有带任务的文件，没有可以画的。`;
}

export function unitNotNamed(unit: string, title: string): string {
  return `《${title}》没有点名${unit}，没有可以画的。`;
}

/** @param plans of several counties, or several that the words fit */
export function whichPlanMeant(plans: readonly OfficialDocument[]): string {
  return `请写明是哪个县或哪份文件：${plans.map(({ title, region }) => `${region ?? ""}《${title}》`).join("、")}。`;
}
