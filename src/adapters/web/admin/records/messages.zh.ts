import type { FeedbackRecord } from "../../../../app/office/ports.ts";

/** What the pages of records say: questions that were not answered well, the audit log, roles. */

export const MISSES = "没答好的问题";
export const MISSES_HINT = "没有查到的，和被点了「答得不对」的；不记是谁问的，电话和证件号码已隐去。点开问题看现在怎么答。";
export const MISSES_COLUMNS = ["问题", "情况", "次数", "最近一次"] as const;
export const NO_MISSES = "没有记下查不到的或答得不好的问题。";
export const BY_COUNT = "按次数";
export const BY_TIME = "按时间";
export const EXPORT = "导出表格（CSV）";

const VERDICTS: Readonly<Record<FeedbackRecord["verdict"], string>> = { liked: "答得好", disliked: "答得不好", not_found: "没有查到" };

export function verdictName(verdict: FeedbackRecord["verdict"]): string {
  return VERDICTS[verdict];
}

export const AUDIT = "审计";
export const AUDIT_HINT = "谁在什么时候做了什么。管理页、命令行、机器人各记各的名，人用化名；至少保存六个月，谁也改不了。";
export const FROM = "从";
export const UNTIL = "到";
export const FILTER = "只看这些天";
export const ALL_DAYS = "看全部";
export const NO_ENTRIES = "这些天没有记录。";
export const NEWER = "更近的";
export const OLDER = "更早的";
export const TURN = "翻页";

export function noDay(text: string): string {
  return `「${text.slice(0, 20)}」不是日期，没有按它筛选：请写成 2026-11-01 这样。`;
}

export const ROLES = "角色";
export const ROLES_HINT = "在 Telegram 里能做管理的人，只有用户编号。任免在 Telegram 里用 /grant、/revoke，或改启动设置。";
export const ROLES_COLUMNS = ["用户编号", "角色", "在哪里定的"] as const;
export const NO_ROLES = "还没有人有角色：请在启动设置里用 TELEGRAM_OWNER 写明所有者的用户编号。";
export const OWNER = "所有者";
export const ADMINISTRATOR = "管理员";
export const IN_SETTINGS = "启动设置";
export const GRANTED = "授予";

export function liaison(unit: string | undefined): string {
  return `联络员（${unit ?? "没有写明单位"}）`;
}
