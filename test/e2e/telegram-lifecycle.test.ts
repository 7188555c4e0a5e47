import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import { createGate, createTestAssistant } from "./telegram-assistant.ts";
import { createBench, freePort, TOKEN } from "./telegram-bench.ts";
import { privateText } from "./telegram-updates.ts";

const OTHER_PERSON = { from: { id: 700300, is_bot: false, first_name: "钱七" } };

describe("一条消息只答一次", () => {
  test("Telegram 又送来一次", async () => {
    const bench = await createBench();
    await bench.start();
    const update = bench.server.push(privateText("只问一次"));
    await bench.server.next("sendMessage");
    bench.server.pushAgain(update);
    bench.server.push(privateText("收尾"));
    expect(String((await bench.server.next("sendMessage")).payload["text"])).toContain("收尾");
  });

  test("重启之后又送来一次", async () => {
    const bench = await createBench();
    await bench.start();
    const update = bench.server.push(privateText("只问一次"));
    await bench.server.next("sendMessage");
    await bench.start();
    bench.server.pushAgain(update);
    bench.server.push(privateText("收尾"));
    expect(String((await bench.server.next("sendMessage")).payload["text"])).toContain("收尾");
  });
});

describe("先后", () => {
  test("同一会话按次序答，别的会话不用等", async () => {
    const bench = await createBench();
    const gate = createGate();
    await bench.start({}, createTestAssistant(gate));
    bench.server.push(privateText("慢"));
    bench.server.push(privateText("随后的问题"));
    bench.server.push(privateText("别人的问题", OTHER_PERSON));
    const texts = [String((await bench.server.next("sendMessage")).payload["text"])];
    gate.open();
    for (let count = 0; count < 2; count += 1) texts.push(String((await bench.server.next("sendMessage")).payload["text"]));
    expect(texts.map((text) => /听到：(\S+)/u.exec(text)?.[1])).toEqual(["别人的问题", "慢", "随后的问题"]);
  });
});

describe("停止", () => {
  test("手上的答完再停，不再取新消息", async () => {
    const bench = await createBench();
    const gate = createGate();
    const run = await bench.start({}, createTestAssistant(gate));
    bench.server.push(privateText("慢"));
    await gate.entered;
    const stopped = run.stop();
    gate.open();
    await stopped;
    expect(bench.server.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
    await run.finished;
    bench.server.push(privateText("停了以后"));
    expect(bench.server.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
  });

  test("答不完也按时停，日志说明还剩几条", async () => {
    const bench = await createBench();
    const gate = createGate();
    const run = await bench.start(
      { timing: { retryDelayMs: 5, conflictDelayMs: 5, acknowledgeAfterMs: 50, progressEveryMs: 5, stopWithinMs: 30 } },
      createTestAssistant(gate),
    );
    bench.server.push(privateText("慢"));
    await gate.entered;
    await run.stop();
    expect(bench.logged.at(-1)).toContain('"left":1');
    gate.open();
  });

  test("还没连上就停", async () => {
    const bench = await createBench();
    const run = await bench.launch({ apiRoot: "http://127.0.0.1:9" });
    await run.stop();
    await expect(run.ready).resolves.toBeUndefined();
    await run.finished;
  });
});

describe("连接 Telegram", () => {
  test("先撤掉推送，再轮询，只要三种更新", async () => {
    const bench = await createBench();
    await bench.start();
    expect(bench.server.calls.map(({ method }) => method).slice(0, 2)).toEqual(["getMe", "deleteWebhook"]);
  });

  test("令牌不对：一句话说清，不带令牌", async () => {
    const bench = await createBench();
    const wrong = "424242:BBwrong-token_of_the_bot_for_tests_0";
    const run = await bench.launch({ token: wrong });
    const error: unknown = await run.finished.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "config_invalid", message: "Telegram 不接受 TELEGRAM_BOT_TOKEN，请向 @BotFather 核对后重新设置。" });
    await expect(run.ready).rejects.toBe(error);
    expect(bench.logged.join("\n")).not.toContain(wrong);
  });

  test("运行中令牌作废：以同一句话结束", async () => {
    const bench = await createBench();
    bench.server.fail("getUpdates", { kind: "refuse", code: 401, description: "Unauthorized" });
    const run = await bench.start();
    await expect(run.finished).rejects.toMatchObject({ code: "config_invalid" });
  });

  test("两个程序用同一个令牌：日志说一次，隔一会儿再试，空出来就继续", async () => {
    const bench = await createBench();
    const conflict = { kind: "refuse", code: 409, description: "Conflict: terminated by other getUpdates request" } as const;
    bench.server.fail("getUpdates", conflict, conflict, conflict);
    await bench.start();
    bench.server.push(privateText("第21项"));
    await bench.server.next("sendMessage");
    expect(bench.logged.filter((line) => line.includes("同一个令牌"))).toHaveLength(1);
  });

  test("开始时和轮询中断网：日志各说一次，恢复后继续，令牌不进日志", async () => {
    const bench = await createBench();
    bench.server.fail(
      "getMe",
      { kind: "refuse", code: 500 },
      { kind: "drop_before" },
      { kind: "refuse", code: 502 },
      { kind: "drop_before" },
      { kind: "refuse", code: 500 },
    );
    bench.server.fail("getUpdates", { kind: "drop_before" }, { kind: "refuse", code: 502 });
    await bench.start();
    bench.server.push(privateText("第21项"));
    await bench.server.next("sendMessage");
    expect(bench.logged.filter((line) => line.includes("连不上 Telegram"))).toHaveLength(2);
    expect(bench.logged.filter((line) => line.includes("已恢复"))).toHaveLength(2);
    expect(bench.logged.join("\n")).not.toContain(TOKEN);
  });

  test("命令菜单登记不上，照样答复", async () => {
    const bench = await createBench();
    bench.server.fail("setMyCommands", { kind: "refuse", code: 400, description: "Bad Request" });
    await bench.start();
    bench.server.push(privateText("第21项"));
    expect(String((await bench.server.next("sendMessage")).payload["text"])).toContain("第21项");
  });

  test("设了 HTTPS_PROXY 就走代理", async () => {
    const bench = await createBench();
    const port = await freePort();
    const tunnel = new Promise<string>((resolve) => {
      const proxy = createServer((socket) => {
        socket.once("data", (head) => {
          resolve(head.toString("latin1").split("\r\n")[0] ?? "");
          socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
        });
      });
      proxy.listen(port, "127.0.0.1");
      onTestFinished(() => void proxy.close());
    });
    const run = await bench.launch({ apiRoot: "https://api.telegram.test", proxyUrl: `http://127.0.0.1:${port}` });
    expect(await tunnel).toBe("CONNECT api.telegram.test:443 HTTP/1.1");
    await run.stop();
  });
});
