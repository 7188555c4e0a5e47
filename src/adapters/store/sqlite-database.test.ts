import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MIGRATIONS } from "./schema.ts";
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
/** Program text that opens the store in a process of its own. */
async function storeProgram(): Promise<string> {
  const program = join(root, "store.cjs");
  await build({ entryPoints: ["src/adapters/store/store.ts"], bundle: true, platform: "node", format: "cjs", external: ["better-sqlite3"], outfile: program });
  symlinkSync(join(process.cwd(), "node_modules"), join(root, "node_modules"));
  return `require(${JSON.stringify(program)}).openStore({ directory: ${JSON.stringify(directory)} })`;
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

  test("几个进程同时初次打开：都打得开，同一个更新只收一次", async () => {
    const take = `${await storeProgram()}.then(async (store) => { process.stdout.write(String(await store.takeUpdate("telegram", "1", 1))); await store.close(); });`;
    const results = await Promise.all(Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ["-e", take])));
    expect(results.map(({ stdout }) => stdout).sort()).toEqual(["false", "false", "false", "true"]);
  });

  test("写到一半被杀死：已经答应收下的更新一个也没丢", async () => {
    const takeMany = `${await storeProgram()}.then((store) => {
      const take = (id) => store.takeUpdate("telegram", String(id), 1).then(() => require("node:fs").writeSync(1, id + "\\n"));
      for (let id = 1; id <= 9000; id += 1) id <= 1000 ? take(id) : setImmediate(take, id);
    });`;
    const child = spawn(process.execPath, ["-e", takeMany], { stdio: ["ignore", "pipe", "inherit"] });
    let told = "";
    child.stdout.on("data", (chunk: Buffer) => {
      told += chunk.toString("utf8");
      child.kill("SIGKILL");
    });
    await new Promise((resolve) => child.once("close", resolve));
    const ids = told.split("\n").slice(0, -1);
    expect(ids.length).toBeGreaterThan(0);
    const store = await openStore({ directory });
    expect(await Promise.all(ids.map((id) => store.takeUpdate("telegram", id, 2)))).toEqual(ids.map(() => false));
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

  test("更新版本写的存储不打开，也不改动", async () => {
    await openAndClose();
    withFile((file) => file.exec("INSERT INTO kysely_migration VALUES ('999-later', '2030-01-01')"));
    await expect(openStore({ directory })).rejects.toMatchObject({ code: "store_failed", message: expect.stringContaining("更新版本") });
    expect(withFile((file) => file.prepare("SELECT count(*) FROM kysely_migration").pluck().get())).toBe(Object.keys(MIGRATIONS).length + 1);
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
