import type { Burden } from "../app/office/burden.ts";
import type { FeedbackRecord } from "../app/office/ports.ts";
import type { CalendarDate } from "../core/document/official-document.ts";

/*
 * What the commands of the office say: misses, burden, ledger --progress.
 */

export const MISSES_COLUMNS: readonly string[] = ["情况", "次数", "最近一次", "问题"];

const VERDICTS: Readonly<Record<FeedbackRecord["verdict"], string>> = { liked: "答得好", disliked: "答得不好", not_found: "没有查到" };

export function verdictName(verdict: FeedbackRecord["verdict"]): string {
  return VERDICTS[verdict];
}

export function noMisses(): string {
  return "没有记下查不到的或答得不好的问题。";
}

export const BURDEN_COLUMNS: readonly string[] = ["合计", "群"];

export function weekFrom(monday: CalendarDate): string {
  const [, month, day] = monday.split("-").map(Number);
  return `${month}月${day}日起`;
}

/** Private chats have no name that is kept. */
export function chatName({ chat, record }: Burden): string {
  if (record?.title !== undefined) return record.title;
  if (record?.unit !== undefined) return `${record.unit}的${record.kind === "private" ? "私聊" : "群"}`;
  return record?.kind === "private" ? "私聊" : chat;
}

export function allChats(count: number): string {
  return `全部 ${count} 个`;
}

export function nothingSent(weeks: number): string {
  return `最近 ${weeks} 周没有发过提醒和通知。`;
}

export function badWeeks(text: string, most: number): string {
  return `--weeks 要写 1 到 ${most} 的整数，不是「${text}」，例如：mingbai burden --weeks 4`;
}

export const PROGRESS_COLUMNS: readonly string[] = ["单位", "任务", "时限原文", "时限", "办理情况", "补充", "谁填的", "什么时候", "出处"];

export function progressSheetName(): string {
  return "办理情况";
}

export function xlsxToFile(): string {
  return "xlsx 不能显示在终端里，请存成文件，例如：mingbai ledger --format xlsx > 台账.xlsx";
}

export function jsonNotForProgress(): string {
  return "办理情况没有 JSON 格式，请用 --format table、csv 或 xlsx。";
}

export function noProgress(): string {
  return "没有任务，也就没有办理情况。";
}
