import { type Api, type Context, GrammyError, InputFile } from "grammy";
import type { InlineKeyboardMarkup, MaybeInaccessibleMessage, Message } from "grammy/types";
import type { ShownPage } from "./shown-answer.ts";

/** Sends a page to the chat and topic of a message; in a group, as a reply to it. */
export async function send(ctx: Context, to: Message, page: ShownPage, asReply = to.chat.type !== "private"): Promise<void> {
  await ctx.api.sendMessage(to.chat.id, page.text, {
    entities: page.entities,
    link_preview_options: { is_disabled: true },
    ...(page.buttons && { reply_markup: page.buttons }),
    ...addressOf(to, asReply),
  });
}

/** Sends a file to the chat and topic of a message; in a group, as a reply to it. */
export async function sendFile(ctx: Context, to: Message, file: { readonly name: string; readonly bytes: Uint8Array }, caption: string): Promise<void> {
  await ctx.api.sendDocument(to.chat.id, new InputFile(file.bytes, file.name), { caption, ...addressOf(to) });
}

/** What puts something of ours below a message: as a reply to it, in its topic. */
export function addressOf(to: Message, asReply = to.chat.type !== "private") {
  return {
    ...(asReply && { reply_parameters: { message_id: to.message_id, allow_sending_without_reply: true } }),
    ...(to.is_topic_message && to.message_thread_id !== undefined && { message_thread_id: to.message_thread_id }),
  };
}

/** Puts a page in the place of a message of ours. @returns false where Telegram no longer allows it */
export async function edit(api: Api, chatId: number, messageId: number, page: ShownPage): Promise<boolean> {
  try {
    await api.editMessageText(chatId, messageId, page.text, {
      entities: page.entities,
      link_preview_options: { is_disabled: true },
      ...(page.buttons && { reply_markup: page.buttons }),
    });
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return error.description.includes("message is not modified");
  }
}

/** Puts a page in the place of a message of ours; below it where that is too old to be edited. */
export async function editOrSend(api: Api, { chat, message_id: messageId }: MaybeInaccessibleMessage, page: ShownPage): Promise<void> {
  if (await edit(api, chat.id, messageId, page)) return;
  await api.sendMessage(chat.id, page.text, {
    entities: page.entities,
    link_preview_options: { is_disabled: true },
    ...(page.buttons && { reply_markup: page.buttons }),
  });
}

/** Puts other buttons under a message of ours; a message that is too old keeps what it has. */
export async function editButtons(api: Api, { chat, message_id: messageId }: MaybeInaccessibleMessage, buttons: InlineKeyboardMarkup): Promise<void> {
  try {
    await api.editMessageReplyMarkup(chat.id, messageId, { reply_markup: buttons });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}

/** A sentence of ours as a page. */
export function sentencePage(text: string, buttons?: ShownPage["buttons"]): ShownPage {
  return { text, entities: [], buttons };
}

/** Sends a sentence of ours. */
export function say(ctx: Context, to: Message, sentence: string): Promise<void> {
  return send(ctx, to, sentencePage(sentence));
}
