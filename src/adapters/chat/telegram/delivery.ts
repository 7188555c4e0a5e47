import { autoRetry } from "@grammyjs/auto-retry";
import { type APIThrottlerOptions, apiThrottler } from "@grammyjs/transformer-throttler";
import { HttpError, type Transformer } from "grammy";
import { type Pace, paceAnswers } from "./pace.ts";
import { pause } from "./pause.ts";

const MAX_ATTEMPTS = 4;
/** A chat that Telegram holds back for longer is given up for this message. */
const MAX_WAIT_SECONDS = 60;

/**
 * How calls reach Telegram, innermost first: paced, repeated where that is safe, held back when told to, sent after a group that moved.
 * @param pace that of answers and notices together; undefined holds nothing back
 */
export function deliveryOf(messagesPerSecond: number, retryDelayMs: number, pace: Pace | undefined): Transformer[] {
  return [
    ...(pace ? [paceAnswers(pace), apiThrottler(paceOf(messagesPerSecond))] : []),
    repeatWhereSafe(retryDelayMs),
    autoRetry({ maxRetryAttempts: MAX_ATTEMPTS - 1, maxDelaySeconds: MAX_WAIT_SECONDS, rethrowHttpErrors: true, rethrowInternalServerErrors: true }),
    followMovedGroup,
  ];
}

/** Over all chats as set; in a group 20 a minute; in a private chat 1 a second after a burst of 3, as Telegram asks. */
export function paceOf(messagesPerSecond: number): APIThrottlerOptions {
  return {
    global: globalPaceOf(messagesPerSecond),
    group: { maxConcurrent: 1, reservoir: 20, reservoirRefreshAmount: 20, reservoirRefreshInterval: 60_000 },
    out: { maxConcurrent: 1, reservoir: 3, reservoirIncreaseAmount: 1, reservoirIncreaseInterval: 1000, reservoirIncreaseMaximum: 3 },
  };
}

/** Whole messages in an interval that the limiter can keep: a multiple of 250 ms. 0.5 a second is 1 in 2 s. */
function globalPaceOf(messagesPerSecond: number): NonNullable<APIThrottlerOptions["global"]> {
  const messages = Math.max(1, Math.floor(messagesPerSecond));
  return { reservoir: messages, reservoirRefreshAmount: messages, reservoirRefreshInterval: Math.ceil((messages / messagesPerSecond) * 4) * 250 };
}

/**
 * Repeats a call that failed in a way that a second attempt may mend. A refusal (an answer of status 5xx) is always repeated.
 * After a broken connection nobody knows whether the call was accepted, so one that makes a message is repeated only when
 * the connection was never made; otherwise the reader might get it twice.
 */
function repeatWhereSafe(retryDelayMs: number): Transformer {
  return async (previous, method, payload, signal) => {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt >= MAX_ATTEMPTS || method === "getUpdates" || signal?.aborted === true;
      try {
        const response = await previous(method, payload, signal);
        if (isLast || response.ok || response.error_code < 500) return response;
      } catch (error) {
        if (isLast || !(error instanceof HttpError) || (makesMessage(method) && !neverConnected(error))) throw error;
      }
      await pause(retryDelayMs * 2 ** (attempt - 1), signal);
    }
  };
}

function makesMessage(method: string): boolean {
  return /^(?:send|copy|forward)/u.test(method);
}

const CONNECT_FAILURES: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH"]);

/** Whether a call failed before anything of it was sent. */
export function neverConnected(error: HttpError): boolean {
  const { error: cause } = error;
  return cause instanceof Error && "code" in cause && CONNECT_FAILURES.has(cause.code);
}

/** A group that became a supergroup has a new id; the call goes there. */
const followMovedGroup: Transformer = async (previous, method, payload, signal) => {
  const response = await previous(method, payload, signal);
  const movedTo = response.ok ? undefined : response.parameters?.migrate_to_chat_id;
  return movedTo === undefined ? response : previous(method, { ...payload, chat_id: movedTo }, signal);
};
