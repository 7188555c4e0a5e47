import type { Api } from "grammy";
import type { MaybeInaccessibleMessage } from "grammy/types";
import { type BroadcastStanding, standingOf } from "../../../../app/office/broadcast.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { NoticeSender } from "../../../../app/office/outbox.ts";
import type { Broadcast } from "../../../../app/office/ports.ts";
import { recallBroadcast } from "../../../../app/office/recall-broadcast.ts";
import { editOrSend, say, send, sentencePage } from "../send.ts";
import { deleteMessage } from "../send-notice.ts";
import type { ShownPage } from "../shown-answer.ts";
import * as words from "./broadcast-messages.zh.ts";
import { printTime } from "./broadcast-preview.ts";
import { cutLabel, RECALL_PRESS } from "./broadcast-screens.ts";
import type { OfficeCommand } from "./command.ts";
import type { OfficePress, OfficePressContext } from "./press.ts";
import { personOf } from "./standing.ts";

/** Telegram deletes what a bot sent within two days. */
const DELETABLE_MS = 48 * 60 * 60 * 1000;
const MAX_LISTED = 8;

/** `/recall`: the last broadcasts, to choose one to be taken back. */
export const recallCommand: OfficeCommand = {
  name: "recall",
  summary: words.RECALL_SUMMARY,
  right: "broadcast",
  async run(office, ctx) {
    const recallable = await recallableOf(office);
    if (recallable.length === 0) return await say(ctx, ctx.msg, words.NOTHING_TO_RECALL);
    const [only, ...others] = recallable;
    if (only && others.length === 0) return await send(ctx, ctx.msg, await questionPage(office, only));
    const rows = recallable.map((broadcast) => [button(broadcast, labelOf(broadcast), "ask")]);
    await send(ctx, ctx.msg, sentencePage(words.WHICH_TO_RECALL, { inline_keyboard: rows }));
  },
};

/** Broadcasts, last first, of which something may be taken back; those too whose recall was broken off. */
async function recallableOf(office: Office): Promise<readonly Broadcast[]> {
  const since = office.clock() - DELETABLE_MS;
  const recent = (await office.stores.broadcasts()).filter(({ createdAtMs, plannedAtMs }) => Math.max(createdAtMs, plannedAtMs ?? 0) >= since);
  const counts = await Promise.all(recent.map((broadcast) => standingOf(office, broadcast)));
  const left = recent.filter((_, index) => isLeft(counts[index]));
  return left.sort((one, other) => other.createdAtMs - one.createdAtMs).slice(0, MAX_LISTED);
}

function isLeft(standing: BroadcastStanding | undefined): boolean {
  return standing !== undefined && standing.count.sent + standing.count.sending + standing.count.waiting > 0;
}

/** The buttons of a recall: which one, whether really, and once more. */
export const recallPress: OfficePress = {
  name: RECALL_PRESS,
  right: "broadcast",
  async press(office, ctx, message, rest) {
    const [id = "", action = ""] = rest.split(":");
    const broadcast = await office.stores.broadcast(id);
    if (!broadcast || broadcast.state === "draft") return words.NO_BROADCAST;
    if (action === "ask") await editOrSend(ctx.api, message, await questionPage(office, broadcast));
    if (action === "no") await editOrSend(ctx.api, message, sentencePage(words.RECALL_KEPT));
    if (action === "yes") await recall(office, ctx, message, broadcast);
    return undefined;
  },
};

async function recall(office: Office, ctx: OfficePressContext, message: MaybeInaccessibleMessage, broadcast: Broadcast): Promise<void> {
  await editOrSend(ctx.api, message, sentencePage(words.RECALLING));
  const result = await recallBroadcast(office, broadcast, personOf(ctx), deleteIn(ctx.api));
  const again = result.onTheWay > 0 ? { inline_keyboard: [[button(broadcast, words.BUTTON_RECALL_AGAIN, "yes")]] } : undefined;
  await editOrSend(ctx.api, message, sentencePage(words.recallReport(result), again));
}

async function questionPage(office: Office, broadcast: Broadcast): Promise<ShownPage> {
  const row = [button(broadcast, words.BUTTON_RECALL, "yes"), button(broadcast, words.BUTTON_KEEP, "no")];
  return sentencePage(words.recallQuestion(broadcast.notice.title, await standingOf(office, broadcast)), { inline_keyboard: [row] });
}

function button({ id }: Broadcast, text: string, action: "ask" | "yes" | "no") {
  return { text, callback_data: `${RECALL_PRESS}:${id}:${action}` };
}

function labelOf({ notice, plannedAtMs, createdAtMs }: Broadcast): string {
  return cutLabel(`${printTime(plannedAtMs ?? createdAtMs)} ${notice.title} ${notice.paragraphs[0] ?? ""}`);
}

/** Only messages in Telegram can be deleted; group robots delete nothing. */
function deleteIn(api: Api): NoticeSender["recall"] {
  return async (chat, messageId) => chat.startsWith(TELEGRAM) && (await deleteMessage(api, Number(chat.slice(TELEGRAM.length)), Number(messageId)));
}

const TELEGRAM = "telegram:";
