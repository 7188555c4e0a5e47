import type { Office } from "../../../../app/office/office.ts";
import { findProgress, markProgress } from "../../../../app/office/progress.ts";
import { say, send } from "../send.ts";
import type { CommandContext } from "./command.ts";
import { PROGRESS_PRESS, parseProgress } from "./progress-buttons.ts";
import * as zh from "./progress-messages.zh.ts";
import { findProgressTask, taskPage } from "./progress-view.ts";
import { mayHere, nameOfChat, personOf } from "./standing.ts";

const MAX_NOTE_CHARACTERS = 200;
/** A reply that asks something is a question, not a note. */
const ASKS = /[?\uff1f]|什么|哪|谁|怎么|多少|几[项个次]|吗$/u;

/**
 * Takes a line that somebody who may mark progress adds to what was said of a task, by replying to the message that shows it.
 * @returns false for every other message, which is a question then
 */
export async function takeNote(office: Office, ctx: CommandContext, words: string): Promise<boolean> {
  const coded = taskUnder(ctx.msg.reply_to_message);
  if (!coded || ASKS.test(words) || !(await mayHere(office, ctx, ctx.msg, "mark_progress"))) return false;
  const found = await findProgressTask(office, personOf(ctx), nameOfChat(ctx.msg), coded);
  if (found?.unit === undefined) return false;
  const unitTask = { ...found.task, unit: found.unit };
  const said = await findProgress(office, unitTask);
  if (!said) return false;
  const note = words.replace(/\s+/gu, " ").trim();
  if ([...note].length > MAX_NOTE_CHARACTERS) {
    await say(ctx, ctx.msg, zh.NOTE_TOO_LONG);
    return true;
  }
  const marked = await markProgress(office, personOf(ctx), unitTask, said.state, note);
  if (marked.kind === "marked") await send(ctx, ctx.msg, await taskPage(office, { task: found.task, unit: found.unit }, "0"));
  else await say(ctx, ctx.msg, zh.refusedProgress(marked));
  return true;
}

/** The one task that a message of ours is about: a reminder of one, or a task shown by itself. An answer is asked about, not added to. */
function taskUnder(message: CommandContext["msg"]["reply_to_message"]) {
  const tasks = (message?.reply_markup?.inline_keyboard.flat() ?? []).flatMap((button) => {
    const data = "callback_data" in button ? button.callback_data : "";
    const action = data.startsWith(`${PROGRESS_PRESS}:`) ? parseProgress(data.slice(PROGRESS_PRESS.length + 1)) : undefined;
    return action?.kind === "mark" && action.task.unit !== "-" ? [action.task] : [];
  });
  return tasks[0];
}
