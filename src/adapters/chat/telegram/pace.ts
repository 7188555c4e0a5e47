import type { Transformer } from "grammy";
import { createWindows, type Limit } from "../../../app/office/sliding-windows.ts";
import { pause, type StopSignal } from "./pause.ts";

/** From this pace on nothing is held back: measuring, and Bot API servers of one's own. */
export const UNPACED_FROM = 1000;

/** As Telegram asks, a second longer, because what was sent apart may arrive closer together. */
const GROUP: Limit = { messages: 20, withinMs: 61_000 };
/** Of these, so many at most after notices, so that an answer never waits for a notice. */
const GROUP_NOTICE: Limit = { ...GROUP, messages: 15 };
const PRIVATE_NOTICE: Limit = { messages: 1, withinMs: 1050 };
/** Notices take this part of the pace over all chats. */
const NOTICES_SHARE = 5 / 6;
/** Looked at again after this while answers wait. */
const AFTER_ANSWERS_MS = 20;
const ALL_CHATS = "";

/** The pace of answers and notices together. Chats are Telegram's ids. */
export interface Pace {
  /** How long a notice to the chat has to wait: for Telegram's limits, and for answers, which go first. */
  noticeDelayMs(chat: string): number;
  /** A notice is sent now. */
  countNotice(chat: string): void;
  /** Waits until an answer may be sent, and counts it. Ends early when the signal is aborted. */
  takeAnswer(chat: string, signal?: StopSignal): Promise<void>;
}

/**
 * Counts what was sent in sliding windows. The throttler of the answers knows nothing of notices; this knows both.
 * @param messagesPerSecond over all chats
 * @param nowMs of a time that passes evenly
 */
export function createPace(messagesPerSecond: number, nowMs: () => number): Pace {
  const all: Limit = { messages: Math.max(1, Math.floor(messagesPerSecond)), withinMs: Math.max(1050, Math.ceil(1000 / messagesPerSecond)) };
  const allNotices: Limit = { ...all, messages: Math.max(1, Math.floor(all.messages * NOTICES_SHARE)) };
  const windows = createWindows(nowMs, Math.max(all.withinMs, GROUP.withinMs));
  let answersWaiting = 0;

  function answerDelayMs(chat: string): number {
    return Math.max(windows.delayMs(ALL_CHATS, all), isGroup(chat) ? windows.delayMs(chat, GROUP) : 0);
  }
  function count(chat: string): void {
    windows.add(ALL_CHATS);
    windows.add(chat);
  }
  return {
    noticeDelayMs: (chat) =>
      Math.max(
        answersWaiting > 0 ? AFTER_ANSWERS_MS : 0,
        windows.delayMs(ALL_CHATS, allNotices),
        windows.delayMs(chat, isGroup(chat) ? GROUP_NOTICE : PRIVATE_NOTICE),
      ),
    countNotice: count,
    async takeAnswer(chat, signal) {
      answersWaiting += 1;
      try {
        for (let delayMs = answerDelayMs(chat); delayMs > 0 && signal?.aborted !== true; delayMs = answerDelayMs(chat)) await pause(delayMs, signal);
        count(chat);
      } finally {
        answersWaiting -= 1;
      }
    },
  };
}

/** Lets every call that is for a chat take its turn. */
export function paceAnswers(pace: Pace): Transformer {
  return async (previous, method, payload, signal) => {
    if ("chat_id" in payload) await pace.takeAnswer(String(payload.chat_id), signal);
    return await previous(method, payload, signal);
  };
}

/** Groups and channels have negative ids. */
function isGroup(chat: string): boolean {
  return chat.startsWith("-");
}
