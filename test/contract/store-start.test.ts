import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { MIGRATIONS } from "../../src/adapters/store/schema.ts";
import { openStore, type StorePlace } from "../../src/adapters/store/store.ts";
import { databases, type TestDatabase } from "./stores.ts";

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mingbai-store-program-"));
  program = join(folder, "store.cjs");
  const external = ["better-sqlite3", "pg"];
  await build({ entryPoints: ["src/adapters/store/store.ts"], bundle: true, platform: "node", format: "cjs", external, outfile: program });
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program that opens the store, in a process of its own. @param use its text, with `store` */
function start(place: StorePlace, use: string, before = ""): ChildProcess & { readonly told: () => string } {
  const text = `${before}; require(${JSON.stringify(program)}).openStore(${JSON.stringify(place)}).then(async (store) => { ${use} });`;
  const child = spawn(process.execPath, ["-e", text], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  let told = "";
  child.stdout.on("data", (chunk: Buffer) => {
    told += chunk.toString("utf8");
  });
  return Object.assign(child, { told: () => told });
}
const ended = (child: ChildProcess) => new Promise<NodeJS.Signals | null>((resolve) => child.once("close", (_status, signal) => resolve(signal)));

/** Text of a program that kills itself when it comes to a statement. */
const killedAt = (words: string) => `
  const die = (query) => { const sql = query.text ?? query; if (typeof sql === "string" && sql.includes(${JSON.stringify(words)})) process.kill(process.pid, "SIGKILL"); };
  const Sqlite = require("better-sqlite3").prototype, Pg = require("pg").Client.prototype;
  const { prepare } = Sqlite, { query } = Pg;
  Sqlite.prepare = function (sql) { die(sql); return prepare.call(this, sql); };
  Pg.query = function (sql, ...rest) { die(sql); return query.call(this, sql, ...rest); };
`;

describe.each(databases)("存储的启动：%s", (name, create) => {
  let database: TestDatabase;
  const prepare = async () => {
    database = await (create as NonNullable<typeof create>)();
  };
  const given = test.skipIf(create === undefined);
  afterEach(() => database.remove());
  const tables = async () => {
    const listing =
      name === "SQLite"
        ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        : "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1";
    return (await database.run(listing)).map((row) => row["name"]);
  };
  const applied = async () => (await database.run("SELECT name FROM kysely_migration ORDER BY name")).map((row) => row["name"]);
  const steps = Object.keys(MIGRATIONS);

  given("几个进程同时初次打开：只升级一次，都打得开，同一个更新只收一次", async () => {
    await prepare();
    const take = `process.stdout.write(String(await store.takeUpdate("telegram", "1", 1))); await store.close();`;
    const children = Array.from({ length: 4 }, () => start(database.place, take));
    await Promise.all(children.map(ended));
    expect(children.map((child) => child.told()).sort()).toEqual(["false", "false", "false", "true"]);
    expect(await applied()).toEqual(steps);
  });

  given("升级到一半被杀死：和没升级一样，下次接着升", async () => {
    await prepare();
    const child = start(database.place, "", killedAt('create table "holidays"'));
    expect(await ended(child)).toBe("SIGKILL");
    expect(await tables()).toEqual([]);
    await (await openStore(database.place)).close();
    expect(await applied()).toEqual(steps);
  });

  given("旧版本的存储：升级后，原来的都在；升级到一半被杀死也在", async () => {
    await prepare();
    const store = await openStore(database.place);
    await store.savePlace("telegram:-100", "西平县");
    await store.close();
    // Back to what the second step left.
    for (const table of [
      "grants",
      "chats",
      "subscriptions",
      "outbox",
      "broadcasts",
      "pseudonyms",
      "audit_log",
      "progress",
      "feedback",
      "holidays",
      "planned_days",
      "page_sessions",
      "tokens",
    ]) {
      await database.run(`DROP TABLE ${table}`);
    }
    await database.run("ALTER TABLE places RENAME TO chats");
    await database.run("DELETE FROM kysely_migration WHERE name >= '003'");
    const before = await tables();
    expect(await ended(start(database.place, "", killedAt('create table "feedback"')))).toBe("SIGKILL");
    expect(await tables()).toEqual(before);
    const upgraded = await openStore(database.place);
    expect(await upgraded.loadPlace("telegram:-100")).toBe("西平县");
    await upgraded.saveChat("telegram:-100", { kind: "group" });
    await upgraded.close();
  });

  given("写到一半被杀死：已经答应收下的更新一个也没丢", async () => {
    await prepare();
    const child = start(
      database.place,
      `const take = (id) => store.takeUpdate("telegram", String(id), 1).then(() => require("node:fs").writeSync(1, id + "\\n"));
       for (let id = 1; id <= 9000; id += 1) id <= 1000 ? take(id) : setImmediate(take, id);`,
    );
    child.stdout?.once("data", () => child.kill("SIGKILL"));
    await ended(child);
    const ids = child.told().split("\n").slice(0, -1);
    expect(ids.length).toBeGreaterThan(0);
    const store = await openStore(database.place);
    expect(await Promise.all(ids.map((id) => store.takeUpdate("telegram", id, 2)))).toEqual(ids.map(() => false));
    await store.close();
  });

  given("更新版本写的存储：一句话拒绝，也不改动", async () => {
    await prepare();
    await (await openStore(database.place)).close();
    await database.run("INSERT INTO kysely_migration VALUES ('999-later', '2030-01-01')");
    await expect(openStore(database.place)).rejects.toMatchObject({ code: "store_failed", message: expect.stringMatching(/^[^。]*更新版本[^。]*。$/u) });
    expect(await applied()).toEqual([...steps, "999-later"]);
  });
});
