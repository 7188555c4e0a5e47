import { type Api, GrammyError } from "grammy";
import type { BroadcastStanding } from "../../../../app/office/broadcast.ts";
import { failedDeliveries, outboxNameOf, standingOf } from "../../../../app/office/broadcast.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { Broadcast } from "../../../../app/office/ports.ts";
import { describeError, type Log } from "../log.ts";
import { pause } from "../pause.ts";
import { edit, sentencePage } from "../send.ts";
import * as say from "./broadcast-messages.zh.ts";
import { broadcastButton } from "./broadcast-screens.ts";

/** Looked at again at the latest after this, while nothing changes. */
const MAX_DELAY_MS = 60_000;

/** What watching needs. */
export interface BroadcastWatching {
  readonly office: Office;
  readonly api: Api;
  readonly log: Log;
  readonly secrets: readonly string[];
  /** Between two edits of a message, at the least. */
  readonly everyMs: number;
}

/** Shows how far the broadcasts are, by editing the message that confirmed each, also after a restart. */
export interface BroadcastWatch {
  /** Tells that a broadcast was confirmed, tried again or recalled. */
  wake(): void;
  /** Goes on until the signal. Never throws. */
  run(signal: AbortSignal): Promise<void>;
}

export function createBroadcastWatch(watching: BroadcastWatching): BroadcastWatch {
  const { office, log, secrets, everyMs } = watching;
  let woken = new AbortController();
  const shown = new Map<string, string>();

  async function lookOnce(): Promise<{ readonly isWatched: boolean; readonly hasChanged: boolean }> {
    const open = (await office.stores.broadcasts()).filter(({ state, progressMessage }) => state !== "draft" && progressMessage !== undefined);
    let hasChanged = false;
    for (const broadcast of open) hasChanged = (await refresh(watching, broadcast, shown)) || hasChanged;
    return { isWatched: open.length > 0, hasChanged };
  }

  return {
    wake: () => woken.abort(),
    async run(signal) {
      let delayMs = everyMs;
      while (!signal.aborted) {
        woken = new AbortController();
        const looked = await lookOnce().catch((error: unknown) => {
          log.warn(say.PROGRESS_NOT_SHOWN, describeError(error, secrets));
          return { isWatched: true, hasChanged: false };
        });
        delayMs = looked.hasChanged ? everyMs : Math.min(MAX_DELAY_MS, delayMs * 2);
        const until = AbortSignal.any([signal, woken.signal]);
        await (looked.isWatched ? pause(delayMs, until) : aborted(until));
        if (woken.signal.aborted) delayMs = everyMs;
      }
    },
  };
}

/** @returns whether anything was new */
async function refresh(watching: BroadcastWatching, broadcast: Broadcast, shown: Map<string, string>): Promise<boolean> {
  const { office, api } = watching;
  const { progressMessage, plannedAtMs } = broadcast;
  const standing = await standingOf(office, broadcast);
  if (!progressMessage || (plannedAtMs !== undefined && plannedAtMs > office.clock() && !standing.isOver)) return false;
  const line = standing.isOver ? await finalWords(office, broadcast, standing) : say.progressLine(standing);
  const isNew = shown.get(broadcast.id) !== line;
  const chatId = Number(progressMessage.chat.slice("telegram:".length));
  if (isNew) await edit(api, chatId, Number(progressMessage.messageId), sentencePage(line));
  shown.set(broadcast.id, line);
  if (standing.isOver) await finish(watching, broadcast, chatId, shown);
  return isNew;
}

async function finalWords({ stores }: Office, broadcast: Broadcast, standing: BroadcastStanding): Promise<string> {
  const sent = await stores.outboxRows({ what: outboxNameOf(broadcast), state: "sent" });
  const maybeTwice = sent.filter((row) => row.maybeTwice).length;
  return [say.progressLine(standing), ...(maybeTwice > 0 ? [say.maybeTwiceNote(maybeTwice)] : [])].join("\n");
}

/** Reports where it failed; then the message is not looked after any more. */
async function finish({ office, api }: BroadcastWatching, broadcast: Broadcast, chatId: number, shown: Map<string, string>): Promise<void> {
  const failures = broadcast.state === "recalled" ? [] : await failedDeliveries(office, broadcast);
  if (failures.length > 0) {
    const retry = broadcastButton(broadcast, say.buttonRetry(failures.length), "retry");
    await api.sendMessage(chatId, say.failureReport(failures), { reply_markup: { inline_keyboard: [[retry]] } }).catch(ignoreBlocked);
  }
  shown.delete(broadcast.id);
  const latest = await office.stores.broadcast(broadcast.id);
  if (latest) await office.stores.saveBroadcast({ ...latest, progressMessage: undefined });
}

/** Who blocked the bot after confirming wants no report. */
function ignoreBlocked(error: unknown): void {
  if (!(error instanceof GrammyError) || error.error_code !== 403) throw error;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
