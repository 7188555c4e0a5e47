import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ended, root, useProgram, written } from "./program.ts";

const program = useProgram();

/** The program without a token, as a service manager starts it: its input is `/dev/null`. */
function startService(env: Readonly<Record<string, string>> = {}) {
  const settings = {
    PATH: process.env["PATH"] ?? "",
    MINGBAI_HOME: join(program.folder, "service"),
    MINGBAI_INDEX_DIR: join(program.folder, "service-index"),
    MINGBAI_SEGMENTER: "node-rs",
    PORT: "0",
  };
  return spawn(process.execPath, [join(root, "dist/mingbai.js"), "bot"], { cwd: root, env: { ...settings, ...env }, stdio: ["ignore", "pipe", "pipe"] });
}

const addressIn = (text: string): string => /网页：(http:\/\/127\.0\.0\.1:\d+)/u.exec(text)?.[1] ?? "";
const question = `ask?q=${encodeURIComponent("县司法局负责哪些任务")}`;

describe("mingbai bot 的网页", () => {
  test("打印地址；没有人输入也一直服务，追问跨过重启；SIGTERM 停下，状态 0", async () => {
    let followed = "";
    for (const round of [1, 2]) {
      const child = startService();
      const end = ended(child);
      const address = addressIn(await written(child.stderr, "网页："));
      expect(await (await fetch(`${address}/${question}`)).text()).toContain("29项");
      if (round === 1) {
        const body = new URLSearchParams({ q: "那发改委呢", about: "县司法局负责哪些任务" });
        followed = (await fetch(`${address}/ask`, { method: "POST", body, redirect: "manual" })).headers.get("location") ?? "";
      }
      expect(await (await fetch(address + followed)).text()).toContain("县发改委：");
      child.kill("SIGTERM");
      expect((await end).status).toBe(0);
    }
  });

  test("网页和终端对话一起用，输入完了一起停", async () => {
    const { status, stdout, stderr } = await program.run(["bot"], { input: "县司法局负责哪些任务\n" });
    expect(stdout).toContain("29");
    expect(addressIn(stderr)).not.toBe("");
    expect(status).toBe(0);
  });

  test("端口被占用：一句话说明，终端照常", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port)));
    const { status, stdout, stderr } = await program.run(["bot"], { input: "县司法局负责哪些任务\n", env: { PORT: String(port) } });
    taken.close();
    expect(stderr).toContain(`端口 ${port} 已被别的程序占用，网页没有开`);
    expect(stdout).toContain("29");
    expect(status).toBe(0);
  });

  test("对外开放而前面没有 HTTPS：启动时提醒；说明了代理就不提醒", async () => {
    const open = await program.run(["bot"], { env: { HOST: "0.0.0.0" } });
    expect(open.stderr).toContain("对外开放");
    const behind = await program.run(["bot"], { env: { HOST: "0.0.0.0", TRUSTED_PROXY: "10.0.0.1" } });
    expect(behind.stderr).not.toContain("对外开放");
  });

  test("推送占用 PORT：网页让开，并说明怎样一起用", async () => {
    const child = startService({
      TELEGRAM_BOT_TOKEN: "123456789:AbCdEfGhIjKlMnOpQrStUvWxYz0123456789",
      TELEGRAM_API_ROOT: "http://127.0.0.1:9",
      TELEGRAM_WEBHOOK_URL: "https://bot.example.cn/telegram",
    });
    const end = ended(child);
    expect(await written(child.stderr, "网页没有开")).toContain("TELEGRAM_WEBHOOK_PORT");
    child.kill("SIGTERM");
    await end;
  });
});
