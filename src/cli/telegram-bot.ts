import type { FileDesk } from "../adapters/chat/telegram/dependencies.ts";
import { runTelegram } from "../adapters/chat/telegram/run.ts";
import { openStore, type Store } from "../adapters/store/store.ts";
import type { LiveAssistant } from "../app/live-assistant.ts";
import type { Delivery } from "../app/office/deliver.ts";
import type { BotConfig, KeepDays, TelegramConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import * as sayBot from "./bot-messages.zh.ts";
import type { LiveReports } from "./compose-live.ts";
import { composeOffice, runOffice } from "./compose-office.ts";
import { createLog, type Log } from "./log.ts";
import * as say from "./messages.zh.ts";
import { secretsOf } from "./secrets.ts";
import { loadWebhookSecret } from "./webhook-secret.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A conversation is taken up again within half an hour or not at all. */
const KEEP_CONVERSATIONS_MS = DAY_MS;

/**
 * Runs the Telegram bot until the signal, and warms the segmenter meanwhile. Stops in reverse: updates first, then the store.
 * @param createAssistant makes who answers, telling the log when the documents changed
 * @param createDesk makes who takes the files of administrators
 * @param warmUp loads the segmenter; gives its name and version
 * @throws {AppError} `config_invalid`, `store_failed`
 */
export async function runTelegramBot(
  config: BotConfig & { readonly telegram: TelegramConfig },
  createAssistant: (reports: LiveReports) => LiveAssistant,
  createDesk: (assistant: LiveAssistant) => FileDesk & { close(): Promise<void> },
  warmUp: () => Promise<string>,
  signal: AbortSignal,
): Promise<void> {
  const { telegram, home, httpsProxy, databaseUrl, keepDays } = config;
  const store = await openStore({ directory: home, databaseUrl });
  const webhook = telegram.webhook && {
    url: telegram.webhook.url,
    secret: telegram.webhook.secret ?? loadWebhookSecret(home),
    host: config.host,
    port: telegram.webhook.port ?? config.port,
  };
  const log = createLog(config.logLevel, [webhook?.secret ?? "", ...secretsOf(config)]);
  const assistant = createAssistant({
    onRenewed: () => log.info(say.documentsRenewed()),
    onFailed: (error) => log.error(say.documentsNotRenewed(error instanceof Error ? error.message : String(error))),
  });
  const desk = createDesk(assistant);
  let delivery: Delivery | undefined;
  const office = composeOffice(config, store, assistant, () => delivery?.wake());
  const housekeeping = setInterval(() => forgetOld(store, keepDays, log), DAY_MS).unref();
  try {
    forgetOld(store, keepDays, log);
    const run = runTelegram({
      settings: { ...telegram, webhook, proxyUrl: httpsProxy },
      assistant,
      desk,
      stores: { conversations: store, places: store, updates: store, questions: store },
      office,
      log,
      clock: Date.now,
    });
    delivery = runOffice(office, config, [run.notices], log);
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
    await desk.close();
    await store.close();
    log.info(sayBot.botStopped());
  }
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
