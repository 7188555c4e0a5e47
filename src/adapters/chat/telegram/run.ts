import { type Bot, GrammyError } from "grammy";
import type { InlineKeyboardMarkup, UserFromGetMe } from "grammy/types";
import { keepOnce } from "../../../app/keep-once.ts";
import type { NoticeSender } from "../../../app/office/outbox.ts";
import type { Notice } from "../../../core/reminders/notice.ts";
import { AppError } from "../../../errors.ts";
import { createTelegramBot, secretsOf, type TelegramBot } from "./bot.ts";
import type { TelegramDependencies } from "./dependencies.ts";
import { describeError } from "./log.ts";
import { createNoticeSender } from "./notice-sender.ts";
import { registerMenus } from "./office/menu.ts";
import { progressButtons } from "./office/progress-buttons.ts";
import { createPace, UNPACED_FROM } from "./pace.ts";
import { type Persistence, persist } from "./persist.ts";
import { startPolling, type UpdateIntake } from "./polling.ts";
import { createProxyAgent } from "./proxy-agent.ts";
import { ALLOWED_UPDATES, DEFAULT_TIMING, type WebhookSettings } from "./settings.ts";
import { startWebhook } from "./webhook.ts";

/** A running bot. */
export interface TelegramRun {
  /** Hands over what is not an answer. */
  readonly notices: NoticeSender;
  /** Settles when the bot takes updates: who it is, or undefined when it was stopped before. */
  readonly ready: Promise<UserFromGetMe | undefined>;
  /**
   * Settles when the bot has ended: stopped, or for good.
   * @throws {AppError} `config_invalid` when Telegram does not accept the token or the webhook, or the port is taken
   */
  readonly finished: Promise<void>;
  /** Takes no more updates, finishes what is in hand and ends, within 5 s. */
  stop(): Promise<void>;
}

/** Starts the bot and keeps it running through any trouble of the network. Returns at once. */
export function runTelegram(given: TelegramDependencies): TelegramRun {
  const dependencies = {
    ...given,
    stores: { ...given.stores, questions: keepOnce(given.stores.questions) },
  };
  const { settings, log } = dependencies;
  const persistence: Persistence = { log, timing: settings.timing ?? DEFAULT_TIMING, secrets: secretsOf(dependencies) };
  const stopping = new AbortController();
  const { signal } = stopping;
  let telegram: TelegramBot | undefined;
  let intake: UpdateIntake | undefined;
  let watched: Promise<void> | undefined;

  const pace = settings.messagesPerSecond < UNPACED_FROM ? createPace(settings.messagesPerSecond, () => performance.now()) : undefined;
  const created = createProxyAgent(settings.proxyUrl, settings.apiRoot).then((agent) => createTelegramBot({ ...dependencies, agent }, pace));
  const notices = createNoticeSender({ api: async () => (await created).noticeApi, pace, buttonsOf: buttonsUnder });

  async function start(): Promise<UserFromGetMe | undefined> {
    telegram = await created;
    const { bot } = telegram;
    const me = await persist(() => bot.api.getMe(), persistence, signal);
    if (!me) return undefined;
    bot.botInfo = me;
    intake = settings.webhook ? await receiveByWebhook(bot, settings.webhook, persistence, signal) : await receiveByPolling(bot, persistence, signal);
    if (!intake) return undefined;
    void registerCommands(bot, persistence, dependencies.office !== undefined);
    watched = telegram.broadcastWatch?.run(signal);
    log.info("Telegram 机器人已启动", {
      bot: me.username,
      intake: settings.webhook ? "webhook" : "polling",
      seesAllGroupMessages: me.can_read_all_group_messages,
    });
    return me;
  }

  const ready = start();
  const finished = ready.then(() => intake?.finished);
  finished.catch(() => undefined);
  return {
    notices,
    ready,
    finished,
    async stop() {
      stopping.abort();
      await ready.catch(() => undefined);
      await intake?.stop();
      await watched;
      const left = await telegram?.inHand.settled(persistence.timing.stopWithinMs);
      if (left) log.warn("停止时还有消息没有答完", { left });
    },
  };
}

/** @returns undefined when it was stopped first */
async function receiveByPolling(bot: Bot, persistence: Persistence, signal: AbortSignal): Promise<UpdateIntake | undefined> {
  const deleted = await persist(() => bot.api.deleteWebhook(), persistence, signal);
  return deleted ? startPolling(bot, persistence) : undefined;
}

/** Listens first, so that nothing is delivered to a closed port. */
async function receiveByWebhook(bot: Bot, webhook: WebhookSettings, persistence: Persistence, signal: AbortSignal): Promise<UpdateIntake | undefined> {
  const intake = await startWebhook(bot, webhook, persistence);
  try {
    await persist(() => bot.api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES }), persistence, signal);
    return intake;
  } catch (error) {
    await intake.stop();
    if (!(error instanceof GrammyError)) throw error;
    throw new AppError("config_invalid", "Telegram 不接受 TELEGRAM_WEBHOOK_URL，请用 443、80、88 或 8443 端口的 https 地址。", { cause: error });
  }
}

/** The menu of commands. The bot answers without it too, so nothing waits for it. Never throws. */
async function registerCommands(bot: Bot, { log, secrets }: Persistence, withOffice: boolean): Promise<void> {
  try {
    await registerMenus(bot.api, withOffice);
  } catch (error) {
    log.warn("命令菜单没有登记上", describeError(error, secrets));
  }
}

/** What may be said of the tasks of a notice. */
function buttonsUnder({ tasks = [] }: Notice): InlineKeyboardMarkup | undefined {
  const rows = progressButtons(tasks);
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}
