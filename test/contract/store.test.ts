import { describe, expect, test } from "vitest";
import { openStore } from "../../src/adapters/store/store.ts";
import { describeStores } from "./stores.ts";

describeStores("存储", (current) => {
  describe("对话", () => {
    const record = { state: { query: { unit: "justice-bureau" }, shown: [1, 2], 备注: "县司法局😀" }, updatedAtMs: 1_700_000_000_000 };
    test("没有存过的没有", async () => expect(await current.store.loadConversation("telegram:1:2")).toBeUndefined());
    test("存下的原样读回,重启后也在", async () => {
      await current.store.saveConversation("telegram:1:2", record);
      await current.reopen();
      expect(await current.store.loadConversation("telegram:1:2")).toEqual(record);
      expect(await current.store.loadConversation("telegram:1:3")).toBeUndefined();
    });
    test("再存则换掉", async () => {
      await current.store.saveConversation("k", record);
      await current.store.saveConversation("k", { state: null, updatedAtMs: 5 });
      expect(await current.store.loadConversation("k")).toEqual({ state: null, updatedAtMs: 5 });
    });
    test("删去后没有;删没有的不出错", async () => {
      await current.store.saveConversation("k", record);
      await current.store.deleteConversation("k");
      await current.store.deleteConversation("k");
      expect(await current.store.loadConversation("k")).toBeUndefined();
    });
    test("忘掉某时之前的,不动之后的", async () => {
      await current.store.saveConversation("old", { state: {}, updatedAtMs: 99 });
      await current.store.saveConversation("new", { state: {}, updatedAtMs: 100 });
      await current.store.forgetConversationsBefore(100);
      expect(await current.store.loadConversation("old")).toBeUndefined();
      expect(await current.store.loadConversation("new")).toBeDefined();
    });
    test("键里的引号只是文字", async () => {
      await current.store.saveConversation("'; DROP TABLE conversations; --", record);
      expect(await current.store.loadConversation("'; DROP TABLE conversations; --")).toEqual(record);
    });
  });

  describe("收到的更新", () => {
    test("第一次收下,再来不收,重启后也不收", async () => {
      expect(await current.store.takeUpdate("telegram", "7", 1)).toBe(true);
      expect(await current.store.takeUpdate("telegram", "7", 2)).toBe(false);
      await current.reopen();
      expect(await current.store.takeUpdate("telegram", "7", 3)).toBe(false);
    });
    test("不同平台、不同编号互不相干", async () => {
      await current.store.takeUpdate("telegram", "7", 1);
      expect(await current.store.takeUpdate("wecom", "7", 1)).toBe(true);
      expect(await current.store.takeUpdate("telegram", "8", 1)).toBe(true);
    });
    test("同时来十次,只收一次", async () => {
      const taken = await Promise.all(Array.from({ length: 10 }, () => current.store.takeUpdate("telegram", "9", 1)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });
    test("几百个更新各来几次,混在一起,每个只收一次", async () => {
      const ids = Array.from({ length: 900 }, (_, index) => `${index % 300}`);
      const taken = await Promise.all(ids.map((id) => current.store.takeUpdate("telegram", id, 1)));
      expect(ids.filter((_, index) => taken[index])).toEqual(Array.from({ length: 300 }, (_, index) => `${index}`));
    });
    test("忘掉旧的以后重新收", async () => {
      await current.store.takeUpdate("telegram", "old", 99);
      await current.store.takeUpdate("telegram", "new", 100);
      await current.store.forgetUpdatesBefore(100);
      expect(await current.store.takeUpdate("telegram", "old", 101)).toBe(true);
      expect(await current.store.takeUpdate("telegram", "new", 101)).toBe(false);
    });
  });

  describe("答过的问题", () => {
    const question = { question: "县司法局负责哪些任务", state: { last: null }, askedAtMs: 1_700_000_000_000 };
    test("短编号能放进按钮,重启后读回原样", async () => {
      const id = await current.store.saveQuestion(question);
      expect(id).toMatch(/^[0-9A-Za-z]{10}$/u);
      await current.reopen();
      expect(await current.store.loadQuestion(id)).toEqual(question);
    });
    test("同一个问题存两次,编号不同", async () => expect(await current.store.saveQuestion(question)).not.toBe(await current.store.saveQuestion(question)));
    test.each(["", "nothing", "'"])("没有的编号 %j 没有", async (id) => expect(await current.store.loadQuestion(id)).toBeUndefined());
    test("忘掉旧的,不动新的", async () => {
      const old = await current.store.saveQuestion({ ...question, askedAtMs: 99 });
      const recent = await current.store.saveQuestion({ ...question, askedAtMs: 100 });
      await current.store.forgetQuestionsBefore(100);
      expect(await current.store.loadQuestion(old)).toBeUndefined();
      expect(await current.store.loadQuestion(recent)).toBeDefined();
    });
  });

  test("关闭等手上的写完:没有等结果就关,重开都在", async () => {
    const saved = Array.from({ length: 50 }, (_, index) => current.store.saveConversation(`k${index}`, { state: { index }, updatedAtMs: 1 }));
    const ids = [1, 2].map((askedAtMs) => current.store.saveQuestion({ question: "问", state: null, askedAtMs }));
    await current.reopen();
    await Promise.all(saved);
    for (let index = 0; index < 50; index += 1) expect((await current.store.loadConversation(`k${index}`))?.state).toEqual({ index });
    for (const id of await Promise.all(ids)) expect(await current.store.loadQuestion(id)).toBeDefined();
  });

  test("同时存,同时读:读到的是先存的", async () => {
    const [, record] = await Promise.all([current.store.saveConversation("k", { state: 1, updatedAtMs: 1 }), current.store.loadConversation("k")]);
    expect(record).toEqual({ state: 1, updatedAtMs: 1 });
  });

  test("关闭之后再用:一句话说明", async () => {
    const closed = await openStore(current.database.place);
    await closed.close();
    await expect(closed.loadConversation("k")).rejects.toMatchObject({ code: "store_failed" });
  });
});
