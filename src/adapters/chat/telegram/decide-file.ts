import type { Context } from "grammy";
import type { MaybeInaccessibleMessage } from "grammy/types";
import { AppError } from "../../../errors.ts";
import { IMPORT } from "./answer-file.ts";
import type { TelegramDependencies } from "./dependencies.ts";
import type { FileDecision } from "./file-buttons.ts";
import { cutText, MAX_MESSAGE_CHARACTERS } from "./fit.ts";
import { EXPIRED, ONLY_ADMINS } from "./messages.zh.ts";
import { refusalOf } from "./office/command.ts";
import { showInstead } from "./office/press.ts";
import { nameOfChat, personOf } from "./office/standing.ts";

/** Imports a waiting file or forgets it; the report gives way to what became of it. @returns what the person is told in passing, if anything */
export async function decideFile(
  dependencies: TelegramDependencies,
  ctx: Context,
  message: MaybeInaccessibleMessage,
  { kind, fileId }: FileDecision,
): Promise<string | undefined> {
  const { desk, office } = dependencies;
  if (!desk || !office || (await refusalOf(office, ctx, message, IMPORT))) return ONLY_ADMINS;
  const { said, result } = await decide();
  if (said === undefined) return EXPIRED;
  await office.stores.audit({ atMs: office.clock(), actor: personOf(ctx), action: kind, object: nameOfChat(message), result, detail: fileId });
  await showInstead(ctx, message, cutText(said, MAX_MESSAGE_CHARACTERS));
  return undefined;

  async function accepted(): Promise<string | undefined> {
    return (await desk?.accept(fileId))?.said;
  }

  async function decide(): Promise<{ readonly said: string | undefined; readonly result: "done" | "failed" }> {
    try {
      return { said: await (kind === "import" ? accepted() : desk?.discard(fileId)), result: "done" };
    } catch (error) {
      if (error instanceof AppError) return { said: error.message, result: "failed" };
      throw error;
    }
  }
}
