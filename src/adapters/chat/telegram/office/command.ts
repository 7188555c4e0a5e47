import type { Context } from "grammy";
import type { Message } from "grammy/types";
import type { Office } from "../../../../app/office/office.ts";
import { hasRight, type Right } from "../../../../app/office/rights.ts";
import { say } from "../send.ts";
import { rightRefused } from "./messages.zh.ts";
import { personOf, standingIn } from "./standing.ts";

/** A message that a command came in. */
export type CommandContext = Context & { readonly msg: Message };

/** A command of the office: who may give it, and what it does. */
export interface OfficeCommand {
  /** ASCII, as Telegram wants it. */
  readonly name: string;
  /** What the menu of commands says. */
  readonly summary: string;
  readonly right: Right;
  /** @param words what follows the command, trimmed */
  run(office: Office, ctx: CommandContext, words: string): Promise<void>;
}

/** Runs a command if its giver has the right; a refusal is said and recorded. */
export async function runCommand(office: Office, ctx: CommandContext, command: OfficeCommand, words: string): Promise<void> {
  if (hasRight(command.right, await standingIn(office, ctx, ctx.msg))) return await command.run(office, ctx, words);
  await office.stores.audit({
    atMs: office.clock(),
    actor: personOf(ctx),
    action: command.name,
    object: `telegram:${ctx.msg.chat.id}`,
    result: "refused",
    detail: "",
  });
  await say(ctx, ctx.msg, rightRefused(command.right, ctx.msg.chat.type === "private"));
}
