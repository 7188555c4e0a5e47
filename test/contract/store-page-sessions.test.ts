import { expect, test } from "vitest";
import { type DumpedRow, dumpStore, restoreStore } from "../../src/adapters/store/dump.ts";
import { describeStores } from "./stores.ts";

describeStores("管理页的登录", (current) => {
  const session = { id: "a1", startedAtMs: 1_000, seenAtMs: 1_000 };

  test("记下的有，重启后也有；用过的记最近一次，开始的时间不动", async () => {
    await current.store.savePageSession(session);
    await current.reopen();
    expect(await current.store.pageSession("a1")).toEqual(session);
    await current.store.savePageSession({ id: "a1", startedAtMs: 5_000, seenAtMs: 5_000 });
    expect(await current.store.pageSession("a1")).toEqual({ ...session, seenAtMs: 5_000 });
    expect(await current.store.pageSession("a2")).toBeUndefined();
  });

  test("退出的没有了；太早开始的忘掉", async () => {
    for (const [id, startedAtMs] of [
      ["a1", 1_000],
      ["a2", 2_000],
      ["a3", 3_000],
    ] as const)
      await current.store.savePageSession({ id, startedAtMs, seenAtMs: 9_000 });
    await current.store.endPageSession("a3");
    await current.store.forgetPageSessionsBefore(2_000);
    expect(await Promise.all(["a1", "a2", "a3"].map(async (id) => (await current.store.pageSession(id)) !== undefined))).toEqual([false, true, false]);
  });

  test("不在备份里；恢复旧的备份，谁也不会因此又登录着，现在登录着的还在", async () => {
    await current.store.savePageSession(session);
    const rows: DumpedRow[] = [];
    await dumpStore(current.database.place, (row) => {
      rows.push(row);
      return Promise.resolve();
    });
    expect(JSON.stringify(rows)).not.toContain("a1");
    await restoreStore(current.database.place, toAsync(rows), 2_000);
    expect(await current.store.pageSession("a1")).toEqual(session);
  });
});

async function* toAsync<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
