import { once } from "node:events";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../../src/adapters/store/store.ts";
import { broadcastTo, NOW } from "../contract/delivery-bench.ts";
import { type BotApiServer, createBotApiServer } from "./bot-api-server.ts";
import { useProgram } from "./program.ts";
import { TOKEN } from "./telegram-bench.ts";
import { PERSON, privateText } from "./telegram-updates.ts";

const program = useProgram();
const directory = join(program.folder, "home");

function startBot(server: BotApiServer, messagesPerSecond: number) {
  const bot = program.start(["bot"], {
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: server.apiRoot,
    TELEGRAM_MESSAGES_PER_SECOND: `${messagesPerSecond}`,
    LOG_LEVEL: "warn",
  });
  bot.stderr.resume();
  onTestFinished(async () => {
    if (bot.exitCode === null && bot.kill("SIGKILL")) await once(bot, "close");
    await server.close();
  });
  return bot;
}

const fill = async (chats: readonly number[]) => {
  const store = await openStore({ directory });
  await store.putIntoOutbox(broadcastTo(chats), NOW);
  await store.close();
};

test("通知正发往1000个会话，有人提问，一秒内答复", async () => {
  await fill(Array.from({ length: 1000 }, (_, index) => index + 1));
  const server = await createBotApiServer(TOKEN);
  startBot(server, 30);
  const answer = (words: string) => {
    server.push(privateText(words));
    return server.next("sendMessage", ({ payload }) => payload["chat_id"] === PERSON.id);
  };
  await answer("县司法局负责哪些任务");
  const notices = () => server.calls.filter(({ payload }) => String(payload["text"]).includes("号通知")).length;
  const before = notices();
  const askedAt = performance.now();
  await answer("第21项是什么");
  expect(performance.now() - askedAt).toBeLessThan(1000);
  await server.next("sendMessage", () => notices() > before + 20);
  expect(notices()).toBeLessThan(1000);
});

test("对方一声不响时叫停：五秒内结束，那一条记着可能重复，下次再发", async () => {
  const chat = 5_000_001;
  await fill([chat]);
  const server = await createBotApiServer(TOKEN);
  server.fail("sendMessage", { kind: "silent", to: chat });
  const bot = startBot(server, 100_000);
  // The other chats' rows are sent before it or after; it is the one that hangs.
  await server.next("setMyCommands");
  const store = await openStore({ directory });
  const rowOf = async () => (await store.outboxRows({ chat: `telegram:${chat}` }))[0];
  while ((await rowOf())?.state !== "sending") await new Promise((resolve) => setTimeout(resolve, 20));
  const stoppedAt = performance.now();
  bot.kill("SIGTERM");
  const [status] = await once(bot, "close");
  expect(status).toBe(0);
  expect(performance.now() - stoppedAt).toBeLessThan(5000);
  expect(await rowOf()).toMatchObject({ state: "waiting", maybeTwice: true, attempts: 1 });
  await store.close();
});
