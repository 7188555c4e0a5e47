import type { Message, MessageEntity, Update, User } from "grammy/types";
import * as z from "zod";
import type { ApiCall } from "./bot-api-server.ts";

/** A person who writes; the id is also that of their private chat. */
export const PERSON = { id: 700100, is_bot: false, first_name: "王五" } as const;
export const GROUP_ID = -1001234567890;

let lastSentId = 100;

/** A message as Telegram sends it. Entities of commands and mentions are found as Telegram finds them. */
function messageOf(text: string, chat: Message["chat"], more: Readonly<Record<string, unknown>>): Message {
  lastSentId += 1;
  const entities = [...text.matchAll(/(?<![\w@/])(?:\/[a-z]\w*(?:@\w+)?|@\w{3,32})/giu)].map(
    (match): MessageEntity => ({ type: match[0].startsWith("/") ? "bot_command" : "mention", offset: match.index, length: match[0].length }),
  );
  return { message_id: lastSentId, date: 1_760_000_000, from: PERSON, chat, text, ...(entities.length > 0 && { entities }), ...more } as Message;
}

export function privateText(text: string, more: Readonly<Record<string, unknown>> = {}): { message: Update["message"] & object } {
  const person = (more["from"] ?? PERSON) as User;
  return { message: messageOf(text, { id: person.id, type: "private", first_name: person.first_name }, more) as Update["message"] & object };
}

export function groupText(text: string, more: Readonly<Record<string, unknown>> = {}): { message: Update["message"] & object } {
  return { message: messageOf(text, { id: GROUP_ID, type: "supergroup", title: "法治工作群", is_forum: true }, more) as Update["message"] & object };
}

/** A file sent in a private chat. */
export function privateFile(fileId: string, name: string, more: Readonly<Record<string, unknown>> = {}): { message: Update["message"] & object } {
  return privateText("", { text: undefined, document: { file_id: fileId, file_unique_id: fileId, file_name: name, ...more } });
}

/** A button pressed below a message that the bot sent. */
export function pressed(call: ApiCall, label: string, from: User = PERSON): Omit<Update, "update_id"> {
  const buttons = Markup.parse(call.payload["reply_markup"]).inline_keyboard.flat();
  const data = buttons.find(({ text }) => text === label)?.callback_data;
  if (data === undefined) throw new Error(`没有按钮「${label}」：${buttons.map(({ text }) => text).join("、")}`);
  return pressedData(data, Number(call.payload["chat_id"]), from, { reply_markup: call.payload["reply_markup"] });
}

export function pressedData(
  data: string,
  chatId: number = PERSON.id,
  from: User = PERSON,
  more: Readonly<Record<string, unknown>> = {},
): Omit<Update, "update_id"> {
  const chat =
    chatId < 0 ? { id: chatId, type: "supergroup" as const, title: "法治工作群" } : { id: chatId, type: "private" as const, first_name: PERSON.first_name };
  const message = { message_id: 6000, date: 1_760_000_000, chat, text: "…", ...more } as Message & { chat: typeof chat };
  lastSentId += 1;
  return { callback_query: { id: `press${lastSentId}`, from, chat_instance: "1", data, message } } as Omit<Update, "update_id">;
}

const Markup = z.object({ inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string() }))) });
