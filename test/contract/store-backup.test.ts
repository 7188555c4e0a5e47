import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type BackupEntry, openBackup, writeBackup } from "../../src/adapters/backup/backup-file.ts";
import { type DumpedRow, dumpStore, restoreStore, STORE_STEPS } from "../../src/adapters/store/dump.ts";
import { openStore, type Store, type StorePlace } from "../../src/adapters/store/store.ts";
import { newToken } from "../../src/app/tokens.ts";
import { databases, describeStores } from "./stores.ts";

const NOW = 1_700_000_000_000;
const GROUP = "telegram:-100";

async function fill(store: Store): Promise<void> {
  await store.takeUpdate("telegram", "1", NOW);
  await store.saveConversation("telegram:5:5", { state: { 备注: "行\u2028分隔\n😀" }, updatedAtMs: NOW });
  await store.savePlace(GROUP, "西平县");
  await store.saveQuestion({ question: "县司法局负责哪些任务", state: null, askedAtMs: NOW });
  await store.saveGrant({ person: "telegram:5", role: "liaison", unit: "县司法局" });
  await store.saveChat(GROUP, { kind: "group", title: "群", quiet: { from: 1200, to: 480 } });
  await store.subscribe(GROUP, { kind: "all" }, NOW);
  await store.saveBroadcast({
    id: "b",
    author: "telegram:5",
    notice: { title: "通知", paragraphs: [] },
    audience: { kind: "all" },
    plannedAtMs: undefined,
    state: "draft",
    progressMessage: undefined,
    createdAtMs: NOW,
  });
  await store.audit({ atMs: NOW, actor: "telegram:5", action: "subscribe", object: GROUP, result: "done", detail: "" });
  await store.saveProgress({ documentId: "xiping-2020", ordinal: 3, unit: "县司法局", state: "done", note: "已报送", person: "telegram:5", atMs: NOW });
  await store.recordFeedback("低保怎么申请", "not_found", NOW);
  await store.addToken(newToken({ name: "督查平台", scopes: ["write"], expiresAtMs: NOW + 1 }, NOW).record);
  await store.saveHolidays([{ date: "2027-01-01", kind: "holiday", name: "元旦" }]);
  await Promise.all(Array.from({ length: 1199 }, (_, index) => store.takeUpdate("telegram", `${index + 2}`, NOW)));
}

async function dump(place: StorePlace): Promise<DumpedRow[]> {
  const rows: DumpedRow[] = [];
  await dumpStore(place, (row) => Promise.resolve(void rows.push(row)));
  return rows;
}
const sorted = (rows: readonly DumpedRow[]) => rows.map((row) => JSON.stringify([row.table, Object.entries(row.row).sort()])).sort();
async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}
async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const value of values) read.push(value);
  return read;
}
const outboxRow = (id: string, state: string, notBeforeMs = NOW, occasion = id) =>
  `INSERT INTO outbox (id, what, occasion, chat, notice, not_before_ms, state, created_at_ms) VALUES ('${id}', 'digest', '${occasion}', '${GROUP}', '{}', ${notBeforeMs}, '${state}', 1)`;

describeStores("备份与恢复", (current) => {
  for (const [name, create] of databases) {
    test.skipIf(create === undefined)(`恢复到空的 ${name}：每一行都在，一行不多`, async () => {
      await fill(current.store);
      const rows = await dump(current.database.place);
      expect(new Set(rows.map(({ table }) => table)).size).toBe(14);
      expect(rows.filter(({ table }) => table === "updates")).toHaveLength(1200);
      const target = await (create as NonNullable<typeof create>)();
      try {
        expect(await restoreStore(target.place, each(rows), NOW)).toBe(0);
        expect(sorted(await dump(target.place))).toEqual(sorted(rows));
        const store = await openStore(target.place);
        expect(await store.loadConversation("telegram:5:5")).toEqual({ state: { 备注: "行\u2028分隔\n😀" }, updatedAtMs: NOW });
        await store.close();
      } finally {
        await target.remove();
      }
    });
  }

  test("备份是同一时刻的：一边写一边备份，先写的在，后写的才在", async () => {
    const { store } = current;
    const writing = { on: true };
    const written = (async () => {
      for (let id = 0; writing.on; id += 1) {
        await store.saveGrant({ person: `telegram:${id}`, role: "liaison", unit: undefined });
        await store.saveProgress({ documentId: "d", ordinal: id, unit: "县司法局", state: "known", note: undefined, person: "p", atMs: 1 });
      }
    })();
    for (let round = 0; round < 5; round += 1) {
      const rows = await dump(current.database.place);
      const [grants, progress] = ["grants", "progress"].map((table) => rows.filter((row) => row.table === table).length);
      expect([0, 1]).toContain(Number(grants) - Number(progress));
    }
    writing.on = false;
    await written;
  });

  test("恢复后以备份为准；审计记录、发过的消息只增不减", async () => {
    const { store, database } = current;
    await fill(store);
    await database.run(outboxRow("old", "waiting", NOW - 1, "1"));
    await database.run(outboxRow("unsure", "waiting", NOW - 1, "2"));
    await database.run(outboxRow("flying", "sending", NOW - 1, "3"));
    await database.run(outboxRow("planned", "waiting", NOW + 1, "4"));
    const rows = await dump(database.place);
    await store.saveGrant({ person: "telegram:6", role: "administrator", unit: undefined });
    await store.audit({ atMs: NOW + 1, actor: "telegram:6", action: "grant", object: GROUP, result: "done", detail: "" });
    await database.run("UPDATE outbox SET state = 'sent' WHERE id = 'old'");
    await database.run("DELETE FROM outbox WHERE id <> 'old'");
    expect(await restoreStore(database.place, each(rows), NOW)).toBe(2);
    expect((await store.grants()).map(({ person }) => person)).toEqual(["telegram:5"]);
    expect((await store.auditEntries({})).map(({ action, person }) => [action, person])).toEqual([
      ["subscribe", "telegram:5"],
      ["grant", "telegram:6"],
    ]);
    const states = await database.run("SELECT id, state FROM outbox ORDER BY id");
    expect(states.map(({ id, state }) => [id, state])).toEqual([
      ["flying", "missed"],
      ["old", "sent"],
      ["planned", "waiting"],
      ["unsure", "missed"],
    ]);
  });

  test("恢复旧备份：后来收回的令牌还是收回的，后来生成的还在", async () => {
    const { store, database } = current;
    const [first, second] = ["督查平台", "政务平台"].map((name) => newToken({ name, scopes: ["write"], expiresAtMs: undefined }, NOW).record);
    if (!first || !second) throw new Error("there are two");
    await store.addToken(first);
    const rows = await dump(database.place);
    await store.revokeToken(first.id, NOW + 1);
    await store.addToken(second);
    await restoreStore(database.place, each(rows), NOW);
    expect((await store.token(first.id))?.revokedAtMs).toBe(NOW + 1);
    expect(await store.token(second.id)).toEqual(second);
  });

  test("恢复到一半出错：什么也没有变", async () => {
    await fill(current.store);
    const before = await dump(current.database.place);
    const broken = each<DumpedRow>([
      { table: "holidays", row: { date: "2028-01-01", kind: "holiday", name: "元旦" } },
      { table: "nothing", row: { key: "?" } },
    ]);
    await expect(restoreStore(current.database.place, broken, NOW)).rejects.toMatchObject({ code: "store_failed" });
    expect(sorted(await dump(current.database.place))).toEqual(sorted(before));
  });
});

describe("备份文件", () => {
  let folder: string;
  let path: string;
  const entries: readonly BackupEntry[] = [
    { table: "holidays", row: { date: "2027-01-01", kind: "holiday", name: "元\u2028旦" } },
    { file: "yunling-2021/v/original.docx", content: Buffer.from("正文".repeat(20_000)).toString("base64") },
  ];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "mingbai-backup-"));
    path = join(folder, "备份.gz");
    await writeBackup(path, STORE_STEPS, NOW, async (write) => {
      for (const entry of entries) await write(entry);
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const rewrite = (change: (text: string) => string) => writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(path)).toString("utf8"))));
  const refusal = (words: string) => ({ code: "unreadable", message: expect.stringMatching(new RegExp(`^[^。]*${words}[^。]*。$`, "u")) });

  test("写下的原样读回，可以读几次；只有本人能读", async () => {
    const backup = await openBackup(path, STORE_STEPS);
    expect(backup).toMatchObject({ madeAtMs: NOW, entries: 2 });
    for (let round = 0; round < 2; round += 1) expect(await all(backup.read())).toEqual(entries);
    expect((statSync(path).mode & 0o777).toString(8)).toBe("600");
  });
  test("已有的文件不覆盖；写不成的什么也不留", async () => {
    const nothing = () => Promise.resolve();
    await expect(writeBackup(path, STORE_STEPS, NOW, nothing)).rejects.toMatchObject({ message: expect.stringContaining("没有覆盖") });
    const failing = writeBackup(join(folder, "b.gz"), STORE_STEPS, NOW, () => Promise.reject(new Error("读不出")));
    await expect(failing).rejects.toMatchObject({ code: "store_failed" });
    await expect(writeBackup(join(folder, "无/b.gz"), STORE_STEPS, NOW, nothing)).rejects.toMatchObject({ message: expect.stringContaining("没有写成") });
    expect(statSync(join(folder, "b.gz"), { throwIfNoEntry: false })).toBeUndefined();
  });
  test("截断、改动、不是备份：一句话拒绝", async () => {
    const whole = readFileSync(path);
    for (const length of [0, 1, 10, 60, whole.length >> 1, whole.length - 9, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, length));
      await expect(openBackup(path, STORE_STEPS)).rejects.toMatchObject(refusal("已损坏"));
    }
    writeFileSync(path, whole);
    for (const change of [
      (text: string) => text.replace("元", "圆"),
      (text: string) => text.split("\n").slice(0, 2).join("\n"),
      (text: string) => text.split("\n").toSpliced(1, 1).join("\n"),
      (text: string) => `${text}{}\n`,
    ]) {
      writeFileSync(path, whole);
      rewrite(change);
      await expect(openBackup(path, STORE_STEPS)).rejects.toMatchObject(refusal("已损坏"));
    }
    writeFileSync(path, gzipSync('{"别的":1}\n'));
    await expect(openBackup(path, STORE_STEPS)).rejects.toMatchObject(refusal("不是 mingbai 的备份"));
    await expect(openBackup(join(folder, "无"), STORE_STEPS)).rejects.toMatchObject(refusal("没有"));
  });
  test("更新版本写的：一句话拒绝", async () => {
    await expect(openBackup(path, STORE_STEPS.slice(0, -1))).rejects.toMatchObject(refusal("更新版本"));
    rewrite((text) => text.replace('"version":1', '"version":2'));
    await expect(openBackup(path, STORE_STEPS)).rejects.toMatchObject(refusal("更新版本"));
  });
});
