import type { Message } from "grammy/types";
import { dateInChina, momentInChina } from "../../../../app/date-in-china.ts";
import { draftBroadcast, recipientsOf } from "../../../../app/office/broadcast.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { Notice } from "../../../../core/reminders/notice.ts";
import { parsePlannedTime } from "../../../../core/reminders/planned-time.ts";
import { cutText } from "../fit.ts";
import { noticeLength, noticeLimit } from "../render-notice.ts";
import { say, send } from "../send.ts";
import type { AskFor } from "./ask-for.ts";
import * as words from "./broadcast-messages.zh.ts";
import { printTime, showPreview } from "./broadcast-preview.ts";
import { audienceScreen } from "./broadcast-screens.ts";
import type { CommandContext, OfficeCommand } from "./command.ts";
import { noticeBehindCommand, noticeIn } from "./notice-content.ts";
import type { OfficeReply } from "./reply.ts";
import { personOf } from "./standing.ts";

/** What the next message is asked for as: the notice, or when it goes out (`time:<broadcast>`). */
const NOTICE_REPLY = "broadcast:notice";
const MAX_QUOTED_CHARACTERS = 40;

export function timeReplyOf(broadcastId: string): string {
  return `broadcast:time:${broadcastId}`;
}

/** `/broadcast 各单位：…`, or as a reply to a message, or alone, which asks for the notice. */
export const broadcastCommand: OfficeCommand = {
  name: "broadcast",
  summary: words.BROADCAST_SUMMARY,
  right: "broadcast",
  async run(office, ctx, _words, askFor) {
    const notice = noticeBehindCommand(ctx.msg) ?? (ctx.msg.reply_to_message && noticeIn(ctx.msg.reply_to_message as Message));
    if (notice) return await begin(office, ctx, notice, askFor);
    await askFor(NOTICE_REPLY);
    await say(ctx, ctx.msg, ctx.msg.reply_to_message ? words.NOTHING_TO_SEND : words.ASK_FOR_NOTICE);
  },
};

/** The notice, or its time, sent in a message of its own. */
export const broadcastReply: OfficeReply = {
  name: "broadcast",
  right: "broadcast",
  async take(office, ctx, rest, askFor) {
    const [what, broadcastId = ""] = rest.split(":");
    if (what === "time") return await takeTime(office, ctx, broadcastId, askFor);
    const notice = noticeIn(ctx.msg);
    if (notice) await begin(office, ctx, notice, askFor);
    else {
      await askFor(NOTICE_REPLY);
      await say(ctx, ctx.msg, words.NOTHING_TO_SEND);
    }
    return true;
  },
};

async function begin(office: Office, ctx: CommandContext, notice: Notice, askFor: AskFor): Promise<void> {
  const [length, limit] = [noticeLength(notice), noticeLimit(notice)];
  if (length > limit) {
    await askFor(NOTICE_REPLY);
    return await say(ctx, ctx.msg, words.noticeTooLong(length, limit, notice.file !== undefined));
  }
  const { reached } = await recipientsOf(office, { kind: "all" });
  if (reached.length === 0) return await say(ctx, ctx.msg, words.NOBODY);
  await send(ctx, ctx.msg, audienceScreen(await draftBroadcast(office, personOf(ctx), notice), reached));
}

async function takeTime(office: Office, ctx: CommandContext, broadcastId: string, askFor: AskFor): Promise<boolean> {
  const draft = await office.stores.broadcast(broadcastId);
  if (draft?.state !== "draft") return false;
  const typed = ctx.msg.text ?? "";
  const nowMs = office.clock();
  const time = parsePlannedTime(typed, dateInChina(nowMs));
  const plannedAtMs = time && momentInChina(time.date, time.minutes);
  if (plannedAtMs === undefined || plannedAtMs <= nowMs) {
    const trouble = plannedAtMs === undefined ? words.timeUnreadable(cutText(typed, MAX_QUOTED_CHARACTERS)) : words.timePassed(printTime(plannedAtMs));
    await askFor(timeReplyOf(broadcastId));
    await say(ctx, ctx.msg, trouble);
    return true;
  }
  const timed = { ...draft, plannedAtMs };
  await office.stores.saveBroadcast(timed);
  await showPreview(office, ctx, ctx.msg.chat.id, timed);
  return true;
}
