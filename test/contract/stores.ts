import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import { openStore, type Store, type StorePlace } from "../../src/adapters/store/store.ts";

/** An empty database that is nobody else's. */
export interface TestDatabase {
  readonly place: StorePlace;
  /** Makes it empty again; the steps stay applied. */
  empty(): Promise<void>;
  /** Runs statements as another program would. @returns the rows of the last */
  run(sql: string): Promise<readonly Record<string, unknown>[]>;
  remove(): Promise<void>;
}

/** Undefined where no server is named; `.ci/run` names one. */
export const databaseUrl = process.env["DATABASE_URL"] || undefined;

/** Each kind of database, with what makes an empty one; undefined where it cannot be had. */
export const databases: readonly (readonly [name: string, create: (() => Promise<TestDatabase>) | undefined])[] = [
  ["SQLite", createSqliteDatabase],
  ["PostgreSQL", databaseUrl === undefined ? undefined : () => createPostgresDatabase(databaseUrl)],
];

/** What a suite works with: the store of the present test. */
export interface StoreUnderTest {
  readonly store: Store;
  readonly database: TestDatabase;
  /** Closes the store and opens it again on the same data. */
  reopen(): Promise<void>;
}

/** The same suite for every kind of store, each test with an empty one. */
export function describeStores(title: string, suite: (current: StoreUnderTest) => void): void {
  for (const [name, create] of databases) {
    describe.skipIf(create === undefined)(`${title}：${name}`, () => {
      let database: TestDatabase;
      let store: Store;
      beforeAll(async () => {
        database = await (create as () => Promise<TestDatabase>)();
      });
      beforeEach(async () => {
        store = await openStore(database.place);
      });
      afterEach(async () => {
        await store.close();
        await database.empty();
      });
      afterAll(() => database.remove());
      suite({
        get store() {
          return store;
        },
        get database() {
          return database;
        },
        async reopen() {
          await store.close();
          store = await openStore(database.place);
        },
      });
    });
  }
}

async function createSqliteDatabase(): Promise<TestDatabase> {
  const { default: Database } = await import("better-sqlite3");
  const directory = mkdtempSync(join(tmpdir(), "mingbai-store-"));
  return {
    place: { directory },
    run: (sql) => {
      const file = new Database(join(directory, "mingbai.db"));
      try {
        const statement = file.prepare<[], Record<string, unknown>>(sql);
        if (statement.reader) return Promise.resolve(statement.all());
        statement.run();
        return Promise.resolve([]);
      } catch (error) {
        return Promise.reject(error);
      } finally {
        file.close();
      }
    },
    empty: () => {
      for (const name of readdirSync(directory)) rmSync(join(directory, name), { recursive: true });
      return Promise.resolve();
    },
    remove: () => Promise.resolve(rmSync(directory, { recursive: true, force: true })),
  };
}

const TABLES = "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT LIKE 'kysely%'";
/** The audit log resists, whoever asks. */
const emptying = (tables: readonly string[]) =>
  `ALTER TABLE audit_log DISABLE TRIGGER USER; TRUNCATE ${tables.join(", ")}; ALTER TABLE audit_log ENABLE TRIGGER USER`;

let count = 0;

async function createPostgresDatabase(server: string): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), "mingbai-store-"));
  count += 1;
  const schema = `mingbai_test_${process.pid}_${count}`;
  const url = new URL(server);
  url.searchParams.set("options", `-c search_path=${schema}`);
  await withClient(server, (client) => client.query(`CREATE SCHEMA ${schema}`));
  return {
    place: { directory, databaseUrl: url.href },
    run: async (sql) => (await withClient(url.href, (client) => client.query<Record<string, unknown>>(sql))).rows,
    empty: async () => {
      const tables = (await withClient(url.href, (client) => client.query<{ name: string }>(TABLES))).rows.map(({ name }) => name);
      if (tables.length > 0) await withClient(url.href, (client) => client.query(emptying(tables)));
    },
    remove: async () => {
      await withClient(server, (client) => client.query(`SET client_min_messages = warning; DROP SCHEMA ${schema} CASCADE`));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
