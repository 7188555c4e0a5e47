/** What the page of subscriptions says. */

export const TITLE = "订阅";
export const COLUMNS = ["群或私聊", "提醒什么", "为什么收不到", "操作"] as const;
export const NOT_SUBSCRIBED = "没有订阅";
export const GONE_SCOPE = "文件已不在，不会再提醒";
export const END = "结束";
export const ADD = "给一个群订阅";
export const CHAT = "群";
export const SCOPE = "提醒什么";
export const SCOPE_HINT = "写单位（县司法局）、一个部分（第一部分）、一份文件的文号或标题，或者「全部」。";
export const COLLECTIVE = "写的是单位时，笼统点名的（各有关部门）也提醒";
export const SUBSCRIBE = "订阅";
export const NO_CHATS = "还没有群：在 GROUP_ROBOTS 里写上群机器人，或把 Telegram 机器人加进群。";
export const NO_WORDS = "还没有写提醒什么。";
export const NO_SUCH_CHAT = "没有这个群，或者现在联系不上，没有订阅。";
export const NO_SUCH_SUBSCRIPTION = "没有这个订阅，可能已经结束了；现有的见下面。";
export const TOO_MANY = "没有订阅：一个会话最多 20 个订阅，请先结束几个，或者订阅「全部」。";
export const WHICH_TITLE = "是哪一个";

export function scopeUnknown(words: string): string {
  return `没有认出「${words.slice(0, 40)}」是哪个单位、哪一部分或哪份文件，没有订阅：请写单位全称、「第一部分」、文号或「全部」。`;
}

export function which(words: string): string {
  return `「${words.slice(0, 40)}」可能是下面这些，请选一个：`;
}

/** @param tasks of the scope; @param timed those with a time of their own */
export function subscribed(name: string, scope: string, { tasks, timed }: { readonly tasks: number; readonly timed: number }): string {
  if (tasks === 0) return `「${name}」已订阅：${scope}。现有文件没有一项点名它，请核对名称。`;
  return `「${name}」已订阅：${scope}，共 ${tasks} 项，其中 ${timed} 项写明了时间或频次，到时会提醒。`;
}

export function ended(name: string, scope: string): string {
  return `已结束「${name}」的订阅：${scope}。`;
}
