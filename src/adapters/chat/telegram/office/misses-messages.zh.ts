import type { FeedbackRecord } from "../../../../app/office/ports.ts";

export const MISSES_SUMMARY = "没有查到的和答得不好的问题，不记是谁问的";
export const NO_MISSES = "没有记下查不到的或答得不好的问题。";
export const MISSES_FOOTER = "不记是谁问的；电话、证件号码已隐去。全部的清单：在服务器上用 mingbai misses 查看。";

export function missesTitle(count: number): string {
  return `没有查到的和答得不好的问题：${count} 个`;
}

export function missLine({ question, verdict, count }: FeedbackRecord): string {
  return `${question}（${verdict === "not_found" ? "没有查到" : "答得不好"} ${count} 次）`;
}
