import type { BroadcastStanding, FailedDelivery, Recipients } from "../../../../app/office/broadcast.ts";
import type { Recall } from "../../../../app/office/recall-broadcast.ts";

/** What the bot says of broadcasts. */
export const BROADCAST_SUMMARY = "群发通知：写在命令后面，或回复一条消息、一份文件";
export const RECALL_SUMMARY = "撤回群发的通知";

export const ASK_FOR_NOTICE = "请把通知发给我：文字、文件或图片都可以。先给你看样子，确认之后才会发出。";
export const NOTHING_TO_SEND = "这条消息里没有可以群发的内容：只能群发文字、文件和图片。请再发一次。";
export const NOT_OPEN = "这个通知已经发出或取消，不能再改";
export const NO_BROADCAST = "没有这个通知，可能已经过期";
export const CHANGED_SINCE = "发给谁或什么时候发后来改过，请用最下面的「确认」";
export const CHOOSE_SOME = "还没有选，请先点选";
export const NOBODY = "还没有可以发的群和人：先把机器人拉进群，或让人用 /bind、/subscribe 登记。";

export const BUTTON_CONFIRM = "确认";
export const BUTTON_CANCEL = "取消";
export const BUTTON_NOW = "现在";
export const BUTTON_BACK = "返回";
export const BUTTON_UNITS = "按单位选";
export const BUTTON_CHATS = "选几个群";
export const BUTTON_RECALL = "撤回";
export const BUTTON_RECALL_AGAIN = "再撤一次";
export const BUTTON_KEEP = "不撤回";

export function buttonAll(count: number): string {
  return `全部（${count}）`;
}

export function buttonChosen(count: number): string {
  return count === 0 ? "选好了" : `选好了（${count}）`;
}

export function buttonRetry(count: number): string {
  return `重试 ${count} 个`;
}

export function ticked(name: string, isTicked: boolean): string {
  return `${isTicked ? "✓ " : ""}${name}`;
}

/** @param length of the notice as it would be sent */
export function noticeTooLong(length: number, limit: number, hasFile: boolean): string {
  const where = hasFile ? "文件和图片下面" : "一条消息";
  return `通知太长：${where}最多 ${limit} 个字符，现在 ${length} 个，超出 ${length - limit} 个。请删短后再发，或拆成几条。`;
}

export function whoGetsIt(): string {
  return "发给谁？";
}

export function chooseUnits(): string {
  return "发给哪些单位的群和人？可以选几个。";
}

export function chooseChats(): string {
  return "发给哪些群？可以选几个。";
}

export function askForTime(count: number): string {
  return `发给 ${count} 个群和人。什么时候发？点「${BUTTON_NOW}」，或者把时间发给我，例如：明天9点、2026-11-25 09:00。`;
}

export function timeUnreadable(words: string): string {
  return `没有看懂时间「${words}」。请写成「明天9点」「11月25日 9:00」或「2026-11-25 09:00」再发一次。`;
}

export function timePassed(when: string): string {
  return `${when} 已经过去，不能定在那时。请再发一个以后的时间。`;
}

/** What is confirmed. */
export interface Confirmation {
  readonly recipients: Recipients;
  /** As it is read; undefined: now. */
  readonly when: string | undefined;
  readonly outsideWorkingHours: boolean;
  /** Chats that get it later, for their quiet hours. */
  readonly later: number;
  /** Group robots among the recipients. */
  readonly robots: number;
  readonly hasFile: boolean;
}

export function confirmation({ recipients, when, outsideWorkingHours, later, robots, hasFile }: Confirmation): string {
  const notes = [
    outsideWorkingHours ? "注意：这个时间不在工作时间（工作日 8:30—17:30）。" : "",
    later > 0 ? `其中 ${later} 个设了免打扰，等免打扰时段过了再发。` : "",
    recipients.parked.length > 0 ? `另有 ${recipients.parked.length} 个现在联系不上，不发。` : "",
    robots > 0 ? `其中 ${robots} 个是群机器人：一条放不下的从末尾略去并说明${hasFile ? "，文件不能转发" : ""}，发出后不能撤回。` : "",
  ];
  return [`上面就是通知的样子。${when === undefined ? "现在" : `${when} `}发给 ${recipients.reached.length} 个群和人，确认吗？`, ...notes]
    .filter(Boolean)
    .join("\n");
}

export const CANCELLED = "已取消，没有发出。";

export function planned(count: number, when: string): string {
  return `已定好：${when} 发给 ${count} 个群和人。要收回请发 /recall。`;
}

/** 已送达 37/120，失败 2 */
export function progressLine({ count, total, isOver }: BroadcastStanding): string {
  const failed = count.parked + count.missed;
  const parts = [`已送达 ${count.sent}/${total}`, failed > 0 ? `失败 ${failed}` : "", count.recalled > 0 ? `已收回 ${count.recalled}` : ""]
    .filter(Boolean)
    .join("，");
  return isOver ? `${parts}。发送结束。` : parts;
}

export function maybeTwiceNote(count: number): string {
  return `其中 ${count} 个可能收到了两遍：发送时程序或网络中断过。`;
}

/** Lines shown of chats that did not get it. */
const MAX_FAILURES = 30;

export function failureReport(failures: readonly FailedDelivery[]): string {
  const lines = failures
    .slice(0, MAX_FAILURES)
    .map(({ title, unit, failure }) => `· ${title ?? (unit === undefined ? "一个私聊" : `${unit}的私聊`)}${failure ? `：${failure}` : ""}`);
  const more = failures.length - lines.length;
  return [`有 ${failures.length} 个没有送到：`, ...lines, ...(more > 0 ? [`还有 ${more} 个没有列出`] : [])].join("\n");
}

export function retryStarted(count: number): string {
  return count === 0 ? "没有要重试的" : `正在重试 ${count} 个`;
}

export const NOTHING_TO_RECALL = "没有可以撤回的通知：只列最近 48 小时里发出或还没有发的。";
export const WHICH_TO_RECALL = "撤回哪一个？";

export function recallQuestion(title: string, { count }: BroadcastStanding): string {
  return `撤回「${title}」？已送达 ${count.sent} 个，还没有发 ${count.waiting + count.sending} 个。Telegram 只能删 48 小时以内的，群机器人发的删不掉；别人已经看到的收不回来。`;
}

export const RECALL_KEPT = "没有撤回。";
export const RECALLING = "正在撤回……";

export function recallReport({ takenBack, deleted, kept, onTheWay }: Recall): string {
  const parts = [
    takenBack > 0 ? `没有发出就收回 ${takenBack} 个` : "",
    `删除 ${deleted} 个`,
    kept > 0 ? `删不掉 ${kept} 个（超过 48 小时，或平台不许删）` : "",
    onTheWay > 0 ? `还有 ${onTheWay} 个正在发出，过一会儿请再撤一次` : "",
  ];
  return `已撤回：${parts.filter(Boolean).join("，")}。`;
}

export const PHOTO_NAME = "图片";

/** For the log. */
export const PROGRESS_NOT_SHOWN = "群发的进度没有显示出来，稍后再试";
