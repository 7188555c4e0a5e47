import { expect, test } from "vitest";
import { openStore } from "../../src/adapters/store/store.ts";
import type { NewOutboxRow, OutboxRow } from "../../src/app/office/outbox.ts";
import { describeStores } from "./stores.ts";

const NOW = 1_600_000_000_000;
const row = (chat: string, more: Partial<NewOutboxRow> = {}): NewOutboxRow => ({
  what: "digest",
  occasion: "2020-09-25",
  chat,
  notice: {
    title: "今日提醒",
    paragraphs: ["一、", "😀"],
    footer: "发 /subscriptions 查看订阅",
    tasks: [{ documentId: "plan", ordinal: 3, unit: "县司法局" }],
  },
  notBeforeMs: NOW,
  expiresAtMs: undefined,
  ...more,
});

describeStores("发件箱", (current) => {
  const due = (nowMs = NOW, platform = "telegram") => current.store.dueRows(platform, nowMs, 100);
  const put = (...rows: readonly NewOutboxRow[]) => current.store.putIntoOutbox(rows, NOW);
  const rowOf = async (chat: string): Promise<OutboxRow> => {
    const [found] = await current.store.outboxRows({ chat });
    if (!found) throw new Error(chat);
    return found;
  };

  test("放进去的原样取出，重开也在；同一件事、同一天、同一会话只放一次", async () => {
    expect(await put(row("telegram:1"), row("telegram:2"))).toBe(2);
    expect(await put(row("telegram:1", { notBeforeMs: NOW + 5 }), row("telegram:3"))).toBe(1);
    await current.reopen();
    expect(await rowOf("telegram:1")).toMatchObject({ ...row("telegram:1"), state: "waiting", attempts: 0, maybeTwice: false });
    expect(await current.store.outboxRows({ what: "digest" })).toHaveLength(3);
  });

  test("一次放两千条", async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => row(`telegram:${index + 1}`));
    expect(await put(...rows)).toBe(2000);
    expect(await put(...rows)).toBe(0);
  });

  test("到时候的才取，早的在前；各平台各取各的；过期的不取", async () => {
    await put(
      row("telegram:1", { notBeforeMs: NOW - 1 }),
      row("telegram:2", { notBeforeMs: NOW - 2 }),
      row("telegram:3", { notBeforeMs: NOW + 1 }),
      row("telegram:4", { expiresAtMs: NOW }),
      row("wecom:普法群"),
    );
    expect((await due()).map(({ chat }) => chat)).toEqual(["telegram:2", "telegram:1"]);
    expect((await due(NOW, "wecom")).map(({ chat }) => chat)).toEqual(["wecom:普法群"]);
    expect(await current.store.nextDueMs("telegram", NOW)).toBe(NOW + 1);
    expect(await current.store.nextDueMs("wecom", NOW)).toBeUndefined();
  });

  test("一个会话一次只取一条，最早的；有一条正在发就不取", async () => {
    await put(row("telegram:1", { what: "broadcast:1" }), row("telegram:1", { what: "broadcast:2", notBeforeMs: NOW - 1 }));
    const [first, ...others] = await due();
    expect(first?.what).toBe("broadcast:2");
    expect(others).toEqual([]);
    await current.store.lease("a", first as OutboxRow);
    expect(await due()).toEqual([]);
    const other = (await current.store.outboxRows({ what: "broadcast:1" }))[0] as OutboxRow;
    expect(await current.store.lease("a", other)).toBe(false);
    await current.store.recordSent("a", (first as OutboxRow).id, "7", NOW);
    expect((await due()).map(({ what }) => what)).toEqual(["broadcast:1"]);
  });

  test("一条过期的不挡住同一会话后面的", async () => {
    await put(row("telegram:1", { what: "old", notBeforeMs: NOW - 9, expiresAtMs: NOW - 1 }), row("telegram:1"));
    expect((await due()).map(({ what }) => what)).toEqual(["digest"]);
  });

  test("一条只有一个人发；再要一次还是他的", async () => {
    await put(row("telegram:1"));
    const one = await rowOf("telegram:1");
    expect(await current.store.lease("a", one)).toBe(true);
    expect(await current.store.lease("b", one)).toBe(false);
    expect(await current.store.lease("a", one)).toBe(true);
    expect(await current.store.recordSent("b", one.id, "7", NOW)).toBe(false);
    expect(await current.store.recordSent("a", one.id, "7", NOW + 3)).toBe(true);
    expect(await rowOf("telegram:1")).toMatchObject({ state: "sent", messageId: "7", sentAtMs: NOW + 3, maybeTwice: false });
    expect(await current.store.lease("a", one)).toBe(false);
  });

  test("换了会话的、收回的，不发", async () => {
    await put(row("telegram:-1"), row("telegram:2", { what: "broadcast:1" }));
    const moved = await rowOf("telegram:-1");
    await current.store.moveChat("telegram:-1", "telegram:-100");
    expect(await current.store.lease("a", moved)).toBe(false);
    const recalled = await rowOf("telegram:2");
    expect(await current.store.recallWaiting("broadcast:1")).toBe(1);
    expect(await current.store.lease("a", recalled)).toBe(false);
    expect(await current.store.outboxCount("broadcast:1")).toMatchObject({ waiting: 0, recalled: 1 });
    expect(await current.store.outboxCount()).toMatchObject({ waiting: 1, recalled: 1 });
  });

  test.each([true, false])("没发成的还回去，说好何时再发、为什么、会不会重复（%s）", async (unsure) => {
    await put(row("telegram:1"));
    const one = await rowOf("telegram:1");
    await current.store.lease("a", one);
    expect(await current.store.recordRetry("a", one.id, "连不上", NOW + 1000, unsure)).toBe(true);
    expect(await rowOf("telegram:1")).toMatchObject({ state: "waiting", attempts: 1, failure: "连不上", notBeforeMs: NOW + 1000, maybeTwice: unsure });
    expect(await due()).toEqual([]);
    await current.store.lease("a", one);
    await current.store.recordRetry("a", one.id, "连不上", NOW, false);
    expect(await rowOf("telegram:1")).toMatchObject({ attempts: 2, maybeTwice: unsure });
  });

  test("被拒收的搁下，可以重来", async () => {
    await put(row("telegram:1", { what: "broadcast:1" }));
    const one = await rowOf("telegram:1");
    await current.store.lease("a", one);
    expect(await current.store.recordParked("a", one.id, "被移出了群")).toBe(true);
    expect(await current.store.outboxCount("broadcast:1")).toEqual({ waiting: 0, sending: 0, sent: 0, parked: 1, missed: 0, recalled: 0 });
    expect(await current.store.retryParked("broadcast:1", NOW + 5)).toBe(1);
    expect(await rowOf("telegram:1")).toMatchObject({ state: "waiting", notBeforeMs: NOW + 5 });
  });

  test("别人留下的还回去，记着可能重复；自己的、没开始发的不动", async () => {
    await put(row("telegram:1"), row("telegram:2"), row("telegram:3"));
    await current.store.lease("gone", await rowOf("telegram:1"));
    await current.store.lease("me", await rowOf("telegram:2"));
    expect(await current.store.returnLeases("me")).toBe(1);
    expect(await rowOf("telegram:1")).toMatchObject({ state: "waiting", maybeTwice: true });
    expect(await rowOf("telegram:2")).toMatchObject({ state: "sending", maybeTwice: false });
    expect(await rowOf("telegram:3")).toMatchObject({ state: "waiting", maybeTwice: false });
  });

  test("过期的记为错过；时钟倒拨后，等得离谱的重发不再等", async () => {
    await put(row("telegram:1", { expiresAtMs: NOW }), row("telegram:2", { expiresAtMs: NOW + 1 }), row("telegram:3"));
    const retried = await rowOf("telegram:3");
    await current.store.lease("a", retried);
    await current.store.recordRetry("a", retried.id, "", NOW + 10_000, false);
    expect(await current.store.expire(NOW, NOW + 9999)).toBe(1);
    expect(await rowOf("telegram:1")).toMatchObject({ state: "missed" });
    expect(await rowOf("telegram:2")).toMatchObject({ state: "waiting" });
    expect(await rowOf("telegram:3")).toMatchObject({ notBeforeMs: NOW });
  });

  test("某时以来每个会话收到几条；旧的忘掉，还要发的不忘", async () => {
    await put(row("telegram:1"), row("telegram:2"));
    const one = await rowOf("telegram:1");
    await current.store.lease("a", one);
    await current.store.recordSent("a", one.id, "7", NOW);
    expect(await current.store.sentSince(NOW)).toEqual(new Map([["telegram:1", 1]]));
    expect(await current.store.sentSince(NOW + 1)).toEqual(new Map());
    await current.store.recordRecalled(one.id);
    expect(await rowOf("telegram:1")).toMatchObject({ state: "recalled" });
    await current.store.forgetOutboxBefore(NOW + 1);
    expect((await current.store.outboxRows({})).map(({ chat }) => chat)).toEqual(["telegram:2"]);
  });

  test("只有一个能发：另一个等到前一个放手", async () => {
    const other = await openStore(current.database.place);
    try {
      const lock = await current.store.lockDelivery();
      expect(lock?.lost.aborted).toBe(false);
      expect(await other.lockDelivery()).toBeUndefined();
      await lock?.release();
      const next = await other.lockDelivery();
      expect(next).toBeDefined();
      expect(await current.store.lockDelivery()).toBeUndefined();
      await next?.release();
    } finally {
      await other.close();
    }
  });

  test("两个程序同时抢同一会话的两条：只有一个抢到一条", async () => {
    await put(row("telegram:1"), row("telegram:1", { what: "broadcast:1" }));
    const other = await openStore(current.database.place);
    try {
      const [one, two] = await current.store.outboxRows({});
      await current.store.lease("a", one as OutboxRow);
      expect(await other.lease("b", two as OutboxRow)).toBe(false);
      expect(await other.lease("b", one as OutboxRow)).toBe(false);
    } finally {
      await other.close();
    }
  });
});
