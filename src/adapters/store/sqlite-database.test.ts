import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "./store.ts";

let root: string;
let directory: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "mingbai-sqlite-"));
  directory = join(root, "var");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Opens the file itself, as another program would. */
function withFile<T>(use: (file: Database.Database) => T): T {
  const file = new Database(join(directory, "mingbai.db"));
  try {
    return use(file);
  } finally {
    file.close();
  }
}
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const openAndClose = async () => (await openStore({ directory })).close();

describe("mingbai.db", () => {
  test("目录和文件只有本人能用", async () => {
    const store = await openStore({ directory });
    await store.takeUpdate("telegram", "1", 1);
    expect(modeOf(directory)).toBe("700");
    for (const name of ["mingbai.db", "mingbai.db-wal", "mingbai.db-shm"]) expect(modeOf(join(directory, name))).toBe("600");
    await store.close();
  });

  test("坏了的行当作没有", async () => {
    await openAndClose();
    withFile((file) => {
      file.exec("INSERT INTO conversations VALUES ('json', '{half', 1), ('time', '{}', 'soon')");
      file.exec("INSERT INTO questions VALUES ('json', '问', 'oops', 1)");
    });
    const store = await openStore({ directory });
    expect(await store.loadConversation("json")).toBeUndefined();
    expect(await store.loadConversation("time")).toBeUndefined();
    expect(await store.loadQuestion("json")).toBeUndefined();
    await store.close();
  });

  test("升级中断：什么也没留下，下次重来", async () => {
    mkdirSync(directory);
    // A table of the same name makes the first step fail half way.
    withFile((file) => file.exec("CREATE TABLE questions (id TEXT)"));
    await expect(openStore({ directory })).rejects.toMatchObject({ code: "store_failed" });
    expect(withFile((file) => file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all())).toEqual(["questions"]);
    withFile((file) => file.exec("DROP TABLE questions"));
    await openAndClose();
  });

  test.each<[string, () => void, string]>([
    ["不是数据库", () => writeFileSync(join(directory, "mingbai.db"), "这不是数据库，只是一段文字。".repeat(100)), "不是数据库"],
    ["文件名被目录占了", () => mkdirSync(join(directory, "mingbai.db")), "mingbai.db"],
  ])("%s：一句话说明", async (_name, prepare, words) => {
    mkdirSync(directory);
    prepare();
    await expect(openStore({ directory })).rejects.toMatchObject({ code: "store_failed", message: expect.stringContaining(words) });
  });

  test("MINGBAI_HOME 是文件而不是目录", async () => {
    writeFileSync(directory, "");
    await expect(openStore({ directory })).rejects.toMatchObject({ code: "store_failed", message: expect.stringContaining("MINGBAI_HOME") });
  });
});
