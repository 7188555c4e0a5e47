import { type Context, GrammyError } from "grammy";
import type { Chat, Message, User } from "grammy/types";
import { type Office, roleOf } from "../../../../app/office/office.ts";
import { dependsOnChat, hasRight, type PersonRole, type Right } from "../../../../app/office/rights.ts";

/** A message that somebody wrote, or pressed a button of. */
export interface Scene {
  readonly chat: Chat;
}

/** Who writes or presses; nobody where a group or a channel speaks for them. */
export function personOf(ctx: Context): string {
  return speaksAsChat(ctx) ? `telegram:${ctx.msg?.sender_chat?.id ?? 0}` : nameOfPerson(ctx.from);
}

/** How stores name a person of Telegram. */
export function nameOfPerson(person: Pick<User, "id"> | undefined): string {
  return `telegram:${person?.id ?? 0}`;
}

/** How stores name a chat of Telegram. */
export function nameOfChat({ chat }: Scene): string {
  return `telegram:${chat.id}`;
}

/**
 * Whether the person may do that here. Asked anew each time, since rights may have been taken away since a button was shown;
 * Telegram is asked only where it matters whether they administer the group.
 */
export async function mayHere(office: Office, ctx: Context, { chat }: Scene, right: Right): Promise<boolean> {
  const place = chat.type === "private" ? "private" : "group";
  const role: PersonRole = speaksAsChat(ctx) ? "member" : await roleOf(office, personOf(ctx));
  if (place === "group" && dependsOnChat(right, { role, place })) return await administers(ctx, chat.id);
  return hasRight(right, { role, place, administersChat: false });
}

/** An anonymous administrator speaks as the group, and a channel as itself. A button is always pressed by a person. */
function speaksAsChat(ctx: Context): boolean {
  return ctx.callbackQuery === undefined && ctx.msg?.sender_chat !== undefined;
}

async function administers(ctx: Context, chatId: number): Promise<boolean> {
  if (speaksAsChat(ctx)) return ctx.msg?.sender_chat?.id === chatId;
  if (ctx.from === undefined) return false;
  try {
    const { status } = await ctx.api.getChatMember(chatId, ctx.from.id);
    return status === "creator" || status === "administrator";
  } catch (error) {
    // Telegram does not tell, as in a group that hides its members; then nobody is taken for an administrator.
    if (error instanceof GrammyError && error.error_code === 400) return false;
    throw error;
  }
}

/** The person whose message this one replies to, if there is one behind it. The opening of a topic is replied to by every message in it. */
export function repliedPerson({ reply_to_message: original }: Message): User | undefined {
  if (!original || original.forum_topic_created !== undefined || original.sender_chat !== undefined) return undefined;
  return original.from?.is_bot ? undefined : original.from;
}
