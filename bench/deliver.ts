import { Api } from "grammy";
import { sendJsonCalls } from "../src/adapters/chat/telegram/json-calls.ts";
import { createNoticeSender } from "../src/adapters/chat/telegram/notice-sender.ts";
import { openStore } from "../src/adapters/store/store.ts";
import { startDelivery } from "../src/app/office/deliver.ts";
import type { NewOutboxRow } from "../src/app/office/outbox.ts";
import { steadyTime } from "../src/cli/steady-time.ts";
import { type BotApiServer, createBotApiServer } from "../test/e2e/bot-api-server.ts";
import { type Effort, type Measurement, median } from "./measurement.ts";

const TOKEN = "424242:AAbench-token_of_the_real_bot_00000";
const CHATS = 100;
const MESSAGES = { short: 500, full: 2000 } as const;
const ROUNDS = { short: 3, full: 5 } as const;
const NOTICE = { title: "今日提醒：2项", paragraphs: ["一、(二) 依法决策\n“每季度至少学法1次”", "二、(三) 政务公开"], footer: "发 /subscriptions 查看订阅。" };

/** What the outbox adds to handing a message over: its lease and its record, each on the disk before the next step. The server is this process. */
export async function measureDelivery(effort: Effort, folder: string): Promise<readonly Measurement[]> {
  const server = await createBotApiServer(TOKEN);
  const api = new Api(TOKEN, { apiRoot: server.apiRoot });
  api.config.use(sendJsonCalls({ apiRoot: server.apiRoot, token: TOKEN, timeoutMs: 10_000 }));
  const sender = createNoticeSender({ api: () => Promise.resolve(api), pace: undefined, buttonsOf: () => undefined });
  const store = await openStore({ directory: folder });
  const count = MESSAGES[effort];
  const { signal } = new AbortController();

  async function bare(): Promise<void> {
    for (let index = 0; index < count; index += 1) await sender.send(chatOf(index), NOTICE, signal, "");
  }
  async function outbox(round: number): Promise<number> {
    await store.putIntoOutbox(rowsOf(count, round), Date.now());
    const startedAt = performance.now();
    const all = accepted(server, count);
    const delivery = startDelivery({ stores: store, senders: [sender], clock: Date.now, time: steadyTime, random: Math.random, report: () => undefined });
    await all;
    await delivery.stop();
    return performance.now() - startedAt;
  }

  try {
    await bare();
    await accepted(server, count);
    const rounds: { readonly bare: number; readonly outbox: number }[] = [];
    for (let round = 0; round < ROUNDS[effort]; round += 1) {
      const startedAt = performance.now();
      await bare();
      const bareMs = performance.now() - startedAt;
      await accepted(server, count);
      rounds.push({ bare: bareMs / count, outbox: (await outbox(round)) / count });
    }
    const each = (name: "bare" | "outbox") => `${median(rounds.map((round) => round[name])).toFixed(2)} ms`;
    return [
      {
        what: `A message from the outbox, ${CHATS} chats : the call alone`,
        measured: `${each("outbox")} : ${each("bare")}`,
        value: median(rounds.map((round) => round.outbox - round.bare)),
        unit: "ms",
        target: { atMost: 5 },
      },
    ];
  } finally {
    await store.close();
    await server.close();
  }
}

function chatOf(index: number): string {
  return `telegram:${1 + (index % CHATS)}`;
}

function rowsOf(count: number, round: number): readonly NewOutboxRow[] {
  return Array.from({ length: count }, (_, index) => ({
    what: `broadcast:${round}-${Math.floor(index / CHATS)}`,
    occasion: "-",
    chat: chatOf(index),
    notice: NOTICE,
    notBeforeMs: 0,
    expiresAtMs: undefined,
  }));
}

/** Settles when the server has accepted so many more messages. */
async function accepted(server: BotApiServer, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await server.next("sendMessage");
}
