import type { Context } from "grammy";
import type { Message } from "grammy/types";
import type { ShownPage } from "./shown-answer.ts";

/** Sends a page to the chat and topic of a message; in a group, as a reply to it. */
export async function send(ctx: Context, to: Message, page: ShownPage, asReply = to.chat.type !== "private"): Promise<void> {
  await ctx.api.sendMessage(to.chat.id, page.text, {
    entities: page.entities,
    link_preview_options: { is_disabled: true },
    ...(page.buttons && { reply_markup: page.buttons }),
    ...(asReply && { reply_parameters: { message_id: to.message_id, allow_sending_without_reply: true } }),
    ...(to.is_topic_message && to.message_thread_id !== undefined && { message_thread_id: to.message_thread_id }),
  });
}

/** Sends a sentence of ours. */
export function say(ctx: Context, to: Message, sentence: string): Promise<void> {
  return send(ctx, to, { text: sentence, entities: [], buttons: undefined });
}
