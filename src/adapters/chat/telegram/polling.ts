import { createConcurrentSink, createRunner, createSource } from "@grammyjs/runner";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { describeError } from "./log.ts";
import { type Persistence, persist } from "./persist.ts";
import { ALLOWED_UPDATES } from "./settings.ts";

const POLL_SECONDS = 30;

/** A way in which updates come. */
export interface UpdateIntake {
  /** Settles when the intake ends: stopped, or for good because Telegram refused. May be left unobserved. */
  readonly finished: Promise<void>;
  /** Takes no more updates; does not wait for those in hand. */
  stop(): Promise<void>;
}

/** Long polling, chats side by side. Does not end when the network does. */
export function startPolling(bot: Bot, persistence: Persistence): UpdateIntake {
  let offset = 0;
  const source = createSource<Update>({
    async supply(batchSize, signal) {
      const limit = Math.max(1, Math.min(batchSize, 100));
      const updates = await persist(
        () => bot.api.getUpdates({ offset, limit, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES }, signal),
        persistence,
        signal,
      );
      const last = updates?.at(-1);
      if (last) offset = last.update_id + 1;
      return updates ?? [];
    },
  });
  const sink = createConcurrentSink<Update, unknown>({ consume: (update) => bot.handleUpdate(update) }, (error) => {
    persistence.log.error("一条消息没有处理", describeError(error, persistence.secrets));
    return Promise.resolve();
  });
  const runner = createRunner(source, sink);
  runner.start();
  const finished = runner.task() ?? Promise.resolve();
  finished.catch(() => undefined);
  return {
    finished,
    async stop() {
      if (runner.isRunning()) await runner.stop();
    },
  };
}
