import { RECURRENCE } from "../../core/answer/describe.ts";
import type { OfficialDocument, OutlineNode } from "../../core/document/official-document.ts";
import type { Task } from "../../core/ledger/task.ts";
import type { DutySort, GroupHeading } from "./arrange-duties.ts";
import type { ObligationKind } from "./find-duties.ts";

/** What the table of duties says, wherever it is shown. */

export const LEDGER = "任务台账";
export const TASK_LIST = "任务清单";
export const CORRECTED = "（经更正）";

export const OBLIGATION_WORDS: Readonly<Record<ObligationKind, string>> = {
  ...RECURRENCE,
  dated: "写明日期",
  counted: "写明次数",
  none: "没有可以量的要求",
};

export const SORT_WORDS: Readonly<Record<DutySort, string>> = { document: "文件顺序", title: "任务名称", deadline: "时限", unit: "第一个单位" };

/** The columns of an exported table, with their widths in characters. */
export const COLUMNS = {
  group: { title: "分组", width: 24 },
  documentId: { title: "文件编号", width: 16 },
  document: { title: "文件", width: 32 },
  documentNumber: { title: "发文字号", width: 20 },
  ordinal: { title: "序号", width: 6 },
  label: { title: "编号", width: 10 },
  path: { title: "位置", width: 14 },
  section: { title: "部分", width: 26 },
  title: { title: "任务", width: 32 },
  responsible: { title: "责任单位", width: 36 },
  lead: { title: "牵头单位", width: 24 },
  support: { title: "配合单位", width: 24 },
  collective: { title: "笼统点名", width: 24 },
  officers: { title: "责任领导和联系人", width: 20 },
  deadline: { title: "完成时限", width: 22 },
  dueOn: { title: "到期日", width: 12 },
  times: { title: "时限和频次", width: 16 },
  corrected: { title: "更正", width: 10 },
  lapsed: { title: "有效性", width: 14 },
  source: { title: "原文", width: 70 },
} as const;

/** What an exported table tells of itself. */
export const ABOUT = { what: "内容", documents: "文件", filter: "筛选", order: "排列", rows: "行数", madeOn: "导出日期", note: "说明" } as const;
export const ABOUT_NOTE = "任务和单位是程序从文件里读出来的，以“原文”一列和文件原件为准。";
export const NO_FILTER = "没有筛选，全部任务";
export const AS_ANSWERED = "与回答里的顺序相同";

/** 五、全面落实行政执法责任制 */
export function headingWords({ label, title }: Pick<OutlineNode, "label" | "title">): string {
  return `${label}${title}`;
}

/** A task by its label and title; where it has no title, by its number. */
export function taskWords({ label, title, ordinal }: Pick<Task, "label" | "title" | "ordinal">): string {
  const mark = title !== "" && /[\p{L}\p{N}]$/u.test(label) ? "．" : "";
  return label === "" && title === "" ? `第${ordinal}项` : `${label}${mark}${title}`;
}

/** 《…》（西政办〔2020〕20号），已不再有效：失效 */
export function documentWords({ title, documentNumber, lapsed }: Pick<OfficialDocument, "title" | "documentNumber" | "lapsed">): string {
  return `《${title}》${documentNumber ? `（${documentNumber.printed}）` : ""}${lapsed === undefined ? "" : `，可能已不再有效：${lapsed}`}`;
}

export function groupWords(heading: GroupHeading): string {
  switch (heading.kind) {
    case "document":
      return `《${heading.document.title}》`;
    case "section":
      return `《${heading.document.title}》${heading.section === undefined ? "不在各部分里的" : headingWords(heading.section)}`;
    case "unit":
      return heading.name === undefined ? "没有点名单位" : `${heading.name}${heading.region === undefined ? "" : `（${heading.region}）`}`;
    case "month":
      return heading.month === undefined ? "没有写明日期" : `${heading.month.slice(0, 4)}年${Number(heading.month.slice(5))}月`;
  }
}

export function unitFilterWords(unit: string): string {
  return `单位：${unit}`;
}

/** @param role 牵头 */
export function roleFilterWords(role: string): string {
  return `角色：${role}`;
}

/** @param title undefined for a document that is not there */
export function documentFilterWords(id: string, title: string | undefined): string {
  return `文件：${title === undefined ? id : `《${title}》`}`;
}

export function sectionFilterWords(heading: string): string {
  return `部分：${heading}`;
}

export function dueFromWords(date: string): string {
  return `到期不早于：${date}`;
}

export function dueToWords(date: string): string {
  return `到期不晚于：${date}`;
}

export function obligationFilterWords(obligation: ObligationKind): string {
  return `要求：${OBLIGATION_WORDS[obligation]}`;
}

export function wordsFilterWords(words: string): string {
  return `写到：${words}`;
}

export function orderWords(sort: DutySort, isDescending: boolean): string {
  return `按${SORT_WORDS[sort]}${isDescending ? "，倒序" : ""}`;
}
