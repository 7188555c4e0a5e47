import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { AUDIT_KEPT_DAYS } from "./audit-floor.ts";
import { applySteps, isUpToDate, MIGRATION_TABLE, type OpenDatabase } from "./open-database.ts";
import type { StoreTables } from "./schema.ts";
import { lockSqliteDelivery } from "./sqlite-delivery-lock.ts";
import { toStoreError } from "./store-errors.ts";

const FILE_NAME = "mingbai.db";
/** How long a statement waits for another process that writes. It holds up everything else, so it is well below the 5 s that a stop may take. */
const BUSY_TIMEOUT_MS = 2000;
const NAME = `数据存储 ${FILE_NAME}`;
const ELSEWHERE = "MINGBAI_HOME 换一个数据目录";
/** Rows of the audit log are never changed, and removed only when they are old; by nobody, whatever program it is. */
const AUDIT_LOG_STAYS = `
  CREATE TRIGGER IF NOT EXISTS audit_log_unchanged BEFORE UPDATE ON audit_log
  BEGIN SELECT RAISE(ABORT, 'rows of audit_log are never changed'); END;
  CREATE TRIGGER IF NOT EXISTS audit_log_kept BEFORE DELETE ON audit_log
  WHEN OLD.at_ms > (unixepoch() - ${AUDIT_KEPT_DAYS} * 86400) * 1000
  BEGIN SELECT RAISE(ABORT, 'rows of audit_log are kept for ${AUDIT_KEPT_DAYS} days'); END;
`;

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
    return { db, name: NAME, lockDelivery: async () => lockSqliteDelivery(directory), close: () => db.destroy().finally(() => open.close()) };
  } catch (error) {
    sqlite?.close();
    throw toStoreError(error, NAME);
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
  if (isUpToDate(appliedSteps(sqlite), NAME, ELSEWHERE)) return;
  sqlite.exec("BEGIN IMMEDIATE");
  try {
    await applySteps(db);
    sqlite.exec(AUDIT_LOG_STAYS);
    sqlite.exec("COMMIT");
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec("ROLLBACK");
    throw error;
  }
}

function appliedSteps(sqlite: Database.Database): readonly unknown[] {
  const migrated = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(MIGRATION_TABLE);
  return migrated === undefined ? [] : sqlite.prepare(`SELECT name FROM ${MIGRATION_TABLE}`).pluck().all();
}
