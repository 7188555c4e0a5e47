import { GrammyError, HttpError } from "grammy";
import { AppError } from "../../../errors.ts";
import { describeError, type Log } from "./log.ts";
import { pause, type StopSignal } from "./pause.ts";
import type { TelegramTiming } from "./settings.ts";

const MAX_DELAY_MS = 30_000;

/** What persisting needs. */
export interface Persistence {
  readonly log: Log;
  readonly timing: TelegramTiming;
  readonly secrets: readonly string[];
}

/**
 * Does what the bot cannot run without, again and again while the network or Telegram fails, however long that takes.
 * Says so in the log once when it starts to fail and once when it works again.
 * @returns undefined when it was stopped first
 * @throws {AppError} `config_invalid` when Telegram does not accept the token
 * @throws {GrammyError} for any other refusal
 */
export async function persist<T>(task: () => Promise<T>, persistence: Persistence, signal: StopSignal): Promise<T | undefined> {
  let stop = (): void => undefined;
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
  });
  signal.addEventListener("abort", stop);
  try {
    return await repeat(task, stopped, persistence, signal);
  } finally {
    // The signal outlives thousands of polls.
    signal.removeEventListener("abort", stop);
  }
}

async function repeat<T>(
  task: () => Promise<T>,
  stopped: Promise<undefined>,
  { log, timing, secrets }: Persistence,
  signal: StopSignal,
): Promise<T | undefined> {
  let lastTrouble: Trouble | undefined;
  for (let delayMs = timing.retryDelayMs; !signal.aborted; delayMs = Math.min(MAX_DELAY_MS, delayMs * 2)) {
    try {
      const result = await Promise.race([task(), stopped]);
      if (lastTrouble) log.info("与 Telegram 的连接已恢复");
      return result;
    } catch (error) {
      if (signal.aborted) break;
      const trouble = troubleOf(error);
      if (!trouble) throw asAppError(error);
      if (trouble !== lastTrouble) log.warn(TROUBLES[trouble], describeError(error, secrets));
      lastTrouble = trouble;
      await pause(trouble === "conflict" ? timing.conflictDelayMs : delayMs, signal);
    }
  }
  return undefined;
}

type Trouble = "conflict" | "unreachable";

const TROUBLES: Readonly<Record<Trouble, string>> = {
  conflict: "另一个程序正用同一个令牌取消息：请只运行一个；本程序会隔一会儿再试",
  unreachable: "连不上 Telegram，会一直重试；需要代理的网络请设置 HTTPS_PROXY",
};

/** What waiting may mend. */
function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof HttpError) return "unreachable";
  if (!(error instanceof GrammyError)) return undefined;
  if (error.error_code === 409) return "conflict";
  return error.error_code >= 500 || error.error_code === 429 ? "unreachable" : undefined;
}

/** Telegram answers 401 to a token it does not know, and 404 to one that is not in the shape of a token. */
function asAppError(error: unknown): unknown {
  if (!(error instanceof GrammyError) || (error.error_code !== 401 && error.error_code !== 404)) return error;
  return new AppError("config_invalid", "Telegram 不接受 TELEGRAM_BOT_TOKEN，请向 @BotFather 核对后重新设置。");
}
