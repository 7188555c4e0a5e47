import { join } from "node:path";
import Database from "better-sqlite3";
import type { DeliveryLock } from "../../app/office/outbox.ts";

const FILE_NAME = "delivery.lock";

/**
 * Locks a file beside the store, the way SQLite does: the operating system lets go of it when the process ends, however it does. It is never
 * lost otherwise.
 * @returns undefined where another process has it
 * @throws the database's or the file system's error
 */
export function lockSqliteDelivery(directory: string): DeliveryLock | undefined {
  const file = new Database(join(directory, FILE_NAME), { timeout: 0 });
  try {
    file.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) return undefined;
    throw error;
  }
  return {
    lost: new AbortController().signal,
    release: () => Promise.resolve(void file.close()),
  };
}
