import { sequentialize } from "@grammyjs/runner";
import { Api, Bot, type Context } from "grammy";
import { answerInline } from "./answer-inline.ts";
import { answerMessage, isAllowed } from "./answer-message.ts";
import { answerPress } from "./answer-press.ts";
import { deliveryOf } from "./delivery.ts";
import type { TelegramDependencies } from "./dependencies.ts";
import { errorBoundary } from "./error-boundary.ts";
import { createInHand, type InHand } from "./in-hand.ts";
import { sendJsonCalls } from "./json-calls.ts";
import { describeError } from "./log.ts";
import { isBroadcastPress } from "./office/broadcast-screens.ts";
import { type BroadcastWatch, createBroadcastWatch } from "./office/broadcast-watch.ts";
import { createChatLife } from "./office/chat-life.ts";
import { createMenuKeeper } from "./office/menu.ts";
import type { Pace } from "./pace.ts";
import { readRequest } from "./request.ts";
import { DEFAULT_TIMING } from "./settings.ts";
import { loadTurnBefore } from "./turn-before.ts";

/** A call that takes longer has hung; long polling takes 30 s. */
const CALL_TIMEOUT_SECONDS = 60;
/** A notice is tried again, so it waits less for its answer. */
const NOTICE_TIMEOUT_MS = 15_000;
/** Telegram repeats an update for a day at most. */
const REMEMBER_UPDATES_MS = 2 * 24 * 60 * 60 * 1000;

export interface TelegramBot {
  readonly bot: Bot;
  /** Makes the calls that hand notices over: as they are, neither held back nor repeated. */
  readonly noticeApi: Api;
  /** What is being answered now. */
  readonly inHand: InHand;
  /** Undefined where there is no office. */
  readonly broadcastWatch: BroadcastWatch | undefined;
}

/**
 * The bot, reading no updates yet. An update passes: in order within its chat ▶ the error boundary ▶ is it for us ▶ was it
 * taken before ▶ its answer.
 * @param pace that of answers and notices together; undefined holds nothing back
 */
export function createTelegramBot(dependencies: TelegramDependencies, pace: Pace | undefined): TelegramBot {
  const { settings, log, agent, office } = dependencies;
  const { retryDelayMs, progressEveryMs } = settings.timing ?? DEFAULT_TIMING;
  const client = { apiRoot: settings.apiRoot, timeoutSeconds: CALL_TIMEOUT_SECONDS, ...(agent && { baseFetchConfig: { agent } }) };
  const bot = new Bot(settings.token, { client });
  const calls = sendJsonCalls({ ...settings, timeoutMs: CALL_TIMEOUT_SECONDS * 1000, agent });
  bot.api.config.use(calls, ...deliveryOf(settings.messagesPerSecond, retryDelayMs, pace));
  const noticeApi = new Api(settings.token, client);
  noticeApi.config.use(sendJsonCalls({ ...settings, timeoutMs: NOTICE_TIMEOUT_MS, agent }));
  const inHand = createInHand();
  const secrets = secretsOf(dependencies);
  const broadcastWatch = office && createBroadcastWatch({ office, api: bot.api, log, secrets, everyMs: progressEveryMs });
  const isNew = updateFilter(dependencies);
  bot.use((_ctx, next) => inHand.track(next()));
  bot.use(sequentialize((ctx) => String(ctx.chat?.id ?? "")));
  bot.use(errorBoundary(log, secrets));
  const life = office && createChatLife(office, (chat) => isAllowed(dependencies, chat));
  const menus = office && createMenuKeeper(office, bot.api);
  bot.on("message", async (ctx) => {
    if (await life?.moved(ctx.msg)) return;
    const request = readRequest(ctx.msg, ctx.me);
    if (!request) return;
    // Read at once, so that both are done in one transaction.
    const [isNewUpdate, before] = await Promise.all([isNew(ctx), loadTurnBefore(dependencies, ctx.msg, request)]);
    if (!isNewUpdate) return;
    await life?.seen(ctx.chat);
    await answerMessage(dependencies, ctx, request, before);
    await menus?.keep(ctx.msg).catch((error: unknown) => log.warn("命令菜单没有登记上", describeError(error, secretsOf(dependencies))));
  });
  if (life)
    bot.on("my_chat_member", async (ctx) => {
      if (await isNew(ctx)) await life.changed(ctx);
    });
  bot.on("callback_query:data", async (ctx) => {
    if (await isNew(ctx)) await answerPress(dependencies, ctx);
    if (isBroadcastPress(ctx.callbackQuery.data)) broadcastWatch?.wake();
  });
  bot.on("inline_query", async (ctx) => {
    if (await isNew(ctx)) await answerInline(dependencies, ctx);
  });
  return { bot, noticeApi, inHand, broadcastWatch };
}

/** What no log and no message may ever hold. */
export function secretsOf({ settings }: Pick<TelegramDependencies, "settings">): readonly string[] {
  return [settings.token, settings.webhook?.secret ?? "", settings.proxyUrl ?? ""];
}

/** Whether the update comes for the first time, ever; remembered across restarts. */
function updateFilter({ stores, clock }: TelegramDependencies): (ctx: Context) => Promise<boolean> {
  let forgottenAtMs = 0;
  return async (ctx) => {
    const nowMs = clock();
    if (nowMs - forgottenAtMs > REMEMBER_UPDATES_MS / 2) {
      forgottenAtMs = nowMs;
      await stores.updates.forgetUpdatesBefore(nowMs - REMEMBER_UPDATES_MS);
    }
    return await stores.updates.takeUpdate(`telegram:${ctx.me.id}`, ctx.update.update_id.toString(), nowMs);
  };
}
