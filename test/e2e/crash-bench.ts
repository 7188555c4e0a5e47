import { once } from "node:events";
import { onTestFinished } from "vitest";
import { openStore, type StorePlace } from "../../src/adapters/store/store.ts";
import type { OutboxRow } from "../../src/app/office/outbox.ts";
import { type BotApiServer, createBotApiServer } from "./bot-api-server.ts";
import type { Program } from "./program.ts";
import { TOKEN } from "./telegram-bench.ts";

const CHATS = 100;
const MESSAGES_A_CHAT = 20;

/** What is found after the bot was killed again and again while it delivered. */
export interface CrashReport {
  readonly rows: readonly OutboxRow[];
  /** How often the server accepted each message, by chat and text. */
  readonly accepted: ReadonlyMap<string, number>;
  /** The rows that each crash left behind: those being sent. */
  readonly leftBehind: readonly (readonly string[])[];
}

/**
 * Puts 2,000 messages to 100 chats into the outbox and kills the bot, as it is built, at random moments while they go out; then lets it finish.
 * @param random from 0 to below 1
 */
export async function crashWhileDelivering(program: Program, place: StorePlace, crashes: number, random: () => number): Promise<CrashReport> {
  await fillOutbox(place);
  const server = await createBotApiServer(TOKEN);
  const env = {
    MINGBAI_HOME: place.directory,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: server.apiRoot,
    TELEGRAM_MESSAGES_PER_SECOND: "100000",
    LOG_LEVEL: "warn",
    ...(place.databaseUrl !== undefined && { DATABASE_URL: place.databaseUrl }),
  };
  const startBot = () => {
    const bot = program.start(["bot"], env);
    bot.stderr.resume();
    onTestFinished(() => void bot.kill("SIGKILL"));
    return bot;
  };
  const leftBehind: (readonly string[])[] = [];
  // Both before an answer and after it there is time to be killed in.
  server.delay("sendMessage", () => new Promise((resolve) => setTimeout(resolve, random() * 2)));
  const perLife = (CHATS * MESSAGES_A_CHAT) / (crashes + 1);
  for (let crash = 0; crash < crashes; crash += 1) {
    const bot = startBot();
    await acceptedAtLeast(server, countAll(server) + 1 + Math.floor(random() * perLife * 0.9));
    await new Promise((resolve) => setTimeout(resolve, random() * 10));
    bot.kill("SIGKILL");
    await once(bot, "close");
    leftBehind.push(await leasedIn(place));
  }
  const bot = startBot();
  const rows = await allSent(server, place);
  bot.kill("SIGTERM");
  await once(bot, "close");
  await server.close();
  return { rows, accepted: countOf(server), leftBehind };
}

export function keyOf(chat: string, text: string): string {
  return `${chat.replace("telegram:", "")} ${text}`;
}

async function fillOutbox(place: StorePlace): Promise<void> {
  const store = await openStore(place);
  const chats = Array.from({ length: CHATS }, (_, index) => `telegram:${index % 2 === 0 ? 700_000 + index : -1_000_000 - index}`);
  const rows = Array.from({ length: MESSAGES_A_CHAT }, (_, message) =>
    chats.map((chat) => ({
      what: `broadcast:${message}`,
      occasion: "-",
      chat,
      notice: { title: `第${message + 1}号通知`, paragraphs: [] },
      notBeforeMs: 0,
      expiresAtMs: undefined,
    })),
  ).flat();
  await store.putIntoOutbox(rows, Date.now());
  await store.close();
}

async function leasedIn(place: StorePlace): Promise<readonly string[]> {
  const store = await openStore(place);
  const rows = await store.outboxRows({ state: "sending" });
  await store.close();
  return rows.map(({ id }) => id);
}

async function allSent(server: BotApiServer, place: StorePlace): Promise<readonly OutboxRow[]> {
  const store = await openStore(place);
  try {
    for (;;) {
      const rows = await store.outboxRows({});
      if (rows.every(({ state }) => state === "sent")) return rows;
      await Promise.race([acceptedAtLeast(server, countAll(server) + 200), new Promise((resolve) => setTimeout(resolve, 250))]);
    }
  } finally {
    await store.close();
  }
}

async function acceptedAtLeast(server: BotApiServer, count: number): Promise<void> {
  while (countAll(server) < count) await server.next("sendMessage");
}

function countAll({ calls }: BotApiServer): number {
  return calls.filter(({ method }) => method === "sendMessage").length;
}

function countOf({ calls }: BotApiServer): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { method, payload } of calls) {
    if (method !== "sendMessage") continue;
    const key = keyOf(String(payload["chat_id"]), String(payload["text"]));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
