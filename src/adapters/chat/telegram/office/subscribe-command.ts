import type { Context } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import { describeScope, subscribeChat } from "../../../../app/office/chats.ts";
import { countDuties, countScope } from "../../../../app/office/count-duties.ts";
import { findScope } from "../../../../app/office/find-scope.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { SubscriptionScope } from "../../../../core/reminders/subscription.ts";
import { EXPIRED } from "../messages.zh.ts";
import { say, send } from "../send.ts";
import { changedChat } from "./changed-chat.ts";
import { type CommandContext, type OfficeCommand, offer } from "./command.ts";
import { buttonFor, columnOf, type OfficePress } from "./press.ts";
import * as zh from "./settings-messages.zh.ts";
import { nameOfChat, personOf, type Scene } from "./standing.ts";

/** `/subscribe 县司法局`, `/subscribe 第一部分`, `/subscribe 全部`; without words, the unit that the chat is bound to. */
export const subscribeCommand: OfficeCommand = {
  name: "subscribe",
  summary: "订阅到期提醒，例如 /subscribe 县司法局，/subscribe 第一部分，/subscribe 全部",
  right: "subscribe",
  async run(office, ctx, words) {
    if (words === "") {
      const unit = (await office.stores.chat(nameOfChat(ctx.msg)))?.unit;
      if (unit === undefined) return await say(ctx, ctx.msg, zh.SUBSCRIBE_USAGE);
      return await answer(office, ctx, { kind: "unit", unit, collective: false });
    }
    const found = await findScope(office, words);
    if (found.kind === "scope") return await answer(office, ctx, found.scope);
    if (found.kind === "unknown") return await say(ctx, ctx.msg, zh.SCOPE_UNKNOWN);
    const corpus = await office.corpus();
    const buttons = columnOf(
      ...found.units.map((unit) => buttonFor(unit, remindPress, `n:${unit}`)),
      ...found.scopes.map((scope) => buttonFor(describeScope(scope, corpus) ?? "", remindPress, dataOf(scope))),
    );
    await offer(ctx, found.units.length > 0 ? zh.whichUnit(words, found.units) : zh.SCOPE_UNCLEAR, buttons);
  },
};

/**
 * Subscribes the chat that its button is in: `n:<unit>` by name, `c:<unit>` also by group, `s:<node>:<document>`,
 * `d:<document>`.
 */
export const remindPress: OfficePress = {
  name: "remind",
  right: "subscribe",
  async press(office, ctx, message, rest) {
    const scope = await readScope(rest, office);
    if (!scope) return EXPIRED;
    const { text, buttons } = await subscribe(office, ctx, message, scope);
    await send(ctx, message, { text, entities: [], buttons }, true);
    return undefined;
  },
};

async function answer(office: Office, ctx: CommandContext, scope: SubscriptionScope): Promise<void> {
  const { text, buttons } = await subscribe(office, ctx, ctx.msg, scope);
  await offer(ctx, text, buttons);
}

async function subscribe(
  office: Office,
  ctx: Context,
  scene: Scene,
  scope: SubscriptionScope,
): Promise<{ readonly text: string; readonly buttons: InlineKeyboardMarkup | undefined }> {
  const subscription = await subscribeChat(office, personOf(ctx), changedChat(scene.chat), scope);
  if (!subscription) return { text: zh.TOO_MANY, buttons: undefined };
  const corpus = await office.corpus();
  const { collective, groups } = scope.kind === "unit" && !scope.collective ? countDuties(scope.unit, corpus) : { collective: 0, groups: [] };
  return {
    text: zh.subscribed({ scope: describeScope(scope, corpus) ?? zh.GONE_SCOPE, ...countScope(scope, corpus), collective, groups }),
    buttons: collective > 0 && scope.kind === "unit" ? columnOf(buttonFor(zh.REMIND_COLLECTIVE, remindPress, `c:${scope.unit}`)) : undefined,
  };
}

function dataOf(scope: SubscriptionScope): string {
  switch (scope.kind) {
    case "unit":
      return `${scope.collective ? "c" : "n"}:${scope.unit}`;
    case "section":
      return `s:${scope.node}:${scope.documentId}`;
    case "document":
      return `d:${scope.documentId}`;
    case "all":
      return "a:";
  }
}

/** @returns undefined for data that this version never wrote, or a document that is gone */
async function readScope(data: string, { corpus, findUnit }: Office): Promise<SubscriptionScope | undefined> {
  const { kind, node, words = "" } = /^(?<kind>[nacds]):(?:(?<=s:)(?<node>\d{1,6}):)?(?<words>.*)$/u.exec(data)?.groups ?? {};
  if (kind === "a") return { kind: "all" };
  if (kind === "n" || kind === "c") {
    const unit = await findUnit(words);
    return unit.kind === "unit" ? { kind: "unit", unit: unit.name, collective: kind === "c" } : undefined;
  }
  const document = (await corpus()).document(words);
  if (!document || kind === undefined) return undefined;
  if (kind === "d") return { kind: "document", documentId: words };
  return document.nodes[Number(node)] && { kind: "section", documentId: words, node: Number(node) };
}
