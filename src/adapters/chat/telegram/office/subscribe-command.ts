import type { Context } from "grammy";
import { describeScope, subscribeChat } from "../../../../app/office/chats.ts";
import { findScope } from "../../../../app/office/find-scope.ts";
import type { Office } from "../../../../app/office/office.ts";
import { whatWillCome } from "../../../../app/office/what-will-come.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import type { SubscriptionScope } from "../../../../core/reminders/subscription.ts";
import { say } from "../send.ts";
import { changedChat } from "./changed-chat.ts";
import { type OfficeCommand, offer } from "./command.ts";
import { buttonFor, columnOf, type OfficePress, showInstead } from "./press.ts";
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
      return await say(ctx, ctx.msg, unit === undefined ? zh.SUBSCRIBE_USAGE : await subscribe(office, ctx, ctx.msg, { kind: "unit", unit, collective: false }));
    }
    const found = await findScope(office, words);
    if (found.kind === "scope") return await say(ctx, ctx.msg, await subscribe(office, ctx, ctx.msg, found.scope));
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
    const scope = readScope(rest, await office.corpus());
    if (!scope) return zh.NO_SUCH_SUBSCRIPTION;
    const text = await subscribe(office, ctx, message, scope);
    if (scope.kind !== "unit") await showInstead(ctx, message, text);
    else await ctx.api.sendMessage(message.chat.id, text, { reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true } });
    return undefined;
  },
};

async function subscribe(office: Office, ctx: Context, scene: Scene, scope: SubscriptionScope): Promise<string> {
  const subscription = await subscribeChat(office, personOf(ctx), changedChat(scene.chat), scope);
  if (!subscription) return zh.TOO_MANY;
  const corpus = await office.corpus();
  const coming = whatWillCome(scope, corpus);
  return zh.subscribed(describeScope(scope, corpus) ?? zh.GONE_SCOPE, coming, undefined);
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
function readScope(data: string, corpus: Corpus): SubscriptionScope | undefined {
  const { kind, node, words } = /^(?<kind>[nacds]):(?:(?<=s:)(?<node>\d{1,6}):)?(?<words>.*)$/u.exec(data)?.groups ?? {};
  if (kind === undefined || words === undefined) return undefined;
  if (kind === "a") return { kind: "all" };
  if (kind === "n" || kind === "c") return words === "" ? undefined : { kind: "unit", unit: words, collective: kind === "c" };
  if (!corpus.document(words)) return undefined;
  return kind === "d" ? { kind: "document", documentId: words } : { kind: "section", documentId: words, node: Number(node) };
}
