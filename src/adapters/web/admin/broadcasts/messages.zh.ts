import type { BroadcastStanding } from "../../../../app/office/broadcast.ts";
import type { Recall } from "../../../../app/office/recall-broadcast.ts";
import type { Notice } from "../../../../core/reminders/notice.ts";

/** What the pages of broadcasts say. */

export const TITLE = "群发";
export const WRITE = "写一个通知";
export const WRITE_TITLE = "写通知";
export const EDIT_TITLE = "改通知";
export const TEXT = "通知内容";
export const TEXT_HINT = "第一行不超过 40 字、末尾没有标点的，作为标题；段落之间空一行。";
export const AUDIENCE = "发给谁";
export const UNITS = "按单位选";
export const CHATS = "选几个群";
export const TIME = "什么时候发";
export const NOW = "确认以后马上发";
export const LATER = "定一个时间（北京时间）";
export const PREVIEW = "看样子";
export const PREVIEW_TITLE = "通知的样子";
export const LOOKS = "发出来是这样";
export const REACHED = "会收到的";
export const PARKED = "现在联系不上，不发";
export const CONFIRM = "确认群发";
export const EDIT = "再改改";
export const CANCEL = "不发了";
export const CANCELLED = "已取消，没有发出。";
export const RETRY = "重试没有送到的";
export const RECALL = "撤回";
export const RECALL_TITLE = "撤回通知";
export const RECALL_YES = "确认撤回";
export const REFRESH = "刷新看进度";
export const TO_LIST = "回到群发";
export const TO_ONE = "不撤回";
export const FAILED = "没有送到的";
export const NONE = "还没有群发过通知。";
export const COLUMNS = ["通知", "状态", "时间", "进度"] as const;
export const STATES = { draft: "草稿，还没有确认", confirmed: "已确认", recalled: "已撤回或取消" } as const;

export const NO_TEXT = "还没有写内容，请先写通知。";
export const NO_AUDIENCE = "还没有选发给谁：请至少选一个单位或一个群。";
export const TICKED_BUT_ALL = "勾了单位或群，上面选的却是「全部」：只发给勾的，请选「按单位选」或「选几个群」；发给全部，请去掉勾。";
export const TIMED_BUT_NOW = "写了时间，选的却是「马上发」：定时发，请选「定一个时间」；马上发，请清空时间。";
export const NOBODY = "没有会收到的群和人，不能发：先把机器人拉进群、在 GROUP_ROBOTS 里写上群机器人，或让人用 /bind、/subscribe 登记。";
export const CHANGED = "没有发出：您看过样子以后，通知又改过。请看一看现在的样子，再确认。";
export const NOT_OPEN = "这个通知已经发出或取消，不能再改。";
export const HAS_FILE = "这个通知带着文件，请在 Telegram 里改。";
export const CONFIRMED = "已确认，开始发送。";
export const RECALLING = "正在撤回，一条一条地删，过一会儿请刷新看结果。";
export const RECALL_FAILED = "撤回时出错，没有撤完：请过一会儿再撤一次。";

/** Its title with what it begins with. */
export function nameOf({ title, paragraphs: [first = ""] }: Notice): string {
  return `${title}：${[...first.replace(/\s+/gu, " ")].slice(0, 30).join("")}`;
}

export function audienceAll(count: number): string {
  return `全部（${count} 个群和人）`;
}

export function tooLong(length: number, most: number): string {
  return `通知太长：最多 ${most} 个字符，现在 ${length} 个，超出 ${length - most} 个。请删短，或拆成几条。`;
}

export function timeUnreadable(words: string): string {
  return words === "" ? "选了定时，还没有写时间。" : `没有看懂时间「${words}」，请写成 2026-11-25 09:00 这样。`;
}

export function timePassed(when: string): string {
  return `${when} 已经过去，请定一个以后的时间。`;
}

/** What is confirmed, besides the words. */
export function facts(given: {
  readonly when: string | undefined;
  readonly reached: number;
  readonly outsideWorkingHours: boolean;
  readonly hasPassed: boolean;
  readonly later: number;
  readonly robots: number;
  readonly fileName: string | undefined;
}): readonly string[] {
  const { when, reached, outsideWorkingHours, hasPassed, later, robots, fileName } = given;
  return [
    `${when === undefined || hasPassed ? "确认以后马上" : `${when} `}发给 ${reached} 个群和人。`,
    hasPassed ? `定的时间 ${when} 已经过去。` : "",
    outsideWorkingHours ? "注意：这个时间不在工作时间（工作日 8:30—17:30）。" : "",
    later > 0 ? `其中 ${later} 个设了免打扰，等免打扰时段过了再发。` : "",
    robots > 0 ? `其中 ${robots} 个是群机器人：一条放不下的从末尾略去并说明，发出后不能撤回。` : "",
    fileName === undefined ? "" : `带着文件「${fileName}」，群机器人不能转发文件。`,
  ].filter(Boolean);
}

export function privateChats(count: number): string {
  return `${count} 个私聊`;
}

export function progress({ count, total, isOver }: BroadcastStanding): string {
  const failed = count.parked + count.missed;
  const parts = [`已送达 ${count.sent}/${total}`, failed > 0 ? `没有送到 ${failed}` : "", count.recalled > 0 ? `已收回 ${count.recalled}` : ""].filter(Boolean);
  return `${parts.join("，")}。${isOver ? "发送结束。" : `还有 ${count.waiting + count.sending} 个没有发。`}`;
}

export function maybeTwice(count: number): string {
  return `其中 ${count} 个可能收到了两遍：发送时程序或网络中断过。`;
}

export function failure(name: string, why: string | undefined): string {
  return why === undefined || why === "" ? name : `${name}：${why}`;
}

export function retried(count: number): string {
  return count === 0 ? "没有要重试的。" : `正在重试 ${count} 个。`;
}

/** @param hasTelegram whether this program can delete what was sent there */
export function recallQuestion({ count }: BroadcastStanding, hasTelegram: boolean): readonly string[] {
  return [
    `已送达 ${count.sent} 个，还没有发 ${count.waiting + count.sending} 个。没有发的不再发。`,
    hasTelegram
      ? "已经发出的：Telegram 里的由机器人删除，只能删 48 小时以内的；群机器人发的删不掉。"
      : "已经发出的删不掉：这个程序没有接入 Telegram，群机器人发的也删不掉。机器人如果在别处运行，请在 Telegram 里发 /recall 删除。",
    "别人已经看到的收不回来。",
  ];
}

export function recallReport({ takenBack, deleted, kept, onTheWay }: Recall): string {
  const parts = [
    takenBack > 0 ? `没有发出就收回 ${takenBack} 个` : "",
    `删除 ${deleted} 个`,
    kept > 0 ? `删不掉 ${kept} 个` : "",
    onTheWay > 0 ? `还有 ${onTheWay} 个正在发出，过一会儿请再撤一次` : "",
  ].filter(Boolean);
  return `已撤回：${parts.join("，")}。`;
}

export function noSuchBroadcast(): string {
  return "没有这个通知，可能已经过期；现有的见「群发」一栏。";
}
