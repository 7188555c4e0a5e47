import { randomBytes } from "node:crypto";
import { type Context, GrammyError, HttpError, type MiddlewareFn } from "grammy";
import { AppError } from "../../../errors.ts";
import { cutText } from "./fit.ts";
import { describeError, type Log, redact } from "./log.ts";
import { connectionLost, failed, withErrorId } from "./messages.zh.ts";
import { say } from "./send.ts";

const MAX_TOAST_CHARACTERS = 200;

/** Nothing that goes wrong with one update reaches another: the person gets one sentence with an id, the log gets the rest under that id. */
export function errorBoundary(log: Log, secrets: readonly string[]): MiddlewareFn<Context> {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (error instanceof GrammyError && error.error_code === 403) {
        log.info("一个会话不再接收消息，已跳过", { method: error.method });
        return;
      }
      const errorId = randomBytes(4).toString("hex");
      log.error("一条消息没有答上来", { errorId, ...describeError(error, secrets) });
      try {
        await apologise(ctx, sentenceFor(error, errorId, secrets));
      } catch (failure) {
        log.warn("出错的说明也没有送到", { errorId, ...describeError(failure, secrets) });
      }
    }
  };
}

function sentenceFor(error: unknown, errorId: string, secrets: readonly string[]): string {
  if (error instanceof AppError) return withErrorId(redact(error.message, secrets), errorId);
  return error instanceof HttpError ? connectionLost(errorId) : failed(errorId);
}

async function apologise(ctx: Context, sentence: string): Promise<void> {
  if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text: cutText(sentence, MAX_TOAST_CHARACTERS), show_alert: true });
  else if (ctx.inlineQuery) await ctx.answerInlineQuery([], { cache_time: 0 });
  else if (ctx.msg) await say(ctx, ctx.msg, sentence);
}
