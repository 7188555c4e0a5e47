import Database from "better-sqlite3";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MIGRATIONS, type StoreTables } from "./schema.ts";
import { createStatement } from "./statement.ts";

let db: Kysely<StoreTables>;
beforeEach(async () => {
  db = new Kysely({ dialect: new SqliteDialect({ database: new Database(":memory:") }) });
  const { error } = await new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) } }).migrateToLatest();
  if (error !== undefined) throw error;
});
afterEach(() => db.destroy());

test("建一次，每次用不同的值；一个值可以用在几处，写死的值不变", async () => {
  const insert = createStatement(({ name, timeMs }: { readonly name: string; readonly timeMs: number }) =>
    db.insertInto("updates").values({ taken_at_ms: timeMs, platform: name, update_id: name }),
  );
  const find = createStatement(({ name }: { readonly name: string }) =>
    db
      .selectFrom("updates")
      .select(["platform", "update_id", "taken_at_ms"])
      .where("platform", "=", name)
      .where("update_id", "=", name)
      .where("taken_at_ms", ">", 5),
  );
  const found = await db.transaction().execute(async (transaction) => {
    await insert(transaction, { name: "'; DROP TABLE updates; --", timeMs: 7 });
    await insert(transaction, { name: "wecom", timeMs: 8 });
    await insert(transaction, { name: "early", timeMs: 5 });
    return [
      await find(transaction, { name: "wecom" }),
      await find(transaction, { name: "early" }),
      await find(transaction, { name: "'; DROP TABLE updates; --" }),
    ];
  });
  expect(found.map(({ rows }) => rows)).toEqual([
    [{ platform: "wecom", update_id: "wecom", taken_at_ms: 8 }],
    [],
    [{ platform: "'; DROP TABLE updates; --", update_id: "'; DROP TABLE updates; --", taken_at_ms: 7 }],
  ]);
});
