import type { Context } from "grammy";
import type { Message } from "grammy/types";
import type { TelegramDependencies } from "./dependencies.ts";
import { exportedRows, NOTHING_TO_EXPORT } from "./messages.zh.ts";
import { say, sendFile } from "./send.ts";

/** Sends the tasks that a turn listed as a table, all of them. @param to a message that it stands below @param state what the turn left */
export async function sendTable({ exportTurn }: Pick<TelegramDependencies, "exportTurn">, ctx: Context, to: Message, state: unknown): Promise<void> {
  const file = await exportTurn(state);
  if (!file) return await say(ctx, to, NOTHING_TO_EXPORT);
  await sendFile(ctx, to, file, exportedRows(file.rows));
}
