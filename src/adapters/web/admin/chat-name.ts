import type { ChatRecord } from "../../../app/office/ports.ts";

/** What a chat is called in lists. Private chats have no name that is kept, and their numbers are nobody's business. */
export function chatName({ chat, kind, title, unit }: Pick<ChatRecord, "chat" | "kind" | "title" | "unit">): string {
  if (title !== undefined) return title;
  if (unit !== undefined) return `${unit}的${kind === "private" ? "私聊" : "群"}`;
  return kind === "private" ? "私聊" : chat;
}

/** In the order of their sounds, numbers by what they are: 第2群 before 第10群. */
export const { compare: byName } = new Intl.Collator("zh-Hans-CN", { numeric: true });
