import type { Context } from "grammy";
import type { InlineKeyboardMarkup, Message } from "grammy/types";
import type { Office } from "../../../../app/office/office.ts";
import type { Right } from "../../../../app/office/rights.ts";
import { say, send } from "../send.ts";
import type { AskFor } from "./ask-for.ts";
import { rightRefused } from "./messages.zh.ts";
import { mayHere, nameOfChat, personOf, type Scene } from "./standing.ts";

/** A message that a command came in. */
export type CommandContext = Context & { readonly msg: Message };

/** A command of the office: who may give it, and what it does. */
export interface OfficeCommand {
  /** ASCII, as Telegram wants it. */
  readonly name: string;
  /** What the menu of commands says. */
  readonly summary: string;
  readonly right: Right;
  /** @param words what follows the command, trimmed @param askFor lets the giver's next message be a reply */
  run(office: Office, ctx: CommandContext, words: string, askFor: AskFor): Promise<void>;
}

/** Runs a command if its giver has the right; a refusal is said and recorded. */
export async function runCommand(office: Office, ctx: CommandContext, command: OfficeCommand, words: string, askFor: AskFor): Promise<void> {
  const refusal = await refusalOf(office, ctx, ctx.msg, command);
  await (refusal === undefined ? command.run(office, ctx, words, askFor) : say(ctx, ctx.msg, refusal));
}

/** Why a command or a button is refused, which is recorded; undefined where the person has the right. */
export async function refusalOf(
  office: Office,
  ctx: Context,
  scene: Scene,
  { name, right }: { readonly name: string; readonly right: Right },
): Promise<string | undefined> {
  if (await mayHere(office, ctx, scene, right)) return undefined;
  await office.stores.audit({ atMs: office.clock(), actor: personOf(ctx), action: name, object: nameOfChat(scene), result: "refused", detail: right });
  return rightRefused(right, scene.chat.type === "private");
}

/** Answers a command with a sentence and buttons below it. */
export function offer(ctx: CommandContext, sentence: string, buttons: InlineKeyboardMarkup | undefined): Promise<void> {
  return send(ctx, ctx.msg, { text: sentence, entities: [], buttons });
}
