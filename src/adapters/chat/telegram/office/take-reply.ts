import { awaiting } from "../../../../app/conversation.ts";
import type { TelegramDependencies } from "../dependencies.ts";
import { say } from "../send.ts";
import { conversationKey, type Speaker } from "../turn-before.ts";
import type { AskFor } from "./ask-for.ts";
import { type CommandContext, refusalOf } from "./command.ts";
import { OFFICE_REPLIES } from "./registry.ts";

/** What lets a person be asked for words. */
export function askerOf({ stores: { conversations }, clock }: TelegramDependencies, speaker: Speaker): AskFor {
  const key = conversationKey(speaker);
  return async (reply) => {
    if (reply === undefined) await conversations.deleteConversation(key);
    else await conversations.saveConversation(key, { state: awaiting(reply), updatedAtMs: clock() });
  };
}

/** Hands a message to the reply that it is for. @returns false where nothing waits for it */
export async function takeReply(dependencies: TelegramDependencies, ctx: CommandContext, awaited: string): Promise<boolean> {
  const { office } = dependencies;
  const [name = "", ...rest] = awaited.split(":");
  const reply = OFFICE_REPLIES.find((candidate) => candidate.name === name);
  if (!office || !reply) return false;
  const askFor = askerOf(dependencies, ctx.msg);
  await askFor(undefined);
  const refusal = await refusalOf(office, ctx, ctx.msg, reply);
  if (refusal === undefined) return await reply.take(office, ctx, rest.join(":"), askFor);
  await say(ctx, ctx.msg, refusal);
  return true;
}
