import { type Context, GrammyError } from "grammy";
import type { MaybeInaccessibleMessage } from "grammy/types";
import { AppError } from "../../../errors.ts";
import { isAdmin } from "./answer-file.ts";
import type { TelegramDependencies } from "./dependencies.ts";
import type { FileDecision } from "./file-buttons.ts";
import { cutText, MAX_MESSAGE_CHARACTERS } from "./fit.ts";
import { EXPIRED, ONLY_ADMINS } from "./messages.zh.ts";

/** Imports a waiting file or forgets it; the report gives way to what became of it. @returns what the person is told in passing, if anything */
export async function decideFile(
  dependencies: TelegramDependencies,
  ctx: Context,
  { chat, message_id: messageId }: MaybeInaccessibleMessage,
  { kind, fileId }: FileDecision,
): Promise<string | undefined> {
  const { desk } = dependencies;
  if (!desk || chat.type !== "private" || !isAdmin(dependencies, ctx.from?.id)) return ONLY_ADMINS;
  const said = await decide();
  if (said === undefined) return EXPIRED;
  try {
    await ctx.api.editMessageText(chat.id, messageId, cutText(said, MAX_MESSAGE_CHARACTERS), { link_preview_options: { is_disabled: true } });
  } catch (error) {
    // The report is too old to be edited; what was decided is done.
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    await ctx.api.sendMessage(chat.id, cutText(said, MAX_MESSAGE_CHARACTERS));
  }
  return undefined;

  async function decide(): Promise<string | undefined> {
    try {
      return await (kind === "import" ? desk?.accept(fileId) : desk?.discard(fileId));
    } catch (error) {
      if (error instanceof AppError) return error.message;
      throw error;
    }
  }
}
