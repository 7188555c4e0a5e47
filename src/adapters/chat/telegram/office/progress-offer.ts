import type { InlineKeyboardButton } from "grammy/types";
import type { Office } from "../../../../app/office/office.ts";
import type { Answer } from "../../../../core/answer/index.ts";
import type { CommandContext } from "./command.ts";
import { codedTask, stateRow } from "./progress-buttons.ts";
import { mayHere } from "./standing.ts";

/** Below the answer that is one task, for those who may say how far it is. */
export async function offerProgress(office: Office, ctx: CommandContext, { items }: Answer): Promise<InlineKeyboardButton[][]> {
  const [item, ...others] = items;
  if (!item || others.length > 0 || !(await mayHere(office, ctx, ctx.msg, "mark_progress"))) return [];
  return [stateRow(codedTask({ documentId: item.document, ordinal: item.ordinal, unit: undefined }))];
}
