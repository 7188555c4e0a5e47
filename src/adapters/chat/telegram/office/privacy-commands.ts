import { EXPIRED } from "../messages.zh.ts";
import { say } from "../send.ts";
import { type OfficeCommand, offer } from "./command.ts";
import { buttonFor, columnOf, type OfficePress, showInstead } from "./press.ts";
import * as zh from "./settings-messages.zh.ts";
import { personOf } from "./standing.ts";

export const privacyCommand: OfficeCommand = {
  name: "privacy",
  summary: "保存了什么、怎样删除，看自己的用户编号",
  right: "ask",
  async run(_office, ctx) {
    await say(ctx, ctx.msg, zh.privacy(ctx.msg.chat.type === "private" ? personOf(ctx) : undefined));
  },
};

export const forgetCommand: OfficeCommand = {
  name: "forget",
  summary: "删除与自己有关的数据",
  right: "ask",
  async run(_office, ctx) {
    if (ctx.msg.chat.type !== "private") return await say(ctx, ctx.msg, zh.FORGET_IN_PRIVATE);
    await offer(ctx, zh.FORGET_ASKS, columnOf(buttonFor(zh.CONFIRM, forgetPress, "yes"), buttonFor(zh.CANCEL, forgetPress, "no")));
  },
};

/** In a private chat nobody but its person can press. */
export const forgetPress: OfficePress = {
  name: "forget",
  right: "ask",
  async press(office, ctx, message, rest) {
    if (message.chat.type !== "private") return zh.FORGET_IN_PRIVATE;
    if (rest !== "yes" && rest !== "no") return EXPIRED;
    if (rest === "no") {
      await showInstead(ctx, message, zh.CANCELLED);
      return undefined;
    }
    const person = personOf(ctx);
    const isNamed = office.named.owners.has(person) || office.named.administrators.has(person);
    await office.stores.audit({ atMs: office.clock(), actor: person, action: "forget", object: person, result: "done", detail: "" });
    await office.stores.forgetPerson(person);
    await showInstead(ctx, message, isNamed ? zh.STILL_NAMED : zh.FORGOTTEN);
    return undefined;
  },
};
