import type { ChatStore } from "./ports.ts";

/** A group that the settings name a robot of. */
export interface RobotChat {
  readonly chat: string;
  readonly title: string;
}

/**
 * Keeps the chats of kind `robot` as the settings name them: those that are new can be subscribed, those that are named no
 * longer are parked with the reason given.
 */
export async function keepRobotChats(stores: ChatStore, robots: readonly RobotChat[], noLonger: string): Promise<void> {
  const named = new Set(robots.map(({ chat }) => chat));
  for (const { chat, title } of robots) await stores.saveChat(chat, { kind: "robot", title, parked: null });
  for (const { chat, kind, parked } of await stores.chats()) {
    if (kind === "robot" && !named.has(chat) && parked === undefined) await stores.saveChat(chat, { parked: noLonger });
  }
}
