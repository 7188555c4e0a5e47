import type { MaybeInaccessibleMessage } from "grammy/types";
import type { Office } from "../../../../app/office/office.ts";
import type { ProgressState } from "../../../../app/office/ports.ts";
import { markProgress } from "../../../../app/office/progress.ts";
import { PROGRESS_STATES } from "../../../../app/office/progress-words.zh.ts";
import type { NoticeTask } from "../../../../core/reminders/notice.ts";
import { EXPIRED } from "../messages.zh.ts";
import { edit, editButtons, send } from "../send.ts";
import type { OfficePress, OfficePressContext } from "./press.ts";
import { type CodedTask, codedTask, PROGRESS_PRESS, type ProgressAction, parseProgress, stateRow } from "./progress-buttons.ts";
import * as say from "./progress-messages.zh.ts";
import { findProgressTask, taskListPage, taskPage } from "./progress-view.ts";
import { nameOfChat, personOf } from "./standing.ts";

/** 知道了, 已办结, 需协调, and the list that leads to them. */
export const progressPress: OfficePress = {
  name: PROGRESS_PRESS,
  right: "mark_progress",
  async press(office, ctx, message, rest) {
    const action = parseProgress(rest);
    switch (action?.kind) {
      case "list":
        return await showList(office, ctx, message, action);
      case "view":
        return await showTask(office, ctx, message, action.task, action.origin);
      case "mark":
        return await mark(office, ctx, message, action);
      case undefined:
        return EXPIRED;
    }
  },
};

/** A reminder's list opens below it; a list that is open turns its pages. */
async function showList(
  office: Office,
  ctx: OfficePressContext,
  message: MaybeInaccessibleMessage,
  { origin, page }: Extract<ProgressAction, { kind: "list" }>,
): Promise<string | undefined> {
  const reminder = origin === "0" ? String(message.message_id) : origin;
  const tasks = await tasksOfReminder(office, nameOfChat(message), reminder);
  if (!tasks) return say.TASKS_FORGOTTEN;
  const list = await taskListPage(office, tasks, reminder, page);
  if (origin === "0") await send(ctx, message, list, true);
  else await edit(ctx.api, message.chat.id, message.message_id, list);
  return undefined;
}

async function tasksOfReminder({ stores }: Office, chat: string, messageId: string): Promise<readonly NoticeTask[] | undefined> {
  const sent = await stores.outboxRows({ chat, state: "sent" });
  return sent.find((row) => row.messageId === messageId)?.notice.tasks;
}

async function showTask(
  office: Office,
  ctx: OfficePressContext,
  message: MaybeInaccessibleMessage,
  coded: CodedTask,
  origin: string,
): Promise<string | undefined> {
  const found = await findProgressTask(office, personOf(ctx), nameOfChat(message), coded);
  if (!found) return say.refusedProgress({ kind: "gone" });
  await edit(ctx.api, message.chat.id, message.message_id, await taskPage(office, found, origin));
  return undefined;
}

async function mark(
  office: Office,
  ctx: OfficePressContext,
  message: MaybeInaccessibleMessage,
  { task: coded, state, origin }: Extract<ProgressAction, { kind: "mark" }>,
): Promise<string> {
  const found = await findProgressTask(office, personOf(ctx), nameOfChat(message), coded);
  if (!found) return say.refusedProgress({ kind: "gone" });
  const { task, unit } = found;
  if (unit === undefined) return say.refusedProgress({ kind: "which_unit" });
  const marked = await markProgress(office, personOf(ctx), { ...task, unit }, state);
  if (marked.kind !== "marked") return say.refusedProgress(marked);
  await showMarked();
  return say.markedInPassing(PROGRESS_STATES[state]);

  /** Under a reminder the button is ticked; a task that stands by itself is shown anew; below an answer it is shown for the first time. */
  async function showMarked(): Promise<void> {
    if (coded.unit === "-") await send(ctx, message, await taskPage(office, { task, unit }, "0"), true);
    else if (origin === undefined) await tick(ctx, message, codedTask({ ...task, unit }), state);
    else await edit(ctx.api, message.chat.id, message.message_id, await taskPage(office, { task, unit }, origin));
  }
}

function tick(ctx: OfficePressContext, message: MaybeInaccessibleMessage, task: CodedTask, state: ProgressState): Promise<void> {
  return editButtons(ctx.api, message, { inline_keyboard: [stateRow(task, state)] });
}
