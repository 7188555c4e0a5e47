import type { Context } from "grammy";
import type { Chat } from "grammy/types";
import { type Office, roleOf } from "../../../../app/office/office.ts";
import type { Standing } from "../../../../app/office/rights.ts";

/** `telegram:<user>`; an administrator who hides behind the group has no person. */
export function personOf({ from }: Context): string {
  return `telegram:${from?.id ?? 0}`;
}

/** Who asks and where, asked anew each time: rights may have been taken away since a button was shown. */
export async function standingIn(office: Office, ctx: Context, { chat }: { readonly chat: Chat }): Promise<Standing> {
  if (chat.type === "private") return { role: await roleOf(office, personOf(ctx)), place: "private", administersChat: false };
  // An anonymous administrator speaks as the group itself.
  if (ctx.msg?.sender_chat?.id === chat.id && ctx.callbackQuery === undefined) return { role: "member", place: "group", administersChat: true };
  const [role, administersChat] = await Promise.all([roleOf(office, personOf(ctx)), administers(ctx, chat.id)]);
  return { role, place: "group", administersChat };
}

async function administers(ctx: Context, chatId: number): Promise<boolean> {
  if (ctx.from === undefined) return false;
  const { status } = await ctx.api.getChatMember(chatId, ctx.from.id);
  return status === "creator" || status === "administrator";
}
