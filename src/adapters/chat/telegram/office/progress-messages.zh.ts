import type { ProgressRefusal } from "../../../../app/office/progress.ts";
import type { ProgressRow } from "../../../../app/office/progress-table.ts";
import { dayOf, dueOf, PROGRESS_STATES, whoSaid } from "../../../../app/office/progress-words.zh.ts";

/** What the bot says of progress (办理情况). */
export const PROGRESS_SUMMARY = "看一个单位的办理情况，例如 /progress 县司法局";
export const BUTTON_PROGRESS_LIST = "办理情况…";
export const BUTTON_TO_LIST = "返回清单";
export const WHICH_TASK = "要填哪一项的办理情况？填不填都可以。";
export const TASKS_FORGOTTEN = "这条提醒的任务清单已经不在了，请发 /progress 查看";
export const NOTE_TOO_LONG = "补充的话最多 200 个字，请删短后再回复一次。";
export const WHOSE_PROGRESS = "请写上单位名称，例如：/progress 县司法局";
export const NO_SUCH_UNIT = "没有认出是哪个单位，请写规范的名称，例如：/progress 县司法局";

export function whichUnit(choices: readonly string[]): string {
  return `这个名称可能是${choices.join("、")}，请写全，例如：/progress ${choices[0] ?? "县司法局"}`;
}

export function noDuties(unit: string): string {
  return `没有哪项任务点名${unit}，也没有填过办理情况。`;
}

/** What a person is told in passing. */
export function refusedProgress(refusal: ProgressRefusal): string {
  switch (refusal.kind) {
    case "gone":
      return "这项任务已经不在收录的文件里";
    case "other_unit":
      return refusal.own === undefined
        ? "没有记下：还没有说定你是哪个单位的联络员，请找管理员"
        : `没有记下：你是${refusal.own}的联络员，这一项是${refusal.unit}的`;
    case "which_unit":
      return "没有记下：这项任务点名了几个单位，请先用 /bind 说定本会话是哪个单位的";
  }
}

export function markedInPassing(label: string): string {
  return `已记下：${label}。要补充一句，回复这条消息即可；不补充也可以`;
}

/** One line for a task in a list of buttons. */
export function taskLabel(ordinal: number, title: string): string {
  return `${ordinal}. ${title}`;
}

/** What was said of a task, in one line. */
export function saidLine({ said, by }: Pick<ProgressRow, "said" | "by">): string {
  if (said === undefined) return "办理情况：没有填";
  return `办理情况：${PROGRESS_STATES[said.state]}（${whoSaid({ said, by })}，${dayOf(said)}）${said.note === undefined ? "" : `：${said.note}`}`;
}

/** Below a task that somebody said something of. */
export const MAY_ADD_LINE = "要补充一句，回复这条消息即可（200 字以内）；不补充也可以。";

export function unitLine(unit: string | undefined): string {
  return unit === undefined ? "" : `单位：${unit}`;
}

export function tableTitle(unit: string, count: number): string {
  return `${unit}的办理情况：${count} 项`;
}

export function tableRow(row: ProgressRow, index: number): string {
  const due = dueOf(row.task);
  return `${index + 1}. ${row.task.title}〔${row.task.path.join("")}〕${due === "" ? "" : `\n时限：${due}`}\n${saidLine(row)}`;
}

/** Where the whole table is. */
export const WHOLE_TABLE = "完整的表：在服务器上用 mingbai ledger --progress --format xlsx 导出。";
