import { expect, test } from "vitest";
import { openStore } from "../../src/adapters/store/store.ts";
import { AppError } from "../../src/errors.ts";
import { broadcastTo, createDeliveryBench, NOW } from "./delivery-bench.ts";
import { describeStores } from "./stores.ts";

const texts = (arrived: readonly { readonly chat: number; readonly text: string }[]) => arrived.map(({ chat, text }) => `${chat} ${text.slice(0, 5)}`);

/** The most that happened within any such time. */
function mostWithin(times: readonly number[], withinMs: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let start = 0;
  let most = 0;
  for (const [index, time] of sorted.entries()) {
    while (time - (sorted[start] ?? 0) >= withinMs) start += 1;
    most = Math.max(most, index - start + 1);
  }
  return most;
}

describeStores("发送", (current) => {
  test("每个会话各一条，都送到，记下编号和时间", async () => {
    const bench = await createDeliveryBench(current.store);
    await current.store.putIntoOutbox(broadcastTo([1, 2, -3]), NOW);
    bench.start();
    const rows = await bench.finished();
    expect(texts(bench.arrived).sort()).toEqual(["-3 第1号通知", "1 第1号通知", "2 第1号通知"]);
    for (const row of rows) expect(row).toMatchObject({ state: "sent", messageId: expect.stringMatching(/^\d+$/u), maybeTwice: false, attempts: 0 });
  });

  test("发给1000个会话、几个群各25条：任何一秒不过30条，任何群任何一分钟不过20条", async () => {
    const bench = await createDeliveryBench(current.store);
    const chats = Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? index + 1 : -index));
    await current.store.putIntoOutbox([...broadcastTo(chats), ...broadcastTo([-1, -3, -5], 25)], NOW);
    bench.start();
    await bench.finished();
    expect(bench.arrived).toHaveLength(1000 + 24 * 3);
    expect(
      mostWithin(
        bench.arrived.map(({ atMs }) => atMs),
        1000,
      ),
    ).toBeLessThanOrEqual(25);
    for (const group of [-1, -3, -5]) {
      const times = bench.arrived.filter(({ chat }) => chat === group).map(({ atMs }) => atMs);
      expect(times).toHaveLength(25);
      expect(mostWithin(times, 60_000)).toBeLessThanOrEqual(20);
    }
    // 1000 at 25 a second are 40 s; the groups need a second minute. No more than that is wasted.
    expect(Math.max(...bench.arrived.map(({ atMs }) => atMs))).toBeLessThan(150_000);
  }, 120_000);

  test("两个程序发同一个库：每条只发一次", async () => {
    const bench = await createDeliveryBench(current.store, 1000);
    const other = await openStore(current.database.place);
    try {
      await current.store.putIntoOutbox(broadcastTo([1, 2, 3, 4, 5], 20), NOW);
      const one = bench.start();
      const two = bench.start(other);
      const started = bench.server.next("sendMessage");
      await started;
      // Whoever had the right to deliver goes; the other goes on.
      await one.stop();
      await bench.finished();
      await two.stop();
      expect(new Set(texts(bench.arrived)).size).toBe(100);
      expect(bench.arrived).toHaveLength(100);
    } finally {
      await other.close();
    }
  });
});

describeStores("没有发成时", (current) => {
  const refused = (code: number, more: object = {}) => ({ kind: "refuse", code, ...more }) as const;

  test("429 一小时：这个会话等够一小时，别的照常，各一次", async () => {
    const bench = await createDeliveryBench(current.store);
    await current.store.putIntoOutbox(broadcastTo([1, 2, 3]), NOW);
    bench.server.fail("sendMessage", refused(429, { retryAfterSeconds: 3600, to: 2 }));
    bench.start();
    await bench.finished();
    const waited = bench.arrived.find(({ chat }) => chat === 2)?.atMs ?? 0;
    expect(waited).toBeGreaterThanOrEqual(3_600_000);
    expect(bench.arrived.filter(({ chat }) => chat !== 2).every(({ atMs }) => atMs < 60_000)).toBe(true);
    expect(bench.arrived).toHaveLength(3);
  });

  test("对谁都是 429：平台歇着，只隔一分钟试一条", async () => {
    const bench = await createDeliveryBench(current.store);
    const chats = Array.from({ length: 40 }, (_, index) => index + 1);
    await current.store.putIntoOutbox(broadcastTo(chats), NOW);
    bench.server.fail("sendMessage", ...Array.from({ length: 10 }, () => refused(429, { retryAfterSeconds: 600 })));
    bench.start();
    const rows = await bench.finished();
    expect(bench.arrived).toHaveLength(40);
    expect(bench.arrived[0]?.atMs).toBeGreaterThan(7 * 60_000);
    expect(bench.events.map(({ kind }) => kind)).toEqual(["platform_failed", "platform_works"]);
    expect(rows.filter(({ attempts }) => attempts > 1)).toEqual([]);
  });

  test("500、没有收下就断线：隔得越来越久地再发，只到一次", async () => {
    const bench = await createDeliveryBench(current.store);
    await current.store.putIntoOutbox(broadcastTo([1]), NOW);
    bench.server.fail("sendMessage", refused(500), refused(500), refused(502), refused(500), refused(500));
    bench.start();
    const [row] = await bench.finished();
    expect(row).toMatchObject({ state: "sent", attempts: 5, maybeTwice: false });
    expect(bench.arrived).toHaveLength(1);
    expect(bench.arrived[0]?.atMs).toBeGreaterThan(30_000);
  });

  test.each([
    ["收下后断线", "drop_after", 2],
    ["收下后答得不成样子", "garbage", 2],
    ["没收下就断线", "drop_before", 1],
    ["一声不响", "silent", 1],
  ] as const)("%s：不知道收没收下，再发一次，记着可能重复", async (_what, kind, times) => {
    const bench = await createDeliveryBench(current.store, 30, 100);
    await current.store.putIntoOutbox(broadcastTo([1]), NOW);
    bench.server.fail("sendMessage", { kind });
    bench.start();
    const [row] = await bench.finished();
    expect(row).toMatchObject({ state: "sent", attempts: 1, maybeTwice: true });
    expect(bench.server.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(times);
  });

  test.each([
    [403, "Forbidden: bot was blocked by the user", true],
    [403, "Forbidden: bot was kicked from the supergroup chat", true],
    [400, "Bad Request: chat not found", true],
    [400, "Bad Request: not enough rights to send text messages to the chat", true],
    [400, "Bad Request: message is too strange", false],
  ])("%i %s：不再试，说明为什么；会话搁下：%s", async (code, description, gone) => {
    const bench = await createDeliveryBench(current.store);
    await current.store.putIntoOutbox(broadcastTo([1, 2]), NOW);
    bench.server.fail("sendMessage", refused(code, { description, to: 1 }));
    bench.start();
    const rows = await bench.finished();
    const parked = rows.find(({ chat }) => chat === "telegram:1");
    expect(parked).toMatchObject({ state: "parked", attempts: 1, failure: expect.stringMatching(/\p{Script=Han}/u) });
    expect((await current.store.chat("telegram:1"))?.parked !== undefined).toBe(gone);
    expect(rows.find(({ chat }) => chat === "telegram:2")?.state).toBe("sent");
    expect(bench.events).toEqual([{ kind: "parked", platform: "telegram", failure: parked?.failure }]);
  });

  test("群升级换了编号：发到新编号，等着的也跟去", async () => {
    const bench = await createDeliveryBench(current.store);
    await current.store.putIntoOutbox(broadcastTo([-7], 2), NOW);
    bench.server.fail("sendMessage", refused(400, { migrateTo: -1007, description: "Bad Request: group chat was upgraded to a supergroup chat" }));
    bench.start();
    const rows = await bench.finished();
    expect(bench.arrived.map(({ chat }) => chat)).toEqual([-1007, -1007]);
    expect(rows.map(({ chat, state }) => [chat, state])).toEqual([
      ["telegram:-1007", "sent"],
      ["telegram:-1007", "sent"],
    ]);
  });

  test("没有设置的平台的、过期的：不发；到时候的才发", async () => {
    const bench = await createDeliveryBench(current.store);
    const [one, two, three] = broadcastTo([1, 2, 3]);
    if (!one || !two || !three) throw new Error("no rows");
    await current.store.putIntoOutbox(
      [
        { ...one, chat: "feishu:群" },
        { ...two, expiresAtMs: NOW },
        { ...three, notBeforeMs: NOW + 7_200_000 },
      ],
      NOW,
    );
    bench.start();
    await bench.server.next("sendMessage");
    expect(bench.arrived).toHaveLength(1);
    expect(bench.arrived[0]).toMatchObject({ chat: 3 });
    expect(bench.arrived[0]?.atMs).toBeGreaterThanOrEqual(7_200_000);
  });
});

describeStores("存储出错时", (current) => {
  const broken = () => Promise.reject(new AppError("store_failed", "数据存储 mingbai.db 写入失败，磁盘已满：请腾出空间。"));

  test("记不下开始，就不发；好了接着发，日志各说一次", async () => {
    const bench = await createDeliveryBench(current.store);
    await current.store.putIntoOutbox(broadcastTo([1, 2]), NOW);
    const failures = Array.from({ length: 5 }, () => broken);
    bench.start({ lease: (worker, row) => failures.pop()?.() ?? current.store.lease(worker, row) });
    await bench.finished();
    expect(bench.arrived).toHaveLength(2);
    expect(bench.events.map(({ kind }) => kind)).toEqual(["store_failed", "store_works"]);
  });

  test("发出了记不下：不发别的，也不重发，直到记下", async () => {
    const bench = await createDeliveryBench(current.store);
    await current.store.putIntoOutbox(broadcastTo([1, 2, 3]), NOW);
    const failures = Array.from({ length: 20 }, () => broken);
    const arrivedAtRecord: number[] = [];
    bench.start({
      recordSent: (...sent) => {
        arrivedAtRecord.push(bench.arrived.length);
        return failures.pop()?.() ?? current.store.recordSent(...sent);
      },
    });
    const rows = await bench.finished();
    expect(arrivedAtRecord.slice(0, 21)).toEqual(Array(21).fill(1));
    expect(bench.arrived).toHaveLength(3);
    expect(rows.every(({ state, maybeTwice }) => state === "sent" && !maybeTwice)).toBe(true);
  });
});

describeStores("停止发送", (current) => {
  test("手上的一条发完、记下，后面的留着", async () => {
    const bench = await createDeliveryBench(current.store);
    await current.store.putIntoOutbox(broadcastTo([1, 2, 3, 4]), NOW);
    let release = (): void => undefined;
    bench.server.delay(
      "sendMessage",
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    const delivery = bench.start();
    await bench.server.next("sendMessage");
    const stopped = delivery.stop();
    release();
    await stopped;
    const rows = await current.store.outboxRows({});
    expect(rows.map(({ state }) => state).sort()).toEqual(["sent", "waiting", "waiting", "waiting"]);
    expect(rows.some(({ maybeTwice }) => maybeTwice)).toBe(false);
  });
});
