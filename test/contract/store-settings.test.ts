import { describe, expect, test } from "vitest";
import type { Broadcast, ChatRecord, Grant } from "../../src/app/office/ports.ts";
import type { SubscriptionScope } from "../../src/core/reminders/subscription.ts";
import { describeStores } from "./stores.ts";

const GROUP = "telegram:-100";
const SUPERGROUP = "telegram:-100200";

describeStores("办公室的设置", (current) => {
  describe("角色", () => {
    const liaison: Grant = { person: "telegram:1", role: "liaison", unit: "县司法局" };
    const administrator: Grant = { person: "telegram:2", role: "administrator", unit: undefined };
    test("没有授过的没有", async () => expect(await current.store.roleOf("telegram:1")).toBeUndefined());
    test("授了就有，重启后也有；再授则换掉", async () => {
      await current.store.saveGrant(liaison);
      await current.store.saveGrant(administrator);
      await current.reopen();
      expect(await current.store.roleOf("telegram:1")).toEqual(liaison);
      expect(await current.store.grants()).toEqual([administrator, liaison]);
      await current.store.saveGrant({ ...administrator, person: "telegram:1" });
      expect(await current.store.roleOf("telegram:1")).toEqual({ ...administrator, person: "telegram:1" });
    });
    test("收回：有的说有，没有的说没有", async () => {
      await current.store.saveGrant(liaison);
      expect(await current.store.removeGrant("telegram:1")).toBe(true);
      expect(await current.store.removeGrant("telegram:1")).toBe(false);
      expect(await current.store.grants()).toEqual([]);
    });
  });

  describe("会话", () => {
    const group = {
      chat: GROUP,
      kind: "group" as const,
      title: "法治建设群😀",
      unit: "县司法局",
      quiet: { from: 1200, to: 480 },
      parked: undefined,
    } satisfies ChatRecord;
    test("只写给出的，其余不动；null 去掉", async () => {
      const { chat, parked: _parked, ...changes } = group;
      await current.store.saveChat(chat, changes);
      await current.reopen();
      expect(await current.store.chat(GROUP)).toEqual(group);
      await current.store.saveChat(GROUP, { parked: "机器人被移出" });
      expect(await current.store.chat(GROUP)).toEqual({ ...group, parked: "机器人被移出" });
      await current.store.saveChat(GROUP, { parked: null, quiet: null, unit: null });
      expect(await current.store.chat(GROUP)).toEqual({ ...group, quiet: undefined, unit: undefined });
      await current.store.saveChat(GROUP, {});
      expect(await current.store.chat(GROUP)).toEqual({ ...group, quiet: undefined, unit: undefined });
    });
    test("什么也没说过的会话，当作私聊记下；没有的没有", async () => {
      await current.store.saveChat("telegram:5", { unit: "县教育局" });
      expect(await current.store.chat("telegram:5")).toMatchObject({ kind: "private", unit: "县教育局", title: undefined });
      await current.store.saveChat("telegram:6", {});
      expect((await current.store.chats()).map(({ chat }) => chat)).toEqual(["telegram:5", "telegram:6"]);
      expect(await current.store.chat("telegram:7")).toBeUndefined();
    });
  });

  describe("订阅", () => {
    const unit: SubscriptionScope = { kind: "unit", unit: "县司法局", collective: false };
    test("同一会话同样的订阅只有一个，不论属性先后；不同的各是各的", async () => {
      const first = await current.store.subscribe(GROUP, unit, 1);
      expect(first).toEqual({ id: expect.stringMatching(/^[0-9A-Za-z]{1,12}$/u), chat: GROUP, scope: unit });
      expect(await current.store.subscribe(GROUP, { collective: false, unit: "县司法局", kind: "unit" }, 2)).toEqual(first);
      const collective = await current.store.subscribe(GROUP, { ...unit, collective: true }, 3);
      const section = await current.store.subscribe(GROUP, { kind: "section", documentId: "xiping-2020", node: 7 }, 4);
      const other = await current.store.subscribe("telegram:5", { kind: "all" }, 5);
      await current.reopen();
      expect(await current.store.subscriptions(GROUP)).toEqual([first, collective, section]);
      expect(await current.store.subscriptions()).toEqual([first, collective, section, other]);
    });
    test("退订只退自己的", async () => {
      const { id } = await current.store.subscribe(GROUP, { kind: "document", documentId: "xiping-2020" }, 1);
      expect(await current.store.unsubscribe("telegram:5", id)).toBe(false);
      expect(await current.store.unsubscribe(GROUP, id)).toBe(true);
      expect(await current.store.unsubscribe(GROUP, id)).toBe(false);
      expect(await current.store.subscriptions()).toEqual([]);
    });
  });

  describe("广播", () => {
    const broadcast: Broadcast = {
      id: "b1",
      author: "telegram:2",
      notice: { title: "通知", paragraphs: ["第一段。", "第二段。"], footer: "回复 /help", file: { platform: "telegram", id: "f", name: "通知.docx" } },
      audience: { kind: "units", units: ["县司法局"] },
      plannedAtMs: undefined,
      state: "draft",
      progressMessage: undefined,
      createdAtMs: 1_700_000_000_000,
    };
    test("存下的原样读回，再存则换掉；先建的在前", async () => {
      await current.store.saveBroadcast(broadcast);
      await current.store.saveBroadcast({ ...broadcast, id: "b0", createdAtMs: 1 });
      const confirmed: Broadcast = {
        ...broadcast,
        state: "confirmed",
        plannedAtMs: 1_700_000_000_001,
        progressMessage: { chat: "telegram:2", messageId: "9" },
      };
      await current.store.saveBroadcast(confirmed);
      await current.reopen();
      expect(await current.store.broadcast("b1")).toEqual(confirmed);
      expect((await current.store.broadcasts()).map(({ id }) => id)).toEqual(["b0", "b1"]);
      expect(await current.store.broadcast("b2")).toBeUndefined();
    });
  });

  describe("普通群变成超级群", () => {
    const row = (id: string, chat: string, state: string, occasion = "-") =>
      current.database.run(
        `INSERT INTO outbox (id, what, occasion, chat, notice, not_before_ms, state, created_at_ms) VALUES ('${id}', 'digest', '${occasion}', '${chat}', '{}', 1, '${state}', 1)`,
      );
    const rows = async () => (await current.database.run("SELECT id, chat FROM outbox ORDER BY id")).map(({ id, chat }) => [id, chat]);

    test("设置、订阅、地方、对话都跟过去，订阅不重复", async () => {
      const { store } = current;
      await store.saveChat(GROUP, { kind: "group", title: "旧名", unit: "县司法局", parked: "群已升级" });
      await store.saveChat(SUPERGROUP, { kind: "group", title: "新名" });
      await store.subscribe(GROUP, { kind: "all" }, 1);
      const document = await store.subscribe(GROUP, { kind: "document", documentId: "xiping-2020" }, 2);
      const all = await store.subscribe(SUPERGROUP, { kind: "all" }, 3);
      await store.savePlace(GROUP, "西平县");
      await store.saveConversation(`${GROUP}:5`, { state: 1, updatedAtMs: 1 });
      await store.saveConversation(`${GROUP}1:5`, { state: 2, updatedAtMs: 1 });
      await store.saveBroadcast({
        id: "b",
        author: "telegram:2",
        notice: { title: "", paragraphs: [] },
        audience: { kind: "chats", chats: ["telegram:5", GROUP] },
        plannedAtMs: undefined,
        state: "draft",
        progressMessage: { chat: GROUP, messageId: "1" },
        createdAtMs: 1,
      });
      await store.moveChat(GROUP, SUPERGROUP);
      expect(await store.chats()).toEqual([{ chat: SUPERGROUP, kind: "group", title: "新名", unit: "县司法局", quiet: undefined, parked: undefined }]);
      expect(await store.subscriptions()).toEqual([{ ...document, chat: SUPERGROUP }, all]);
      expect(await store.loadPlace(SUPERGROUP)).toBe("西平县");
      expect(await store.loadPlace(GROUP)).toBeUndefined();
      expect(await store.loadConversation(`${SUPERGROUP}:5`)).toEqual({ state: 1, updatedAtMs: 1 });
      expect(await store.loadConversation(`${GROUP}:5`)).toBeUndefined();
      expect(await store.loadConversation(`${GROUP}1:5`)).toBeDefined();
      expect(await store.broadcast("b")).toMatchObject({
        audience: { chats: ["telegram:5", SUPERGROUP] },
        progressMessage: { chat: SUPERGROUP },
      });
    });
    test("待发的跟过去；两边都有的只留一条，发过的不再发", async () => {
      await row("a", GROUP, "waiting", "1");
      await row("b", GROUP, "waiting", "2");
      await row("c", SUPERGROUP, "sent", "2");
      await row("d", GROUP, "sent", "3");
      await row("e", SUPERGROUP, "waiting", "3");
      await row("f", GROUP, "sent", "4");
      await current.store.moveChat(GROUP, SUPERGROUP);
      expect(await rows()).toEqual([
        ["a", SUPERGROUP],
        ["c", SUPERGROUP],
        ["d", SUPERGROUP],
        ["f", SUPERGROUP],
      ]);
    });
    test("没有的、自己变成自己的：什么也不变", async () => {
      await current.store.saveChat(GROUP, { kind: "group" });
      await row("a", GROUP, "waiting");
      await current.store.moveChat(GROUP, GROUP);
      await current.store.moveChat("telegram:-7", SUPERGROUP);
      expect((await current.store.chats()).map(({ chat }) => chat)).toEqual([GROUP]);
      expect(await rows()).toEqual([["a", GROUP]]);
    });
  });
});
