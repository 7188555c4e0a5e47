import { type Context, GrammyError } from "grammy";
import type { Message } from "grammy/types";
import { AppError } from "../../../errors.ts";
import type { TelegramDependencies } from "./dependencies.ts";
import { downloadFile } from "./download-file.ts";
import { renderFileButtons } from "./file-buttons.ts";
import { cutText, MAX_MESSAGE_CHARACTERS } from "./fit.ts";
import { FILE_NOT_FETCHED, FILE_TOO_LARGE, ONLY_ADMINS } from "./messages.zh.ts";
import { refusalOf } from "./office/command.ts";
import type { SentFile } from "./request.ts";
import { say, send } from "./send.ts";

/** The most that Telegram hands over to a bot. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Who may send files and decide on them. */
export const IMPORT = { name: "import", right: "import" } as const;

/** Answers a file sent in a private chat: what was read in it, and the buttons 收录 and 放弃. */
export async function answerFile(dependencies: TelegramDependencies, ctx: Context & { readonly msg: Message }, file: SentFile): Promise<void> {
  const { desk, office } = dependencies;
  if (!desk || !office || (await refusalOf(office, ctx, ctx.msg, IMPORT))) return await say(ctx, ctx.msg, ONLY_ADMINS);
  if (file.bytes !== undefined && file.bytes > MAX_FILE_BYTES) return await say(ctx, ctx.msg, FILE_TOO_LARGE);
  const path = await findPath(ctx, file);
  const bytes = path === undefined ? undefined : await downloadFile(dependencies.settings, path, MAX_FILE_BYTES, dependencies.agent);
  if (!bytes) return await say(ctx, ctx.msg, FILE_NOT_FETCHED);
  try {
    const { id, report } = await desk.receive(file.name, bytes);
    await send(ctx, ctx.msg, { text: cutText(report, MAX_MESSAGE_CHARACTERS), entities: [], buttons: renderFileButtons(id) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await say(ctx, ctx.msg, cutText(error.message, MAX_MESSAGE_CHARACTERS));
  }
}

/** Undefined where Telegram does not hand the file over. */
async function findPath(ctx: Context, { fileId }: SentFile): Promise<string | undefined> {
  try {
    return (await ctx.api.getFile(fileId)).file_path;
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400) return undefined;
    throw error;
  }
}
