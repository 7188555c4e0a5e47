import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ended, useProgram, written } from "./program.ts";

const program = useProgram();

describe("mingbai chat 从管道读", () => {
  test("一行一问，可以追问；:new 之后忘掉前面的", async () => {
    const { status, stdout, stderr } = await program.run(["chat"], { input: "县司法局负责哪些任务\n那发改委呢\n:new\n:quit\n县财政局负责哪些任务\n" });
    expect(stdout).toContain("29");
    expect(stdout).toContain("发改委");
    expect(stdout).toContain("已忘掉");
    expect(stdout).not.toContain("县财政局负责");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test(":why 说上一问是怎么查的，追问的说接着哪一问", async () => {
    const { stdout } = await program.run(["chat"], { input: "县司法局负责哪些任务\n只看每季度的\n:why\n" });
    const why = stdout.slice(stdout.indexOf("怎么查的"));
    expect(why).toContain("接着上一问：“县司法局负责哪些任务”。");
    expect(why).toContain("核对：列出2项 = 台账2项，一致。");
  });

  test("没有颜色，没有提示符；不认识的命令说明有哪些", async () => {
    const { stdout } = await program.run(["chat"], { input: ":nope\n:help\n" });
    expect(stdout).not.toContain("\x1b");
    expect(stdout).not.toContain("问>");
    expect(stdout).toContain("没有这个命令");
    expect(stdout).toContain(":quit");
  });
});

describe("mingbai bot 没有令牌", () => {
  test("说明分词、文件、数据目录，读到输入结束为止", async () => {
    const { status, stdout, stderr } = await program.run(["bot"], { input: "县司法局负责哪些任务\n" });
    for (const words of ["@node-rs/jieba", "xiping-2020", "nanchang-2019", join(program.folder, "home")]) expect(stderr).toContain(words);
    expect(stdout).toContain("29");
    expect(status).toBe(0);
  });

  test.each(["SIGTERM", "SIGINT"] as const)("%s：离开，状态 0", async (signal) => {
    const child = program.start(["bot"]);
    const end = ended(child);
    child.stdin.write("县司法局负责哪些任务\n");
    await written(child.stdout, "29");
    child.kill(signal);
    expect((await end).status).toBe(0);
  });
});

describe("mingbai bot 有令牌", () => {
  const TOKEN = "123456789:AbCdEfGhIjKlMnOpQrStUvWxYz0123456789";

  test("日志里没有令牌；SIGTERM 后 5 秒内停下，数据目录只有本人可读", async () => {
    const server = createServer((request, response) => {
      request.resume();
      const method = request.url?.split("/").at(-1);
      const results: Record<string, unknown> = {
        getMe: {
          id: 1,
          is_bot: true,
          first_name: "明白",
          username: "mingbai_bot",
          can_join_groups: true,
          can_read_all_group_messages: false,
          supports_inline_queries: true,
        },
      };
      const reply = () =>
        response
          .setHeader("content-type", "application/json")
          .end(JSON.stringify({ ok: true, result: method === "getUpdates" ? [] : (results[method ?? ""] ?? true) }));
      if (method === "getUpdates") setTimeout(reply, 200);
      else reply();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const child = program.start(["bot"], { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`, LOG_LEVEL: "debug" });
    const end = ended(child);
    await written(child.stderr, "mingbai_bot");
    const stoppedAtMs = Date.now();
    child.kill("SIGTERM");
    const { status, stdout, stderr } = await end;
    server.closeAllConnections();
    server.close();
    expect(Date.now() - stoppedAtMs).toBeLessThan(5000);
    expect(stderr).not.toContain(TOKEN);
    expect(stdout).not.toContain(TOKEN);
    expect(statSync(join(program.folder, "home")).mode & 0o777).toBe(0o700);
    expect(status).toBe(0);
  });

  test("Telegram 不认的令牌：一句话，状态 2", async () => {
    const server = createServer((request, response) => {
      request.resume();
      response.statusCode = 401;
      response.end(JSON.stringify({ ok: false, error_code: 401, description: "Unauthorized" }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const { status, stderr } = await program.run(["bot"], {
      env: { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`, LOG_LEVEL: "silent" },
    });
    server.close();
    expect(stderr).toContain("TELEGRAM_BOT_TOKEN");
    expect(stderr).not.toContain(TOKEN);
    expect(status).toBe(2);
  });
});

test("package.json 的 start 就是 mingbai bot", () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
  expect(scripts.start).toBe("node dist/mingbai.js bot");
});
