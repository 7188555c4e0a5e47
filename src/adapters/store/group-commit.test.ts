import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createGroupCommit, type GroupCommit, type StoreWork } from "./group-commit.ts";
import { MIGRATIONS, type StoreTables } from "./schema.ts";

let directory: string;
let db: Kysely<StoreTables>;
let commits: GroupCommit;
/** Every statement that ran, in order. */
let statements: string[];
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "mingbai-group-commit-"));
  const database = new Database(join(directory, "mingbai.db"), { timeout: 0 });
  db = new Kysely({ dialect: new SqliteDialect({ database }), log: ({ query }) => void statements.push(query.sql) });
  statements = [];
  const { error } = await new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) } }).migrateToLatest();
  if (error !== undefined) throw error;
  statements = [];
  commits = createGroupCommit(db);
});
afterEach(async () => {
  await commits.settled();
  await db.destroy();
  rmSync(directory, { recursive: true, force: true });
});

const count = (sql: string) => statements.filter((statement) => statement === sql).length;
const insert =
  (id: string): StoreWork<string> =>
  async (transaction) => {
    await transaction.insertInto("updates").values({ platform: "p", update_id: id, taken_at_ms: 1 }).execute();
    return id;
  };
/** What another program finds in the file. */
function found(): unknown[] {
  const file = new Database(join(directory, "mingbai.db"), { readonly: true });
  try {
    return file.prepare("SELECT update_id FROM updates ORDER BY update_id").pluck().all();
  } finally {
    file.close();
  }
}

describe("合并提交", () => {
  test("同一时刻要写的只提交一次，都写上了", async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `${1000 + index}`);
    expect(await Promise.all(ids.map((id) => commits.run(insert(id))))).toEqual(ids);
    expect(found()).toEqual(ids);
    expect(count("commit")).toBe(1);
  });

  test("提交进行时来的，一起在下一次提交", async () => {
    const first = commits.run(async (transaction) => {
      const more = ["b", "c"].map((id) => commits.run(insert(id)));
      return { more, id: await insert("a")(transaction) };
    });
    const { more } = await first;
    expect(found()).toEqual(["a"]);
    await Promise.all(more);
    expect(found()).toEqual(["a", "b", "c"]);
    expect(count("commit")).toBe(2);
  });

  test("答应了的已经在文件里，还没提交的别人看不见", async () => {
    const seen: unknown[][] = [];
    await Promise.all([commits.run(insert("a")), commits.run(() => Promise.resolve(seen.push(found())))]);
    expect(seen).toEqual([[]]);
    expect(found()).toEqual(["a"]);
  });

  test("后来的读看得见同一批里先来的写", async () => {
    const write = commits.run(insert("a"));
    const read = commits.run((transaction) => transaction.selectFrom("updates").select("update_id").execute());
    expect(await Promise.all([write, read])).toEqual(["a", [{ update_id: "a" }]]);
  });

  test("写不成的只有它自己失败，一批里失败几个也一样", async () => {
    const results = await Promise.allSettled([
      commits.run(insert("a")),
      commits.run(insert("a")),
      commits.run(insert("b")),
      commits.run(() => Promise.reject(new Error("自己的错"))),
      commits.run(insert("c")),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected", "fulfilled"]);
    expect(results[1]).toMatchObject({ reason: { code: "SQLITE_CONSTRAINT_PRIMARYKEY" } });
    expect(results[3]).toMatchObject({ reason: { message: "自己的错" } });
    expect(found()).toEqual(["a", "b", "c"]);
  });

  test("被别的程序占用：一批一起失败，不一个一个等；放开后照常", async () => {
    const holder = new Database(join(directory, "mingbai.db"));
    holder.exec("BEGIN IMMEDIATE");
    const results = await Promise.allSettled(["a", "b", "c"].map((id) => commits.run(insert(id))));
    expect(results).toMatchObject(Array.from({ length: 3 }, () => ({ status: "rejected", reason: { code: "SQLITE_BUSY" } })));
    expect(count("begin")).toBe(1);
    holder.exec("ROLLBACK");
    holder.close();
    await commits.run(insert("d"));
    expect(found()).toEqual(["d"]);
  });

  test("settled 等到手上的都写完，包括等的时候又来的", async () => {
    void commits.run(insert("a")).then(() => commits.run(insert("b")));
    await commits.settled();
    expect(found()).toEqual(["a", "b"]);
  });
});
