import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Assistant } from "../../src/adapters/chat/telegram/assistant.ts";
import type { FileDesk } from "../../src/adapters/chat/telegram/dependencies.ts";
import { runTelegram, type TelegramRun } from "../../src/adapters/chat/telegram/run.ts";
import type { TelegramSettings, TelegramTiming } from "../../src/adapters/chat/telegram/settings.ts";
import { openStore } from "../../src/adapters/store/store.ts";
import { type BotApiServer, createBotApiServer } from "./bot-api-server.ts";
import { createTestAssistant } from "./telegram-assistant.ts";

export const TOKEN = "424242:AAtest-token_of_the_bot_for_tests_0";

const TIMING: TelegramTiming = { retryDelayMs: 5, conflictDelayMs: 5, acknowledgeAfterMs: 50, stopWithinMs: 3000 };

/** A bot with a real store, a real HTTP connection and a Bot API server of our own. All ends with the test. */
export interface Bench {
  readonly server: BotApiServer;
  /** Every line that the bot logged, as JSON. */
  readonly logged: string[];
  /** Starts the bot, not waiting until it takes updates. A second start is a restart: same store, nothing else kept. */
  launch(settings?: Partial<TelegramSettings>, assistant?: Assistant, desk?: FileDesk): Promise<TelegramRun>;
  /** Starts the bot and waits until it takes updates. */
  start(settings?: Partial<TelegramSettings>, assistant?: Assistant, desk?: FileDesk): Promise<TelegramRun>;
  stop(): Promise<void>;
  /** Lets time pass for the bot. */
  pass(durationMs: number): void;
}

export async function createBench(): Promise<Bench> {
  const directory = mkdtempSync(join(tmpdir(), "mingbai-telegram-"));
  const server = await createBotApiServer(TOKEN);
  const logged: string[] = [];
  const log = (message: string, fields: object = {}): void => {
    logged.push(JSON.stringify({ message, ...fields }));
  };
  let passedMs = 0;
  let stopRunning: (() => Promise<void>) | undefined;

  async function stop(): Promise<void> {
    await stopRunning?.();
    stopRunning = undefined;
  }
  async function launch(settings: Partial<TelegramSettings> = {}, assistant = createTestAssistant(), desk?: FileDesk): Promise<TelegramRun> {
    await stop();
    const store = await openStore({ directory });
    const run = runTelegram({
      settings: { token: TOKEN, apiRoot: server.apiRoot, messagesPerSecond: 100_000, timing: TIMING, ...settings },
      assistant,
      desk,
      stores: { conversations: store, places: store, updates: store, questions: store },
      log: { info: log, warn: log, error: log },
      clock: () => Date.now() + passedMs,
    });
    stopRunning = async () => {
      await run.stop();
      await store.close();
    };
    return run;
  }
  onTestFinished(async () => {
    await stop();
    await server.close();
    rmSync(directory, { recursive: true });
  });
  return {
    server,
    logged,
    launch,
    async start(settings, assistant, desk) {
      const run = await launch(settings, assistant, desk);
      await run.ready;
      return run;
    },
    stop,
    pass(durationMs) {
      passedMs += durationMs;
    },
  };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
