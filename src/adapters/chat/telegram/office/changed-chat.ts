import type { Chat } from "grammy/types";
import type { ChangedChat } from "../../../../app/office/chats.ts";
import { nameOfChat } from "./standing.ts";

/** What is kept of a chat of Telegram: of a group what it calls itself, of a person no name. */
export function changedChat(chat: Chat): ChangedChat {
  return chat.type === "private"
    ? { chat: nameOfChat({ chat }), kind: "private", title: undefined }
    : { chat: nameOfChat({ chat }), kind: "group", title: chat.title };
}
