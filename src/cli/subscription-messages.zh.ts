/*
 * What `mingbai subscriptions` says.
 */

export const COLUMNS: readonly string[] = ["群", "提醒什么", "订阅编号", "为什么收不到"];
export const NOT_SUBSCRIBED = "没有订阅";
export const GONE_SCOPE = "文件已不在";

export function noChats(): string {
  return "还没有群：在 GROUP_ROBOTS 里写上群机器人，或把 Telegram 机器人加进群。";
}

export function whatToSubscribe(name: string): string {
  return `请写明要提醒什么，例如：mingbai subscriptions ${name} 县司法局。也可以写一个部分（第一部分）、一份文件的文号或“全部”。`;
}

export function scopeUnknown(words: string): string {
  return `没有认出「${words}」是哪个单位、哪一部分或哪份文件：请写单位全称、“第一部分”、文号或“全部”。`;
}

export function scopeUnclear(words: string, choices: readonly string[]): string {
  return `「${words}」可能是：${choices.join("、")}。请写清楚是哪一个。`;
}

export function tooMany(name: string): string {
  return `「${name}」的订阅已经太多：请先用 --end 结束几个，或者订阅“全部”。`;
}

/** @param tasks of the scope; @param timed those with a time of their own */
export function subscribed(name: string, scope: string, { tasks, timed }: { readonly tasks: number; readonly timed: number }): string {
  if (tasks === 0) return `「${name}」已订阅：${scope}。现有文件没有一项点名它，请核对名称。`;
  return `「${name}」已订阅：${scope}，共 ${tasks} 项，其中 ${timed} 项写明了时间或频次，到时会提醒。`;
}

export function noSuchSubscription(id: string): string {
  return `没有编号是「${id}」的订阅：请用 mingbai subscriptions 查看编号。`;
}

export function ended(): string {
  return "这个订阅已结束。";
}

export function noSuchChat(name: string, known: readonly string[]): string {
  return `没有叫「${name}」的群${known.length > 0 ? `，现有：${known.join("、")}` : "：请先在 GROUP_ROBOTS 里写上群机器人，或把 Telegram 机器人加进群"}。`;
}

export function severalChats(name: string, chats: readonly string[]): string {
  return `有几个群都叫「${name}」，请改用编号：${chats.join("、")}。`;
}

export function endTakesNoWords(): string {
  return "--end 后面只写订阅编号，不写群名。";
}
