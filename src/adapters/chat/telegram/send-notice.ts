import { type Api, GrammyError } from "grammy";
import type { InlineKeyboardMarkup, Message } from "grammy/types";
import type { Notice } from "../../../core/reminders/notice.ts";
import { renderNotice, telegramFileOf } from "./render-notice.ts";

/** Sends a notice to a chat, with its file where Telegram has it. A preview is sent by the same call. */
export function sendNotice(api: Api, chatId: number, notice: Notice, buttons: InlineKeyboardMarkup | undefined, signal?: AbortSignal): Promise<Message> {
  const { text, entities } = renderNotice(notice);
  const markup = buttons && { reply_markup: buttons };
  const file = telegramFileOf(notice);
  // grammY's type of a signal is that of an older package; every signal will do.
  const stop = signal as unknown as Parameters<Api["getMe"]>[0];
  if (!file) return api.sendMessage(chatId, text, { entities, link_preview_options: { is_disabled: true }, ...markup }, stop);
  const caption = { caption: text, caption_entities: entities, ...markup };
  return file.kind === "photo" ? api.sendPhoto(chatId, file.id, caption, stop) : api.sendDocument(chatId, file.id, caption, stop);
}

/** Deletes a message of ours. @returns false where Telegram does not allow it any more */
export async function deleteMessage(api: Api, chatId: number, messageId: number): Promise<boolean> {
  try {
    return await api.deleteMessage(chatId, messageId);
  } catch (error) {
    if (error instanceof GrammyError && error.error_code < 429) return false;
    throw error;
  }
}
