import type { Context, Filter } from "grammy";
import type { Chat, ChatMember, Message } from "grammy/types";
import type { Office } from "../../../../app/office/office.ts";
import { changedChat } from "./changed-chat.ts";
import { helloGroup } from "./settings-messages.zh.ts";
import { nameOfChat } from "./standing.ts";

/** Why nothing is sent to a chat, for the office's lists. */
const REMOVED = "机器人被移出了这个群";
const BLOCKED = "对方停用了机器人";

/** Keeps track of the chats that the bot is in. */
export interface ChatLife {
  /** A group that talks to the bot is known from then on; written when it is new to this process or has another title. */
  seen(chat: Chat): Promise<void>;
  /** The bot was added, removed, blocked or taken back. */
  changed(ctx: Filter<Context, "my_chat_member">): Promise<void>;
  /** A group became a supergroup, which both of them are told. @returns whether the message said so */
  moved(message: Message): Promise<boolean>;
}

/** @param isAllowed whether the bot speaks in a chat at all; of others nothing is kept */
export function createChatLife({ stores, clock }: Office, isAllowed: (chat: Chat) => Promise<boolean>): ChatLife {
  const titles = new Map<number, string | undefined>();
  return {
    async seen(chat) {
      if (chat.type === "private" || (titles.has(chat.id) && titles.get(chat.id) === chat.title) || !(await isAllowed(chat))) return;
      const { chat: name, kind, title } = changedChat(chat);
      await stores.saveChat(name, { kind, title: title ?? null, parked: null });
      titles.set(chat.id, chat.title);
    },
    async changed(ctx) {
      const { chat, old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
      const name = nameOfChat({ chat });
      const known = await stores.chat(name);
      const reached = isReached(after);
      titles.delete(chat.id);
      // Nothing is kept of a private chat that settled nothing.
      if (!known && (chat.type === "private" || chat.type === "channel" || !(await isAllowed(chat)))) return;
      const { kind, title } = changedChat(chat);
      await stores.saveChat(name, { kind, title: title ?? null, parked: reached ? null : kind === "private" ? BLOCKED : REMOVED });
      if (reached === isReached(before)) return;
      await stores.audit({ atMs: clock(), actor: "bot", action: reached ? "unpark" : "park", object: name, result: "done", detail: after.status });
      if (reached && kind === "group" && (await isAllowed(chat)))
        await ctx.api.sendMessage(chat.id, helloGroup(ctx.me.username), { link_preview_options: { is_disabled: true } });
    },
    async moved({ chat, migrate_to_chat_id: to, migrate_from_chat_id: from }) {
      if (to === undefined && from === undefined) return false;
      const [before, after] = [`telegram:${from ?? chat.id}`, `telegram:${to ?? chat.id}`];
      titles.delete(from ?? chat.id);
      await stores.moveChat(before, after);
      await stores.audit({ atMs: clock(), actor: "bot", action: "move", object: after, result: "done", detail: "" });
      return true;
    },
  };
}

function isReached(member: ChatMember): boolean {
  return !(member.status === "left" || member.status === "kicked" || (member.status === "restricted" && !member.is_member));
}
