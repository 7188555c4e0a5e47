import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import { AppError } from "../../errors.ts";
import { MIGRATIONS, type StoreTables } from "./schema.ts";
import { toStoreError } from "./store-errors.ts";

const FILE_NAME = "mingbai.db";
/** How long a statement waits for another process that writes. It holds up everything else, so it is well below the 5 s that a stop may take. */
const BUSY_TIMEOUT_MS = 2000;
const MIGRATION_TABLE = "kysely_migration";

/** A database that is ready for use, and how to let it go. */
export interface OpenDatabase {
  readonly db: Kysely<StoreTables>;
  readonly close: () => Promise<void>;
}

/**
 * Opens `mingbai.db` in a directory that only its owner can enter, and brings it up to date. A commit is on the disk
 * before it is reported (WAL, synchronous FULL).
 * @throws {AppError} `store_failed`, also for a store that a newer version wrote
 */
export async function openSqliteDatabase(directory: string): Promise<OpenDatabase> {
  let sqlite: Database.Database | undefined;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const path = join(directory, FILE_NAME);
    // Made before SQLite does, so that the file and those that SQLite puts beside it are never readable by others.
    closeSync(openSync(path, "a", 0o600));
    chmodSync(path, 0o600);
    sqlite = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("foreign_keys = ON");
    const open = sqlite;
    const db = new Kysely<StoreTables>({ dialect: new SqliteDialect({ database: { prepare: prepareOnce(open), close: () => open.close() } }) });
    await migrate(open, db);
    // Kysely closes only a database that it has used.
    return { db, close: () => db.destroy().finally(() => open.close()) };
  } catch (error) {
    sqlite?.close();
    throw toStoreError(error);
  }
}

/** Keeps what was prepared: the store runs the same few statements again and again. */
function prepareOnce(sqlite: Database.Database): (sql: string) => Database.Statement<unknown[]> {
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  return (sql) => {
    const known = prepared.get(sql) ?? sqlite.prepare<unknown[]>(sql);
    prepared.set(sql, known);
    return known;
  };
}

/** All steps in one transaction: a crash leaves the store as it was, and of two processes that start at once one waits. */
async function migrate(sqlite: Database.Database, db: Kysely<StoreTables>): Promise<void> {
  if (isUpToDate(sqlite)) return;
  sqlite.exec("BEGIN IMMEDIATE");
  try {
    const { error } = await new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) } }).migrateToLatest();
    if (error !== undefined) throw error;
    sqlite.exec("COMMIT");
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec("ROLLBACK");
    throw error;
  }
}

/** @throws {AppError} `store_failed` when a step was applied that this version does not know */
function isUpToDate(sqlite: Database.Database): boolean {
  const migrated = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(MIGRATION_TABLE);
  if (migrated === undefined) return false;
  const applied = sqlite.prepare(`SELECT name FROM ${MIGRATION_TABLE}`).pluck().all();
  if (applied.some((name) => typeof name !== "string" || !Object.hasOwn(MIGRATIONS, name))) {
    throw new AppError("store_failed", `数据存储 ${FILE_NAME} 是由更新版本的 mingbai 写的：请升级程序，或用 MINGBAI_HOME 换一个数据目录。`);
  }
  return applied.length === Object.keys(MIGRATIONS).length;
}
