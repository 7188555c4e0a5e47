import { timeInChina } from "../../../../app/date-in-china.ts";
import type { OutboxState } from "../../../../app/office/outbox.ts";
import type { ProgramHealth } from "../dependencies.ts";

/** What the overview says. */

export const TITLE = "概况";
export const DOCUMENTS = "文件和索引";
export const DELIVERY = "提醒和通知";
export const PROGRAM = "程序";
export const OUTBOX = "发件箱";

export const STATES: Readonly<Record<OutboxState, string>> = {
  waiting: "等待发送",
  sending: "正在发送",
  sent: "已送达",
  parked: "被拒收，不再发",
  missed: "过期没有发",
  recalled: "已收回",
};

export type Fact = readonly [name: string, value: string];

export function documentFacts(
  counts: { readonly documents: number; readonly imported: number; readonly tasks: number },
  health: ProgramHealth,
): readonly Fact[] {
  const { name, isLoaded } = health.segmenter;
  return [
    ["文件", `${counts.documents} 份，其中收录的 ${counts.imported} 份`],
    ["任务", `${counts.tasks} 项`],
    ["索引", health.indexedAtMs === undefined ? "还没有建立，第一次用到时建立" : `${timeInChina(health.indexedAtMs)} 建立`],
    ["分词", isLoaded ? `${name}（已加载）` : `${name}（还没有用到，用到时加载）`],
  ];
}

export function deliveryFacts(given: {
  readonly lastPlanned: string | undefined;
  readonly chats: number;
  readonly parked: number;
  readonly subscriptions: number;
  readonly health: ProgramHealth;
}): readonly Fact[] {
  const { hasTelegram, robots } = given.health;
  const platforms = [hasTelegram ? "Telegram" : "", robots > 0 ? `群机器人 ${robots} 个` : ""].filter(Boolean).join("，");
  return [
    ["发往", platforms === "" ? "没有接入平台，这个程序不发消息" : platforms],
    ["最近排定提醒的日子", given.lastPlanned ?? "还没有"],
    ["会话", `${given.chats} 个${given.parked > 0 ? `，其中 ${given.parked} 个联系不上，已停发` : ""}`],
    ["订阅", `${given.subscriptions} 个`],
  ];
}

export function programFacts({ version, node, store, startedAtMs }: ProgramHealth): readonly Fact[] {
  return [
    ["版本", `明白 ${version}`],
    ["运行环境", `Node.js ${node}`],
    ["数据存储", store],
    ["启动时间", timeInChina(startedAtMs)],
  ];
}
