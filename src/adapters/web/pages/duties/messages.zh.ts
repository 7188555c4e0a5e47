import type { DutyGrouping } from "../../../../app/duties/arrange-duties.ts";

/** What the table of duties says besides its rows. */

export const NAV_DUTIES = "任务";
export const TITLE = "任务台账";
export const UNIT = "单位";
export const UNIT_PLACEHOLDER = "例如：县司法局；几个单位用顿号隔开";
export const ROLE = "角色";
export const ANY_ROLE = "不限";
export const DOCUMENT = "文件";
export const ANY_DOCUMENT = "全部文件";
export const SECTION = "部分";
export const ANY_SECTION = "整份文件";
export const FROM = "到期不早于";
export const TO = "到期不晚于";
export const QUICK = "常用的时限";
export const OBLIGATION = "要求";
export const ANY_OBLIGATION = "不限";
export const WORDS = "写到";
export const WORDS_PLACEHOLDER = "原文里的词，几个词用空格隔开";
export const SORT = "排列";
export const ORDER = "方向";
export const ASCENDING = "正序";
export const DESCENDING = "倒序";
export const GROUP = "分组";
export const NO_GROUP = "不分组";
export const GROUPS: Readonly<Record<DutyGrouping, string>> = { document: "按文件", section: "按部分", unit: "按单位", month: "按到期的月份" };
export const MORE = "更多条件、排列和分组";
export const FIND = "查找";
export const CONDITIONS = "现在的筛选";
export const TAKE_AWAY = "去掉";
export const TAKE_ALL_AWAY = "全部去掉";
export const EXPORT_XLSX = "导出表格（xlsx）";
export const EXPORT_CSV = "导出 csv";
export const PRINT = "打印用的全表";
export const BACK_TO_TABLE = "回到可以筛选的台账";
export const PRINT_HOW = "下面是全部的行，请用浏览器的打印（Ctrl+P）。";
export const COLUMNS = { title: "任务", document: "文件", deadline: "时限", unit: "单位" } as const;
export const COLLECTIVE = "笼统点名";
export const NO_UNIT = "没有点名单位";
export const NO_TIME = "没有写明";
export const LAPSED = "可能已不再有效";
export const CONTINUED = "（续）";
export const EMPTY = "没有符合这些条件的任务。";
export const EMPTY_HOW = "可以这样放宽：";
export const NOTHING_AT_ALL = "现在的文件里没有任务。请联系管理人员收录有责任分工的文件。";

export function withoutCondition(condition: string, found: number): string {
  return `去掉“${condition}”：${found} 项`;
}

export function takeAway(condition: string): string {
  return `${TAKE_AWAY}“${condition}”`;
}

/** @param found after filtering @param all of the whole ledger @param isFiltered whether a filter holds */
export function found({ found: count, all, documents, isFiltered }: Readonly<Record<"found" | "all" | "documents", number> & { isFiltered: boolean }>): string {
  const where = count === 0 ? "" : `，出自 ${documents} 份文件`;
  return isFiltered ? `共 ${count} 项${where}；台账全部 ${all} 项。` : `台账全部 ${all} 项${where}。`;
}

/** Of a table in which a task stands in several groups. */
export function rowsInGroups(rows: number): string {
  return `分组后共 ${rows} 行：一项任务属于几组，就列几次。`;
}

export function shownRows(from: number, to: number, rows: number): string {
  return `第 ${from}–${to} 行，共 ${rows} 行`;
}

export function groupHeading(words: string, total: number): string {
  return `${words}（${total} 项）`;
}

export function sortBy(column: string, isDescending: boolean): string {
  return `${column}，按它${isDescending ? "倒序" : "正序"}排列`;
}

/** @param date of one period of something recurring */
export function dueOn(date: string): string {
  return `${date} 到期`;
}

export function firstHalf(year: number): string {
  return `${year}年上半年`;
}

export function secondHalf(year: number): string {
  return `${year}年下半年`;
}

export function endOfYear(year: number): string {
  return `${year}年底前`;
}

export const THIS_QUARTER = "本季度";

export function unknownUnit(words: string): string {
  return `没有认出单位“${words}”，没有任务点名它。请写单位名称，例如县司法局。`;
}

export function whichUnit(words: string): string {
  return `“${words}”可能是几个单位，请选一个：`;
}

export function tooManyUnits(most: number): string {
  return `一次最多查 ${most} 个单位，多出的没有查。`;
}

export function unknownDocument(id: string): string {
  return `没有编号为“${id}”的文件，可能已经去掉；请在“文件”里重新选。`;
}

export const UNKNOWN_SECTION = "地址里的“部分”不在这份文件里，没有按它筛选。";

export function brokenDate(words: string): string {
  return `日期“${words}”读不懂，没有按它筛选；请写成 2020-06-30 这样。`;
}

export const DATES_SWAPPED = "起止日期写反了，已经对调。";

export function unknownChoice(name: string, words: string): string {
  return `“${name}”里没有“${words}”，没有按它筛选。`;
}

export function wordsTooLong(most: number): string {
  return `要找的词太长了，只用前 ${most} 个字。`;
}

export function tooManyToPrint(most: number): string {
  return `行数太多，这里只列前 ${most} 行；要全部的，请导出表格，或者先筛选。`;
}
