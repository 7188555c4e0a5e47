import { spawn } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createPasswordCheck, parsePasswordHash } from "../../src/adapters/web/admin/password.ts";
import { createBrowser } from "../web/form-browser.ts";
import { ended, root, useProgram, written } from "./program.ts";

const program = useProgram();

describe("mingbai hash-password", () => {
  test("读第一行，给出设置的一行，口令不在里面", async () => {
    const { status, stdout, stderr } = await program.run(["hash-password"], { input: "法治明白人2026年的口令\n别的\n" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).not.toContain("口令");
    const hash = parsePasswordHash(/^ADMIN_PASSWORD_HASH=(\S+)\n$/u.exec(stdout)?.[1] ?? "");
    if (!hash) throw new Error(`no line of a setting: ${stdout}`);
    expect(await createPasswordCheck(hash)("法治明白人2026年的口令")).toBe(true);
  });

  test.each([
    ["太短", "short\n", "口令太短"],
    ["没有", "", "没有读到口令"],
  ])("%s：说明白，状态 2", async (_, input, said) => {
    const { status, stdout, stderr } = await program.run(["hash-password"], { input });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
  });

  test("写错的设置：指名，不说出值", async () => {
    const { status, stderr } = await program.run(["bot"], { env: { ADMIN_PASSWORD_HASH: "my-secret-password" } });
    expect(status).toBe(2);
    expect(stderr).toContain("ADMIN_PASSWORD_HASH");
    expect(stderr).not.toContain("my-secret");
  });
});

describe("mingbai bot 的管理页", () => {
  const PASSWORD = "法治明白人2026年的口令";
  const home = join(program.folder, "service");
  const start = (env: Readonly<Record<string, string>>) =>
    spawn(process.execPath, [join(root, "dist/mingbai.js"), "bot"], {
      cwd: root,
      env: {
        PATH: process.env["PATH"] ?? "",
        MINGBAI_HOME: home,
        MINGBAI_INDEX_DIR: join(program.folder, "index"),
        MINGBAI_SEGMENTER: "node-rs",
        PORT: "0",
        LOG_LEVEL: "trace",
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
  const addressIn = (text: string): string => /网页：(http:\/\/127\.0\.0\.1:\d+)/u.exec(text)?.[1] ?? "";

  test("登录跨过重启；换了口令就要重新登录；口令、口令的散列和密钥不在日志里，密钥只有自己读得到", { timeout: 60_000 }, async () => {
    const hash = async () => (await program.run(["hash-password"], { input: PASSWORD })).stdout.trim().split("=")[1] ?? "";
    const [first, second] = [await hash(), await hash()];
    const pages: string[] = [];
    let cookies: ReadonlyMap<string, string> = new Map();
    for (const ADMIN_PASSWORD_HASH of [first, first, second]) {
      const child = start({ ADMIN_PASSWORD_HASH });
      const end = ended(child);
      const browser = createBrowser(addressIn(await written(child.stderr, "网页：")));
      for (const [name, value] of cookies) browser.cookies.set(name, value);
      const page = await browser.get("/admin");
      pages.push(page.path);
      if (pages.length === 1) {
        await browser.submit(page, "/admin/login", { password: "记错了的口令记错了的" });
        const overview = await browser.submit(await browser.get("/admin"), "/admin/login", { password: PASSWORD });
        expect(overview.words).toMatch(/SQLite[\s\S]*启动时间/u);
        cookies = new Map(browser.cookies);
      }
      child.kill("SIGTERM");
      const { status, stdout, stderr } = await end;
      expect(status).toBe(0);
      const key = readFileSync(join(home, "admin-key"), "utf8").trim();
      for (const secret of [PASSWORD, "记错了的", first, second, key]) expect(stdout + stderr).not.toContain(secret);
    }
    expect(pages).toEqual(["/admin/login?next=%2Fadmin", "/admin", "/admin/login?next=%2Fadmin"]);
    expect(statSync(join(home, "admin-key")).mode & 0o777).toBe(0o600);
  });

  test("没有设口令：没有管理页", async () => {
    const child = start({});
    const end = ended(child);
    const address = addressIn(await written(child.stderr, "网页："));
    expect((await fetch(`${address}/admin`)).status).toBe(404);
    child.kill("SIGTERM");
    await end;
  });
});
