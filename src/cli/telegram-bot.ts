import { runTelegram } from "../adapters/chat/telegram/run.ts";
import type { WebhookSettings } from "../adapters/chat/telegram/settings.ts";
import { spreadsheets } from "../adapters/spreadsheet/spreadsheets.ts";
import type { Store } from "../adapters/store/store.ts";
import { createTurnExport } from "../app/duties/export-duties.ts";
import { countAnswers, type Figures } from "../app/figures.ts";
import type { FileDesk } from "../app/file-desk.ts";
import type { LiveAssistant } from "../app/live-assistant.ts";
import type { Delivery } from "../app/office/deliver.ts";
import type { BotConfig, KeepDays, TelegramConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import * as sayBot from "./bot-messages.zh.ts";
import { runOffice } from "./compose-office.ts";
import type { Log } from "./log.ts";
import type { RunningOffice } from "./running-office.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A conversation is taken up again within half an hour or not at all. */
const KEEP_CONVERSATIONS_MS = DAY_MS;

/** What the bot works with. */
interface TelegramParts {
  readonly assistant: LiveAssistant;
  readonly office: RunningOffice;
  readonly desk: FileDesk;
  /** That Telegram's updates are really from Telegram; undefined where it is polled. */
  readonly webhookSecret: string | undefined;
  readonly log: Log;
  readonly figures: Figures;
  /** Loads the segmenter; gives its name and version. */
  readonly warmUp: () => Promise<string>;
}

/**
 * Runs the Telegram bot until the signal, and warms the segmenter meanwhile.
 * @throws {AppError} `config_invalid`, `store_failed`
 */
export async function runTelegramBot(
  config: BotConfig & { readonly telegram: TelegramConfig },
  { assistant, office: running, desk, webhookSecret, log, figures, warmUp }: TelegramParts,
  signal: AbortSignal,
): Promise<void> {
  const { telegram, httpsProxy, keepDays } = config;
  const webhook = webhookSecret === undefined ? undefined : webhookOf(config, webhookSecret);
  const [store, office] = await Promise.all([running.store(), running.office()]);
  let delivery: Delivery | undefined;
  running.wakeWith(() => delivery?.wake());
  const housekeeping = setInterval(() => forgetOld(store, keepDays, log), DAY_MS).unref();
  try {
    forgetOld(store, keepDays, log);
    const run = runTelegram({
      settings: { ...telegram, webhook, proxyUrl: httpsProxy },
      assistant: countAnswers(assistant, figures, "telegram"),
      exportTurn: createTurnExport(() => assistant.corpus(), spreadsheets, Date.now),
      desk,
      stores: { conversations: store, places: store, updates: store, questions: store },
      office,
      log,
      clock: Date.now,
    });
    running.recallWith(run.notices);
    delivery = runOffice(office, config, [run.notices], { log, figures });
    const stop = () => Promise.all([run.stop(), delivery?.stop()]);
    const stopped = new Promise<void>((resolve, reject) => signal.addEventListener("abort", () => stop().then(() => resolve(), reject), { once: true }));
    if (signal.aborted) return void (await stop());
    warm(warmUp, log);
    await Promise.race([run.finished, stopped]);
    if (signal.aborted) await stopped;
    else await run.ready;
  } finally {
    clearInterval(housekeeping);
    await delivery?.stop();
  }
}

function webhookOf({ telegram, host, port }: BotConfig, secret: string): WebhookSettings | undefined {
  const { webhook } = telegram ?? {};
  return webhook && { url: webhook.url, secret, host, port: webhook.port ?? port };
}

function warm(warmUp: () => Promise<string>, log: Log): void {
  warmUp().then(
    (builtWith) => log.info(sayBot.segmenterReady(builtWith)),
    (error: unknown) => log.error(sayBot.segmenterFailed(), { message: error instanceof Error ? error.message : String(error) }),
  );
}

/** What a store can no longer do for anyone is forgotten once a day. */
function forgetOld(store: Store, keepDays: KeepDays, log: Log): void {
  const nowMs = Date.now();
  Promise.all([
    store.forgetConversationsBefore(nowMs - KEEP_CONVERSATIONS_MS),
    // Buttons under older messages answer that they are too old.
    store.forgetQuestionsBefore(nowMs - keepDays.questions * DAY_MS),
    store.forgetFeedbackBefore(nowMs - keepDays.feedback * DAY_MS),
    store.forgetAuditBefore(nowMs - keepDays.audit * DAY_MS),
    store.forgetOutboxBefore(nowMs - keepDays.audit * DAY_MS),
  ]).catch((error: unknown) => log.warn(sayBot.storeNotTidied(), { message: error instanceof AppError ? error.message : String(error) }));
}
