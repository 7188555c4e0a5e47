import { describe, expect, test } from "vitest";
import type { TelegramSettings } from "../../src/adapters/chat/telegram/settings.ts";
import { createGate, createTestAssistant } from "./telegram-assistant.ts";
import { createBench, freePort } from "./telegram-bench.ts";
import { privateText } from "./telegram-updates.ts";

const SECRET = "a-secret_of-the-tests";

async function webhookSettings(): Promise<{ webhook: NonNullable<TelegramSettings["webhook"]> }> {
  const port = await freePort();
  return { webhook: { url: `http://127.0.0.1:${port}/telegram`, host: "127.0.0.1", port, secret: SECRET } };
}

function post(url: string, body: string, secret = SECRET): Promise<Response> {
  return fetch(url, { method: "POST", headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret }, body });
}

describe("推送方式", () => {
  test("登记网址、密钥和要的更新；推来的消息得到答复；/healthz 说正常", async () => {
    const bench = await createBench();
    const settings = await webhookSettings();
    await bench.start(settings);
    expect((await bench.server.next("setWebhook")).payload).toEqual({
      url: settings.webhook.url,
      secret_token: SECRET,
      allowed_updates: ["message", "callback_query", "inline_query", "my_chat_member"],
    });
    bench.server.push(privateText("第21项"));
    expect(String((await bench.server.next("sendMessage")).payload["text"])).toContain("第21项");
    const health = await fetch(new URL("/healthz", settings.webhook.url));
    expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);
  });

  test("密钥不对、没有密钥：401，不答", async () => {
    const bench = await createBench();
    await bench.start(await webhookSettings());
    const update = { update_id: 1, ...privateText("冒充的问题") };
    expect(await bench.server.deliver(update, "wrong")).toBe(401);
    expect(await bench.server.deliver(update, "")).toBe(401);
    expect(await bench.server.deliver({ update_id: 2, ...privateText("真的问题") })).toBe(200);
    expect(bench.server.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
  });

  test("又推来一次，只答一次；重启之后也是", async () => {
    const bench = await createBench();
    await bench.start(await webhookSettings());
    const update = { update_id: 7, ...privateText("只问一次") };
    expect([await bench.server.deliver(update), await bench.server.deliver(update)]).toEqual([200, 200]);
    await bench.start(await webhookSettings());
    expect(await bench.server.deliver(update)).toBe(200);
    expect(bench.server.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
  });

  test("答得慢：先收下，再答；其间又推来一次，也只答一次", async () => {
    const bench = await createBench();
    const gate = createGate();
    await bench.start(await webhookSettings(), createTestAssistant(gate));
    const update = { update_id: 8, ...privateText("慢") };
    expect(await bench.server.deliver(update)).toBe(200);
    expect(await bench.server.deliver(update)).toBe(200);
    expect(bench.server.calls.map(({ method }) => method)).not.toContain("sendMessage");
    gate.open();
    expect(String((await bench.server.next("sendMessage")).payload["text"])).toContain("慢");
    await bench.stop();
    expect(bench.server.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
  });

  test("停止时答完手上的，端口随即关闭", async () => {
    const bench = await createBench();
    const gate = createGate();
    const settings = await webhookSettings();
    const run = await bench.start(settings, createTestAssistant(gate));
    bench.server.push(privateText("慢"));
    await gate.entered;
    const stopped = run.stop();
    gate.open();
    await stopped;
    await run.finished;
    expect(bench.server.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
    await expect(fetch(new URL("/healthz", settings.webhook.url))).rejects.toThrow();
  });

  test.each([
    ["超过 1 MB", JSON.stringify({ update_id: 1, message: "长".repeat(400_000) }), 413],
    ["远远超过 1 MB", "长".repeat(4_000_000), 413],
    ["不是 JSON", "update_id=1", 400],
    ["不是更新", "[1, 2]", 400],
    ["没有编号", "{}", 400],
    ["样子古怪的更新", JSON.stringify({ update_id: 5, message: { chat: 7, text: { toString: 1 } } }), 200],
  ])("%s → %s", async (_case, body, status) => {
    const bench = await createBench();
    const settings = await webhookSettings();
    await bench.start(settings);
    expect((await post(settings.webhook.url, body)).status).toBe(status);
    expect(await bench.server.deliver({ update_id: 9, ...privateText("照常") })).toBe(200);
  });

  test("别的请求：404", async () => {
    const bench = await createBench();
    const settings = await webhookSettings();
    await bench.start(settings);
    expect((await fetch(settings.webhook.url)).status).toBe(404);
  });

  test("网址被 Telegram 拒绝、端口被占：各一句话", async () => {
    const bench = await createBench();
    bench.server.fail("setWebhook", { kind: "refuse", code: 400, description: "Bad Request: bad webhook: IP address 127.0.0.1 is reserved" });
    const refused = await bench.launch(await webhookSettings());
    await expect(refused.finished).rejects.toMatchObject({ code: "config_invalid", message: expect.stringContaining("TELEGRAM_WEBHOOK_URL") });

    const port = Number(new URL(bench.server.apiRoot).port);
    const taken = await bench.launch({ webhook: { url: "http://127.0.0.1/", host: "127.0.0.1", port, secret: SECRET } });
    await expect(taken.finished).rejects.toMatchObject({ code: "config_invalid", message: expect.stringContaining("PORT") });
  });
});
