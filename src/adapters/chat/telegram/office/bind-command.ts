import type { Context } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import { bindChat } from "../../../../app/office/chats.ts";
import { countDuties } from "../../../../app/office/count-duties.ts";
import type { Office } from "../../../../app/office/office.ts";
import { EXPIRED } from "../messages.zh.ts";
import { say } from "../send.ts";
import { changedChat } from "./changed-chat.ts";
import { type OfficeCommand, offer } from "./command.ts";
import { buttonFor, columnOf, type OfficePress, showInstead } from "./press.ts";
import * as zh from "./settings-messages.zh.ts";
import { mayHere, nameOfChat, personOf, type Scene } from "./standing.ts";
import { remindPress } from "./subscribe-command.ts";

const FORGETS = /^(?:取消|不限|清除|解除|解绑)$/u;

/** `/bind 县司法局`: what 我们局 means in this chat. */
export const bindCommand: OfficeCommand = {
  name: "bind",
  summary: "说定本会话是哪个单位的，例如 /bind 县司法局；/bind 取消",
  right: "bind",
  async run(office, ctx, words) {
    if (words === "") {
      const unit = (await office.stores.chat(nameOfChat(ctx.msg)))?.unit;
      return await say(ctx, ctx.msg, unit === undefined ? zh.NOT_BOUND : zh.boundNow(unit));
    }
    if (FORGETS.test(words)) {
      const refusal = await unitRefused(office, ctx, ctx.msg, undefined);
      if (refusal === undefined) await bindChat(office, personOf(ctx), changedChat(ctx.msg.chat), null);
      return await say(ctx, ctx.msg, refusal ?? zh.UNBOUND);
    }
    const found = await office.findUnit(words);
    if (found.kind === "unit") {
      const { text, buttons } = await bind(office, ctx, ctx.msg, found.name, found.listed);
      return await offer(ctx, text, buttons);
    }
    if (found.kind === "unknown") return await say(ctx, ctx.msg, zh.unknownUnit("bind"));
    await offer(ctx, zh.whichUnit(words, found.choices), columnOf(...found.choices.map((choice) => buttonFor(choice, bindPress, choice))));
  },
};

/** One of several units that may be meant. */
export const bindPress: OfficePress = {
  name: "bind",
  right: "bind",
  async press(office, ctx, message, words) {
    const unit = await office.findUnit(words);
    if (unit.kind !== "unit") return EXPIRED;
    const { text, buttons } = await bind(office, ctx, message, unit.name, unit.listed);
    await showInstead(ctx, message, text, buttons);
    return undefined;
  },
};

async function bind(
  office: Office,
  ctx: Context,
  scene: Scene,
  unit: string,
  listed: boolean,
): Promise<{ readonly text: string; readonly buttons: InlineKeyboardMarkup | undefined }> {
  const refusal = await unitRefused(office, ctx, scene, unit);
  if (refusal !== undefined) return { text: refusal, buttons: undefined };
  await bindChat(office, personOf(ctx), changedChat(scene.chat), unit);
  const counts = countDuties(unit, await office.corpus());
  const buttons = columnOf(
    counts.named > 0 ? buttonFor(zh.REMIND_UNIT, remindPress, `n:${unit}`) : [],
    counts.collective > 0 ? buttonFor(zh.REMIND_COLLECTIVE, remindPress, `c:${unit}`) : [],
  );
  return { text: zh.bound({ ...counts, unit, listed }, scene.chat.type !== "private"), buttons };
}

/** A liaison who may change nothing else here binds the group to their own unit alone. @param unit undefined unbinds */
async function unitRefused(office: Office, ctx: Context, scene: Scene, unit: string | undefined): Promise<string | undefined> {
  if (await mayHere(office, ctx, scene, "set_chat")) return undefined;
  const own = (await office.stores.roleOf(personOf(ctx)))?.unit;
  const concerned = unit ?? (await office.stores.chat(nameOfChat(scene)))?.unit ?? own;
  return own !== undefined && own === concerned ? undefined : zh.ownUnitOnly(own);
}
