import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { type ApiCall, createBotApiServer } from "../../../../test/e2e/bot-api-server.ts";
import { createTestAssistant } from "../../../../test/e2e/telegram-assistant.ts";
import { pressed, privateText } from "../../../../test/e2e/telegram-updates.ts";
import { openStore } from "../../store/store.ts";
import { runTelegram } from "./run.ts";

const TOKEN = "424242:AAtest-token_of_the_bot_for_tests_0";
const QUESTION = "县司法局负责哪些任务";

/** The bot over a store on the disk, asked one question after another by one person. Their conversation is always in the same state. */
async function createTalk() {
  const directory = mkdtempSync(join(tmpdir(), "mingbai-answer-message-"));
  const server = await createBotApiServer(TOKEN);
  const store = await openStore({ directory });
  let nowMs = 1_700_000_000_000;
  const assistant = createTestAssistant();
  const run = runTelegram({
    settings: { token: TOKEN, apiRoot: server.apiRoot, messagesPerSecond: 100_000 },
    assistant: { ...assistant, ask: async (question) => ({ ...(await assistant.ask(question, null)), state: { question } }) },
    exportTurn: () => Promise.resolve(undefined),
    stores: { conversations: store, places: store, updates: store, questions: store },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    clock: () => nowMs,
  });
  await run.ready;
  onTestFinished(async () => {
    await run.stop();
    await store.close();
    await server.close();
    rmSync(directory, { recursive: true });
  });
  /** What another program finds in the store, while the answer is on its way. */
  const inStore = (table: "conversations" | "questions" | "updates"): readonly unknown[] => {
    const file = new Database(join(directory, "mingbai.db"), { readonly: true });
    try {
      return file.prepare(`SELECT * FROM ${table}`).all();
    } finally {
      file.close();
    }
  };
  return {
    server,
    inStore,
    pass(durationMs: number) {
      nowMs += durationMs;
    },
    /** @param onAnswer runs when the answer has reached Telegram and before Telegram has said so */
    async ask(question: string, onAnswer: () => void = () => undefined): Promise<ApiCall> {
      server.push(privateText(question));
      return await server.next("sendMessage", () => {
        onAnswer();
        return true;
      });
    },
  };
}

test("答复送出之前，这次更新、这轮对话和按钮要用的问题都已存好", async () => {
  const { ask, inStore } = await createTalk();
  const found: number[] = [];
  await ask(QUESTION, () => found.push(inStore("updates").length, inStore("conversations").length, inStore("questions").length));
  await ask("第21项", () => found.push(inStore("updates").length, inStore("conversations").length, inStore("questions").length));
  expect(found).toEqual([1, 1, 1, 2, 1, 2]);
});

test("同样的话再问，两条答复的按钮都能按，问题只存一份", async () => {
  const { server, ask, inStore } = await createTalk();
  await ask("长清单");
  // From here on the conversation stands where it stood.
  const answers = [await ask("长清单"), await ask("长清单")];
  expect(inStore("questions")).toHaveLength(2);
  for (const answer of answers) {
    server.push(pressed(answer, "下一页"));
    expect(String((await server.next("editMessageText")).payload["text"])).toContain("第2页");
    await server.next("answerCallbackQuery");
  }
});

test("对话没有变就不重写；过了一分钟，记下新的时间", async () => {
  const { ask, inStore, pass } = await createTalk();
  await ask(QUESTION);
  const first = inStore("conversations");
  pass(59_000);
  await ask(QUESTION);
  expect(inStore("conversations")).toEqual(first);
  pass(2000);
  await ask(QUESTION);
  expect(inStore("conversations")).toEqual([{ ...(first[0] as object), updated_at_ms: 1_700_000_061_000 }]);
  await ask("第21项");
  expect(inStore("conversations")).not.toEqual(first);
});
