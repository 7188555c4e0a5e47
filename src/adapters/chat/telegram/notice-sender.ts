import { type Api, GrammyError, HttpError } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { NoticeSender, SendResult } from "../../../app/office/outbox.ts";
import type { Notice } from "../../../core/reminders/notice.ts";
import { neverConnected } from "./delivery.ts";
import { NOTICE_FAILURES, noticeRefused } from "./messages.zh.ts";
import type { Pace } from "./pace.ts";
import { deleteMessage, sendNotice } from "./send-notice.ts";

const PLATFORM = "telegram";

/** What sending notices needs. */
export interface NoticeSenderDependencies {
  /** Makes calls as they are: neither held back nor repeated, which is done by the deliverer. Waits until there is a way to Telegram. */
  readonly api: () => Promise<Api>;
  /** Undefined holds nothing back. */
  readonly pace: Pace | undefined;
  /** @param id of the outbox row */
  readonly buttonsOf: (notice: Notice, id: string) => InlineKeyboardMarkup | undefined;
}

/** Hands notices over to Telegram. */
export function createNoticeSender({ api, pace, buttonsOf }: NoticeSenderDependencies): NoticeSender {
  return {
    platform: PLATFORM,
    delayMs: (chat) => pace?.noticeDelayMs(idOf(chat)) ?? 0,
    async send(chat, notice, signal, id) {
      try {
        const calls = await api();
        pace?.countNotice(idOf(chat));
        const sent = await sendNotice(calls, Number(idOf(chat)), notice, buttonsOf(notice, id), signal);
        return { kind: "accepted", messageId: String(sent.message_id) };
      } catch (error) {
        return resultOf(error);
      }
    },
    recall: async (chat, messageId) => await deleteMessage(await api(), Number(idOf(chat)), Number(messageId)),
  };
}

function idOf(chat: string): string {
  return chat.slice(PLATFORM.length + 1);
}

function resultOf(error: unknown): SendResult {
  if (error instanceof GrammyError) return refusalOf(error);
  if (error instanceof HttpError && neverConnected(error)) return { kind: "later", afterMs: undefined, failure: NOTICE_FAILURES.unreachable, unsure: false };
  // Broken off, or answered with something that is no answer of the Bot API: nobody knows whether it was accepted.
  return { kind: "later", afterMs: undefined, failure: NOTICE_FAILURES.noAnswer, unsure: true };
}

/** What Telegram says of a chat that is not to be written to any more. */
const GONE =
  /chat not found|user is deactivated|group chat was deactivated|bot is not a member|PEER_ID_INVALID|CHAT_WRITE_FORBIDDEN|not enough rights|have no rights|need administrator rights/iu;

function refusalOf({ error_code: code, description, parameters }: GrammyError): SendResult {
  if (parameters.migrate_to_chat_id !== undefined) return { kind: "moved", to: `${PLATFORM}:${parameters.migrate_to_chat_id}` };
  if (code === 429) return { kind: "later", afterMs: (parameters.retry_after ?? 1) * 1000, failure: NOTICE_FAILURES.tooFast, unsure: false };
  // Not the chat's fault: the server fails, or the token is not accepted, which ends the bot.
  if (code >= 500 || code === 401 || code === 404 || code === 409) return { kind: "later", afterMs: undefined, failure: NOTICE_FAILURES.busy, unsure: false };
  if (code === 403) return { kind: "refused", failure: NOTICE_FAILURES.blocked, gone: true };
  if (GONE.test(description)) return { kind: "refused", failure: NOTICE_FAILURES.notWritable, gone: true };
  return { kind: "refused", failure: noticeRefused(code), gone: false };
}
