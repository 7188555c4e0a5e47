import type { InlineKeyboardMarkup } from "grammy/types";
import { describeScope, unsubscribeChat } from "../../../../app/office/chats.ts";
import type { Office } from "../../../../app/office/office.ts";
import { parseNumeral } from "../../../../core/text/numerals.ts";
import { say } from "../send.ts";
import { type OfficeCommand, offer } from "./command.ts";
import { buttonFor, columnOf, type OfficePress, showInstead } from "./press.ts";
import * as zh from "./settings-messages.zh.ts";
import { nameOfChat, personOf } from "./standing.ts";

export const subscriptionsCommand: OfficeCommand = {
  name: "subscriptions",
  summary: "看本会话订阅了哪些提醒，取消不要的",
  right: "ask",
  async run(office, ctx) {
    const { text, buttons } = await listOf(office, nameOfChat(ctx.msg));
    await offer(ctx, text, buttons);
  },
};

/** `/unsubscribe 2` ends the second of the list, `/unsubscribe 全部` all; without words the only one, or it shows the list. */
export const unsubscribeCommand: OfficeCommand = {
  name: "unsubscribe",
  summary: "取消提醒，例如 /unsubscribe 1，/unsubscribe 全部",
  right: "subscribe",
  async run(office, ctx, words) {
    const chat = nameOfChat(ctx.msg);
    const all = await office.stores.subscriptions(chat);
    const number = words === "" && all.length === 1 ? 1 : parseNumeral(words);
    const one = number === undefined ? undefined : all[number - 1];
    const ended = /^(?:全部|所有|all)$/iu.test(words) ? all : one ? [one] : [];
    for (const { id } of ended) await unsubscribeChat(office, personOf(ctx), chat, id);
    if (ended.length > 0) return await say(ctx, ctx.msg, zh.UNSUBSCRIBED);
    if (words !== "") return await say(ctx, ctx.msg, zh.NO_SUCH_SUBSCRIPTION);
    const { text, buttons } = await listOf(office, chat);
    await offer(ctx, text, buttons);
  },
};

/** Ends the subscription of its id; the list is shown anew. */
export const unsubscribePress: OfficePress = {
  name: "unsub",
  right: "subscribe",
  async press(office, ctx, message, id) {
    const chat = nameOfChat(message);
    const ended = await unsubscribeChat(office, personOf(ctx), chat, id);
    const { text, buttons } = await listOf(office, chat);
    await showInstead(ctx, message, text, buttons);
    return ended ? zh.UNSUBSCRIBED : zh.NO_SUCH_SUBSCRIPTION;
  },
};

async function listOf(office: Office, chat: string): Promise<{ readonly text: string; readonly buttons: InlineKeyboardMarkup | undefined }> {
  const [corpus, record, all] = await Promise.all([office.corpus(), office.stores.chat(chat), office.stores.subscriptions(chat)]);
  return {
    text: zh.subscriptions(
      all.map(({ scope }) => describeScope(scope, corpus) ?? zh.GONE_SCOPE),
      record?.quiet,
    ),
    buttons: columnOf(...all.map(({ id }, index) => buttonFor(zh.buttonUnsubscribe(index + 1), unsubscribePress, id))),
  };
}
