import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { AppError } from "../../errors.ts";

const LONGEST_WAIT_MS = 60_000;
const LOOK_EVERY_MS = 20;

/**
 * Does work that only one process at a time may do in a folder. The lock is the system's own (SQLite's on an empty file), so that it ends with
 * the process that holds it, however that ends.
 * @throws {AppError} `store_failed` where another process holds it for too long, or the folder cannot be written
 */
export async function whileLocked<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  const lock = await take(folder);
  try {
    return await work();
  } finally {
    lock.close();
  }
}

async function take(folder: string): Promise<Database.Database> {
  const database = open(folder);
  const givesUpAt = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      database.exec("BEGIN EXCLUSIVE");
      return database;
    } catch (error) {
      const isTaken = error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
      if (isTaken && performance.now() < givesUpAt) {
        await wait(LOOK_EVERY_MS);
        continue;
      }
      database.close();
      const message = isTaken ? "另一个程序正在收录文件，等了一分钟还没有结束：请稍后再试。" : `目录「${folder}」不能写入：请检查权限和磁盘空间。`;
      throw new AppError("store_failed", message, { cause: error });
    }
  }
}

function open(folder: string): Database.Database {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return new Database(join(folder, ".lock"), { timeout: 0 });
  } catch (cause) {
    throw new AppError("store_failed", `目录「${folder}」不能写入：请检查权限和磁盘空间。`, { cause });
  }
}
