import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../../errors.ts";
import { toStoreError } from "./store-errors.ts";

let directory: string;
let path: string;
let holder: Database.Database;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "mingbai-store-errors-"));
  path = join(directory, "mingbai.db");
  holder = new Database(path);
  holder.exec("CREATE TABLE notes (text TEXT)");
});
afterEach(() => {
  holder.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Does something with the file from a second connection and gives the error that the database throws. */
function errorOf(options: Database.Options, use: (file: Database.Database) => void): unknown {
  const file = new Database(path, options);
  try {
    use(file);
  } catch (error) {
    return error;
  } finally {
    file.close();
  }
  return undefined;
}
const insert = (file: Database.Database) => file.prepare("INSERT INTO notes VALUES (?)").run("甲".repeat(100_000));

describe("toStoreError 数据库的错误 → 一句话", () => {
  test.each<[string, () => unknown, string]>([
    [
      "另一个程序正在写",
      () => {
        holder.exec("BEGIN EXCLUSIVE");
        return errorOf({ timeout: 0 }, insert);
      },
      "占用",
    ],
    ["只读", () => errorOf({ readonly: true }, insert), "权限"],
    [
      "写满了",
      () =>
        errorOf({}, (file) => {
          file.pragma("max_page_count = 3");
          insert(file);
        }),
      "磁盘已满",
    ],
    ["没见过的错误", () => new Error("?"), "日志"],
  ])("%s", (_name, fail, words) => {
    const error = toStoreError(fail(), "数据存储 mingbai.db");
    expect(error.code).toBe("store_failed");
    expect(error.message).toContain(words);
    expect(error.message.match(/。/gu)).toHaveLength(1);
    expect(error.cause).toBeInstanceOf(Error);
  });
  test("已是本程序的错误则不变", () => {
    const error = new AppError("store_failed", "一句话。");
    expect(toStoreError(error, "数据存储 mingbai.db")).toBe(error);
  });
});
