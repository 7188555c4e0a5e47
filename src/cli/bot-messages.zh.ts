import type { BotConfig } from "../config.ts";
import type { OfficialDocument } from "../core/document/official-document.ts";

/*
 * What the running bot says: at its start, in its log, of its page and of its deliveries.
 */

export function botStarts(documents: readonly OfficialDocument[], engine: string, { home, telegram, robots }: BotConfig): string {
  return [
    `明白：${telegram ? "Telegram 机器人" : "没有设置 TELEGRAM_BOT_TOKEN，在终端对话"}`,
    `文件：${documents.length === 0 ? "没有" : documents.map(({ title, id }) => `${title} [${id}]`).join("；")}`,
    `分词：${engine}（用到时加载）`,
    ...(robots.length > 0 ? [`群机器人：${robots.map(({ name }) => name).join("、")}`] : []),
    `数据目录：${home}`,
  ].join("\n");
}

/** Why nothing is sent to a group whose robot the settings no longer name. */
export function robotNoLonger(): string {
  return "GROUP_ROBOTS 里已没有这个群";
}

export function dayPlanned(): string {
  return "今天的提醒已排好";
}

export function pageServed(address: string): string {
  return `网页：${address}`;
}

export function pageExposed(host: string): string {
  return `注意：网页在 ${host} 上对外开放，没有说明前面有 HTTPS，经过的网络看得到内容。请放在反向代理后面，用 TRUSTED_PROXY 写明代理的地址。`;
}

export function portTaken(port: number): string {
  return `端口 ${port} 已被别的程序占用，网页没有开，其他照常；请用 PORT 换一个，或停掉占用它的程序。`;
}

/** @param code of the system's error */
export function pageNotServed(host: string, port: number, code: string): string {
  return `网页没有开（${host}:${port}，${code}），其他照常；请检查 HOST 和 PORT。`;
}

export function pageGivesWay(): string {
  return "PORT 已用来接收 Telegram 的推送，网页没有开；要一起用，请用 TELEGRAM_WEBHOOK_PORT 给推送另设一个端口。";
}

export function botStopped(): string {
  return "机器人已停止";
}

export function segmenterReady(builtWith: string): string {
  return `分词和索引已加载：${builtWith}`;
}

export function segmenterFailed(): string {
  return "分词或索引没有加载成功，任务查询不受影响";
}

export function storeNotTidied(): string {
  return "过期的对话没有清理成功";
}

export function secretNotKept(path: string): string {
  return `密钥文件「${path}」不能读写，请检查 MINGBAI_HOME 的权限，或用 TELEGRAM_WEBHOOK_SECRET 设置密钥。`;
}

export function secretDamaged(path: string): string {
  return `密钥文件「${path}」的内容不合格式，请删除它再重新启动，程序会另做一个。`;
}

/** What the log says of deliveries. */
export function deliveryWaitsForStore(): string {
  return "数据存储出错，提醒和通知暂停发送，恢复后自动继续";
}

export function deliveryHasStore(): string {
  return "数据存储已恢复，继续发送";
}

export function platformFails(): string {
  return "平台连续没有收下消息，会隔一会儿再试";
}

export function platformWorks(): string {
  return "平台已恢复，继续发送";
}

export function leasesReturned(): string {
  return "上次没有正常停止：这几条不知道是否已发出，会再发一次，记录为可能重复";
}

export function noticeParked(): string {
  return "一条消息被拒收，不再重试";
}

export function noticesMissed(): string {
  return "过期未发的消息已记录为错过";
}

export function clockJumped(): string {
  return "系统时间跳变，十分钟内不生成新的提醒：请校准时间";
}

export function planFailed(): string {
  return "今天的提醒没有生成成功，一分钟后再试";
}
