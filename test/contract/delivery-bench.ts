import { Api } from "grammy";
import { onTestFinished } from "vitest";
import { sendJsonCalls } from "../../src/adapters/chat/telegram/json-calls.ts";
import { createNoticeSender } from "../../src/adapters/chat/telegram/notice-sender.ts";
import { createPace, type Pace } from "../../src/adapters/chat/telegram/pace.ts";
import type { Store } from "../../src/adapters/store/store.ts";
import { type Delivery, startDelivery } from "../../src/app/office/deliver.ts";
import type { DeliveryEvent } from "../../src/app/office/delivery-dependencies.ts";
import type { NewOutboxRow, OutboxRow } from "../../src/app/office/outbox.ts";
import type { SteadyTime } from "../../src/app/office/waiting.ts";
import { type BotApiServer, createBotApiServer } from "../e2e/bot-api-server.ts";
import { TOKEN } from "../e2e/telegram-bench.ts";

export const NOW = 1_600_000_000_000;

/** Delivery over a real store to a real server, in a time that passes only while somebody waits. */
export interface DeliveryBench {
  readonly server: BotApiServer;
  readonly time: SteadyTime;
  readonly events: readonly DeliveryEvent[];
  /** What the server accepted, and when it did. */
  readonly arrived: readonly { readonly chat: number; readonly text: string; readonly atMs: number }[];
  readonly pace: Pace;
  start(store?: Partial<Store>): Delivery;
  /** Waits until no row waits or is being sent. */
  finished(): Promise<readonly OutboxRow[]>;
}

export async function createDeliveryBench(store: Store, messagesPerSecond = 30, timeoutMs = 2000): Promise<DeliveryBench> {
  const server = await createBotApiServer(TOKEN);
  const arrived: { chat: number; text: string; atMs: number }[] = [];
  const events: DeliveryEvent[] = [];
  const running: Delivery[] = [];
  let passedMs = 0;
  const time: SteadyTime = {
    nowMs: () => passedMs,
    pause: (durationMs, signal) => {
      if (!signal.aborted) passedMs += durationMs;
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
  server.delay("sendMessage", ({ payload }) => {
    arrived.push({ chat: Number(payload["chat_id"]), text: String(payload["text"]), atMs: passedMs });
    return Promise.resolve();
  });
  const api = new Api(TOKEN, { apiRoot: server.apiRoot });
  api.config.use(sendJsonCalls({ apiRoot: server.apiRoot, token: TOKEN, timeoutMs }));
  const pace = createPace(messagesPerSecond, () => passedMs);
  const sender = createNoticeSender({ api: () => Promise.resolve(api), pace, buttonsOf: () => undefined });
  onTestFinished(async () => {
    for (const delivery of running) await delivery.stop();
    await server.close();
  });
  return {
    server,
    time,
    events,
    arrived,
    pace,
    start(failing = {}) {
      const delivery = startDelivery({
        stores: { ...store, ...failing },
        senders: [sender],
        clock: () => NOW + passedMs,
        time,
        random: () => 0.5,
        report: (event) => events.push(event),
      });
      running.push(delivery);
      return delivery;
    },
    async finished() {
      for (;;) {
        const lookedAt = performance.now();
        const rows = await store.outboxRows({});
        if (rows.every(({ state }) => state !== "waiting" && state !== "sending")) return rows;
        // Looking takes a tenth of the time at most.
        await new Promise((resolve) => setTimeout(resolve, 10 * (performance.now() - lookedAt)));
      }
    },
  };
}

/** Rows of one broadcast after another, to each of the chats. */
export function broadcastTo(chats: readonly number[], messages = 1): readonly NewOutboxRow[] {
  return Array.from({ length: messages }, (_, message) =>
    chats.map((chat) => ({
      what: `broadcast:${message}`,
      occasion: "-",
      chat: `telegram:${chat}`,
      notice: { title: `第${message + 1}号通知`, paragraphs: ["请各单位按时办理。"] },
      notBeforeMs: NOW,
      expiresAtMs: undefined,
    })),
  ).flat();
}
