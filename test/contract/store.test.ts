import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore, type Store } from "../../src/adapters/store/store.ts";

/** A kind of store: opened, and opened again after it was closed, on the same data. */
interface StoreUnderTest {
  readonly open: () => Promise<Store>;
  readonly remove: () => void;
}
const stores: readonly (readonly [string, () => StoreUnderTest])[] = [
  [
    "SQLite",
    () => {
      const directory = mkdtempSync(join(tmpdir(), "mingbai-store-"));
      return { open: () => openStore({ directory }), remove: () => rmSync(directory, { recursive: true, force: true }) };
    },
  ],
];

describe.each(stores)("存储:%s", (_name, create) => {
  let place: StoreUnderTest;
  let store: Store;
  beforeEach(async () => {
    place = create();
    store = await place.open();
  });
  afterEach(async () => {
    await store.close();
    place.remove();
  });
  const reopen = async () => {
    await store.close();
    store = await place.open();
  };

  describe("对话", () => {
    const record = { state: { query: { unit: "justice-bureau" }, shown: [1, 2], 备注: "县司法局😀" }, updatedAtMs: 1_700_000_000_000 };
    test("没有存过的没有", async () => expect(await store.loadConversation("telegram:1:2")).toBeUndefined());
    test("存下的原样读回,重启后也在", async () => {
      await store.saveConversation("telegram:1:2", record);
      await reopen();
      expect(await store.loadConversation("telegram:1:2")).toEqual(record);
      expect(await store.loadConversation("telegram:1:3")).toBeUndefined();
    });
    test("再存则换掉", async () => {
      await store.saveConversation("k", record);
      await store.saveConversation("k", { state: null, updatedAtMs: 5 });
      expect(await store.loadConversation("k")).toEqual({ state: null, updatedAtMs: 5 });
    });
    test("删去后没有;删没有的不出错", async () => {
      await store.saveConversation("k", record);
      await store.deleteConversation("k");
      await store.deleteConversation("k");
      expect(await store.loadConversation("k")).toBeUndefined();
    });
    test("忘掉某时之前的,不动之后的", async () => {
      await store.saveConversation("old", { state: {}, updatedAtMs: 99 });
      await store.saveConversation("new", { state: {}, updatedAtMs: 100 });
      await store.forgetConversationsBefore(100);
      expect(await store.loadConversation("old")).toBeUndefined();
      expect(await store.loadConversation("new")).toBeDefined();
    });
    test("键里的引号只是文字", async () => {
      await store.saveConversation("'; DROP TABLE conversations; --", record);
      expect(await store.loadConversation("'; DROP TABLE conversations; --")).toEqual(record);
    });
  });

  describe("收到的更新", () => {
    test("第一次收下,再来不收,重启后也不收", async () => {
      expect(await store.takeUpdate("telegram", "7", 1)).toBe(true);
      expect(await store.takeUpdate("telegram", "7", 2)).toBe(false);
      await reopen();
      expect(await store.takeUpdate("telegram", "7", 3)).toBe(false);
    });
    test("不同平台、不同编号互不相干", async () => {
      await store.takeUpdate("telegram", "7", 1);
      expect(await store.takeUpdate("wecom", "7", 1)).toBe(true);
      expect(await store.takeUpdate("telegram", "8", 1)).toBe(true);
    });
    test("同时来十次,只收一次", async () => {
      const taken = await Promise.all(Array.from({ length: 10 }, () => store.takeUpdate("telegram", "9", 1)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });
    test("几百个更新各来几次,混在一起,每个只收一次", async () => {
      const ids = Array.from({ length: 900 }, (_, index) => `${index % 300}`);
      const taken = await Promise.all(ids.map((id) => store.takeUpdate("telegram", id, 1)));
      expect(ids.filter((_, index) => taken[index])).toEqual(Array.from({ length: 300 }, (_, index) => `${index}`));
    });
    test("忘掉旧的以后重新收", async () => {
      await store.takeUpdate("telegram", "old", 99);
      await store.takeUpdate("telegram", "new", 100);
      await store.forgetUpdatesBefore(100);
      expect(await store.takeUpdate("telegram", "old", 101)).toBe(true);
      expect(await store.takeUpdate("telegram", "new", 101)).toBe(false);
    });
  });

  describe("答过的问题", () => {
    const question = { question: "县司法局负责哪些任务", state: { last: null }, askedAtMs: 1_700_000_000_000 };
    test("短编号能放进按钮,重启后读回原样", async () => {
      const id = await store.saveQuestion(question);
      expect(id).toMatch(/^[0-9A-Za-z]{10}$/u);
      await reopen();
      expect(await store.loadQuestion(id)).toEqual(question);
    });
    test("同一个问题存两次,编号不同", async () => expect(await store.saveQuestion(question)).not.toBe(await store.saveQuestion(question)));
    test.each(["", "nothing", "'"])("没有的编号 %j 没有", async (id) => expect(await store.loadQuestion(id)).toBeUndefined());
    test("忘掉旧的,不动新的", async () => {
      const old = await store.saveQuestion({ ...question, askedAtMs: 99 });
      const recent = await store.saveQuestion({ ...question, askedAtMs: 100 });
      await store.forgetQuestionsBefore(100);
      expect(await store.loadQuestion(old)).toBeUndefined();
      expect(await store.loadQuestion(recent)).toBeDefined();
    });
  });

  test("关闭等手上的写完:没有等结果就关,重开都在", async () => {
    const saved = Array.from({ length: 50 }, (_, index) => store.saveConversation(`k${index}`, { state: { index }, updatedAtMs: 1 }));
    const ids = [1, 2].map((askedAtMs) => store.saveQuestion({ question: "问", state: null, askedAtMs }));
    await reopen();
    await Promise.all(saved);
    for (let index = 0; index < 50; index += 1) expect((await store.loadConversation(`k${index}`))?.state).toEqual({ index });
    for (const id of await Promise.all(ids)) expect(await store.loadQuestion(id)).toBeDefined();
  });

  test("同时存,同时读:读到的是先存的", async () => {
    const [, record] = await Promise.all([store.saveConversation("k", { state: 1, updatedAtMs: 1 }), store.loadConversation("k")]);
    expect(record).toEqual({ state: 1, updatedAtMs: 1 });
  });

  test("关闭之后再用:一句话说明", async () => {
    const closed = await place.open();
    await closed.close();
    await expect(closed.loadConversation("k")).rejects.toMatchObject({ code: "store_failed" });
  });
});
