import { dateInChina, minuteInChina } from "../../../../app/date-in-china.ts";
import { recipientsOf, sendsAtMs } from "../../../../app/office/broadcast.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { Broadcast } from "../../../../app/office/ports.ts";
import { isWorkingTime } from "../../../../app/office/working-hours.ts";
import { sentencePage } from "../send.ts";
import { sendNotice } from "../send-notice.ts";
import type { ShownPage } from "../shown-answer.ts";
import * as say from "./broadcast-messages.zh.ts";
import { broadcastButton } from "./broadcast-screens.ts";
import type { CommandContext } from "./command.ts";
import { shortCodeOf } from "./short-code.ts";

/** Shows a draft as its readers will see it, then asks whether it is to go out. */
export async function showPreview(office: Office, { api }: Pick<CommandContext, "api">, chatId: number, draft: Broadcast): Promise<void> {
  const page = await confirmationPage(office, draft);
  if (page.buttons) await sendNotice(api, chatId, draft.notice, undefined);
  await api.sendMessage(chatId, page.text, page.buttons && { reply_markup: page.buttons });
}

async function confirmationPage(office: Office, draft: Broadcast): Promise<ShownPage> {
  const nowMs = office.clock();
  const startsAtMs = draft.plannedAtMs ?? nowMs;
  const recipients = await recipientsOf(office, draft.audience);
  if (recipients.reached.length === 0) return sentencePage(say.NOBODY);
  const question = say.confirmation({
    recipients,
    when: draft.plannedAtMs === undefined ? undefined : printTime(draft.plannedAtMs),
    outsideWorkingHours: !(await isWorkingTime(office, startsAtMs)),
    later: recipients.reached.filter((chat) => sendsAtMs(draft, chat, nowMs) > startsAtMs).length,
    robots: recipients.reached.filter(({ kind }) => kind === "robot").length,
    hasFile: draft.notice.file !== undefined,
  });
  const row = [broadcastButton(draft, say.BUTTON_CONFIRM, "ok", confirmedAs(draft)), broadcastButton(draft, say.BUTTON_CANCEL, "no")];
  return sentencePage(question, { inline_keyboard: [row] });
}

/** Stands for what is confirmed: a confirmation that was asked for before the audience or the time was changed is none. */
export function confirmedAs({ audience, plannedAtMs }: Broadcast): string {
  return shortCodeOf(JSON.stringify([audience, plannedAtMs]));
}

/** 2026年11月26日 9:00 */
export function printTime(timeMs: number): string {
  const [year, month, day] = dateInChina(timeMs).split("-").map(Number);
  const minute = minuteInChina(timeMs);
  return `${year}年${month}月${day}日 ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}
