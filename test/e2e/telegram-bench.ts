import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createPictures } from "../../src/adapters/charts/pictures.ts";
import type { Assistant } from "../../src/adapters/chat/telegram/assistant.ts";
import { runTelegram, type TelegramRun } from "../../src/adapters/chat/telegram/run.ts";
import type { TelegramSettings, TelegramTiming } from "../../src/adapters/chat/telegram/settings.ts";
import { spreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import { openStore, type Store } from "../../src/adapters/store/store.ts";
import { createTurnExport } from "../../src/app/duties/export-duties.ts";
import type { FileDesk } from "../../src/app/file-desk.ts";
import { type Delivery, startDelivery } from "../../src/app/office/deliver.ts";
import type { Office } from "../../src/app/office/office.ts";
import type { OfficeStores } from "../../src/app/office/ports.ts";
import { steadyTime } from "../../src/cli/steady-time.ts";
import { type BotApiServer, createBotApiServer } from "./bot-api-server.ts";
import { createTestAssistant } from "./telegram-assistant.ts";

export const TOKEN = "424242:AAtest-token_of_the_bot_for_tests_0";

const TIMING: TelegramTiming = { retryDelayMs: 5, conflictDelayMs: 5, acknowledgeAfterMs: 50, progressEveryMs: 5, stopWithinMs: 3000 };

/** Settings of the bot, and whom the environment names. */
export interface BenchSettings extends Partial<TelegramSettings> {
  readonly owners?: readonly number[];
  readonly admins?: readonly number[];
  /** Whether what is in the outbox is delivered. */
  readonly delivers?: boolean;
}

/** Who answers, and what the office needs of them. */
export type BenchAssistant = Assistant & Pick<Office, "corpus" | "findUnit">;

/** A bot with a real store, a real HTTP connection and a Bot API server of our own. All ends with the test. */
export interface Bench {
  readonly server: BotApiServer;
  /** Every line that the bot logged, as JSON. */
  readonly logged: string[];
  /** Starts the bot, not waiting until it takes updates. A second start is a restart: same store, nothing else kept. */
  launch(settings?: BenchSettings, assistant?: BenchAssistant, desk?: FileDesk): Promise<TelegramRun>;
  /** Starts the bot and waits until it takes updates. */
  start(settings?: BenchSettings, assistant?: BenchAssistant, desk?: FileDesk): Promise<TelegramRun>;
  stop(): Promise<void>;
  /** What the running bot has kept. */
  readonly store: Store;
  /** Tells who delivers that there is more in the outbox. */
  wakeDelivery(): void;
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
  let running: Store | undefined;
  let delivery: Delivery | undefined;

  async function stop(): Promise<void> {
    await stopRunning?.();
    stopRunning = undefined;
  }
  async function launch(
    { owners = [], admins = [], delivers = false, ...settings }: BenchSettings = {},
    assistant: BenchAssistant = createTestAssistant(),
    desk?: FileDesk,
  ): Promise<TelegramRun> {
    await stop();
    const store = await openStore({ directory });
    const clock = (): number => Date.now() + passedMs;
    running = store;
    delivery = undefined;
    const wakes = async <T>(work: Promise<T>): Promise<T> => {
      const result = await work;
      delivery?.wake();
      return result;
    };
    const stores: OfficeStores = {
      ...store,
      putIntoOutbox: (...rows) => wakes(store.putIntoOutbox(...rows)),
      retryParked: (...what) => wakes(store.retryParked(...what)),
    };
    const run = runTelegram({
      settings: { token: TOKEN, apiRoot: server.apiRoot, messagesPerSecond: 100_000, timing: TIMING, ...settings },
      assistant,
      exportTurn: createTurnExport(() => assistant.corpus(), spreadsheets, clock),
      desk,
      stores: { conversations: store, places: store, updates: store, questions: store },
      office: {
        stores,
        corpus: () => assistant.corpus(),
        findUnit: (words) => assistant.findUnit(words),
        pictures: createPictures({ entry: join(import.meta.dirname, "../../dist/chart-worker.js"), fontFolder: join(directory, "fonts") }),
        named: { owners: new Set(owners.map(nameOf)), administrators: new Set(admins.map(nameOf)) },
        clock,
      },
      log: { info: log, warn: log, error: log },
      clock,
    });
    if (delivers)
      delivery = startDelivery({ stores, senders: [run.notices], clock, time: steadyTime, random: Math.random, report: (event) => log("delivery", event) });
    stopRunning = async () => {
      await run.stop();
      await delivery?.stop();
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
    get store() {
      if (!running) throw new Error("the bot was not started");
      return running;
    },
    wakeDelivery: () => delivery?.wake(),
    pass(durationMs) {
      passedMs += durationMs;
    },
  };
}

function nameOf(person: number): string {
  return `telegram:${person}`;
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
