import type { Corrected } from "../app/document-shelf.ts";
import type { TaskReport } from "../app/import-document.ts";
import type { TaskChanges } from "../app/task-changes.ts";
import type { Anomaly, AnomalyKind, DocumentKind, OfficialDocument } from "../core/document/official-document.ts";
import { quoted } from "./quoted.ts";

/** Every sentence of a document's report. */

export const KINDS: Readonly<Record<DocumentKind, string>> = {
  work_plan: "工作方案（要点、安排、分工）",
  task_table: "任务表",
  annual_report: "年度报告",
  supervision_notice: "督办通知",
  regulation: "法规制度",
  notice: "通知",
};

const ANOMALIES: Readonly<Record<AnomalyKind, string>> = {
  duplicate_label: "编号重复",
  skipped_label: "编号跳过",
  out_of_order_label: "编号次序颠倒",
  label_misprint: "编号印错",
  unit_misprint: "单位名称印错",
  impossible_date: "日期不存在",
};

/** A list longer than this is cut, and says so. */
const MOST_LISTED = 20;

export function fileAndTitle({ file, title }: OfficialDocument): string {
  return `${file}：${title}`;
}

export function whatItIs({ kind, documentNumber, issuer, issuedOn, id }: OfficialDocument): string {
  return [KINDS[kind], documentNumber?.printed, issuer, issuedOn, `编号 ${id}`].filter((part) => part !== undefined).join("，");
}

export function lapsed(words: string): string {
  return `已不再有效：${quoted(words)}`;
}

export function counts({ sections, tasks, deadlines, passages }: Readonly<Record<"sections" | "tasks" | "deadlines" | "passages", number>>): string {
  return `${sections} 个部分，${tasks} 项任务，${deadlines} 项写明时限；${passages} 段原文可查`;
}

/** Units that the tasks name: known to the register, new to it, and doubtful, which are misprinted or do not look like a unit's name. */
export interface UnitCounts {
  readonly known: number;
  readonly fresh: readonly string[];
  readonly doubtful: readonly string[];
}

export function units({ known, fresh, doubtful }: UnitCounts): readonly string[] {
  const total = known + fresh.length + doubtful.length;
  if (total === 0) return ["没有点名单位"];
  const named = (names: readonly string[]): string => `${names.length} 个：${cut(names).join("、")}`;
  const parts = [
    `认得 ${known} 个`,
    ...(fresh.length > 0 ? [`新见 ${named(fresh)}`] : []),
    ...(doubtful.length > 0 ? [`存疑 ${named(doubtful)}，请核对`] : []),
  ];
  return [`点名 ${total} 个单位：${parts.join("；")}`];
}

export function tables(sizes: readonly { readonly rows: number; readonly columns: number; readonly sheet: string | undefined }[]): readonly string[] {
  if (sizes.length === 0) return [];
  const each = cut(sizes.map(({ rows, columns, sheet }) => `${sheet === undefined ? "" : `${quoted(sheet)}`}${rows} 行 × ${columns} 列`));
  return [`表格 ${sizes.length} 张：${each.join("，")}`];
}

export function corrections({ applied, unused }: Corrected): readonly string[] {
  return [
    ...(applied.length > 0 ? [`更正 ${applied.length} 处：`, ...applied.map((sentence) => `  ${sentence}`)] : []),
    ...unused.map((sentence) => `※ ${sentence}`),
  ];
}

export function anomalies(found: readonly Anomaly[]): readonly string[] {
  if (found.length === 0) return ["没有发现错漏"];
  return [`错漏 ${found.length} 处：`, ...found.map(({ kind, text }) => `  ${ANOMALIES[kind]}：${quoted(text)}`)];
}

export function added(id: string): string {
  return `已收录，编号 ${id}`;
}

export function alreadyThere(id: string): string {
  return `以前收录过同样的文件，编号 ${id}，没有改动`;
}

export function isShipped(id: string): string {
  return `程序自带这份文件，编号 ${id}，不必再收录`;
}

export function replacedWithSameTasks(id: string): string {
  return `是 ${id} 的另一版，已替换；任务没有变化`;
}

export function replaced(id: string, { added: more, removed, reworded }: TaskChanges): string {
  const parts = [
    ...(more.length > 0 ? [`新增 ${more.length} 项`] : []),
    ...(removed.length > 0 ? [`去掉 ${removed.length} 项`] : []),
    ...(reworded.length > 0 ? [`改动 ${reworded.length} 项`] : []),
  ];
  return `是 ${id} 的新版本，已替换；任务${parts.join("，")}：`;
}

export function tasksListed(what: string, tasks: readonly TaskReport[]): readonly string[] {
  return cut(
    tasks.map(({ label, title, text }) => `    ${what}：${quoted(`${label}${title === "" ? text : title}`)}`),
    "    ",
  );
}

/** The first lines, and how many more there are. */
function cut(lines: readonly string[], indent = ""): readonly string[] {
  return lines.length <= MOST_LISTED ? lines : [...lines.slice(0, MOST_LISTED), `${indent}等共 ${lines.length} 个`];
}
