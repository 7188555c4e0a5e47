import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/adapters/store/store.ts";
import { ended, useProgram } from "./program.ts";

const program = useProgram();

/** A platform's webhook: keeps what it is sent and lets a test wait for it. */
const received: string[] = [];
let tell: (body: string) => void = () => undefined;
let server: Server;
let env: Record<string, string>;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    received.push(body);
    response.end('{"errcode":0,"errmsg":"ok"}', () => tell(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  env = { GROUP_ROBOTS: `普法群=${root}/robot/send?access_token=SECRETTOKEN#SECx 司法局群=${root}/cgi-bin/webhook/send?key=SECRETKEY` };
});
afterAll(() => server.close());

const subscriptions = (...words: readonly string[]) => program.run(["subscriptions", ...words], { env });

describe("mingbai subscriptions", () => {
  test("设置里的群机器人可以订阅，一行一个；名称不清楚的一句话说明", async () => {
    expect((await subscriptions()).stdout).toContain("司法局群  没有订阅");
    expect((await subscriptions("普法群", "县司法局")).stdout).toMatch(
      /^「普法群」已订阅：县司法局的任务，共 29 项，其中 \d+ 项写明了时间或频次，到时会提醒。\n$/u,
    );
    expect((await subscriptions("司法局群", "第二部分")).stdout).toContain("二、");
    const { stdout } = await subscriptions();
    expect(stdout).toContain("县司法局的任务");
    expect(stdout).not.toContain("没有订阅");
  });
  test("计划没有点名的单位也能订阅，但要人核对", async () =>
    expect((await subscriptions("普法群", "县教育局")).stdout).toBe("「普法群」已订阅：县教育局的任务。现有文件没有一项点名它，请核对名称。\n"));
  test("结束订阅", async () => {
    const id = /县教育局的任务\s+(?<id>\w+)/u.exec((await subscriptions()).stdout)?.groups?.["id"] ?? "";
    expect((await subscriptions("--end", id)).stdout).toBe("这个订阅已结束。\n");
    expect(await subscriptions("--end", id)).toMatchObject({ status: 1, stderr: expect.stringContaining("没有编号是") });
  });
  test.each([
    [["甲群", "全部"], 1, "没有叫「甲群」的群，现有：普法群、司法局群。"],
    [["普法群"], 2, "请写明要提醒什么"],
    [["普法群", "今天天气"], 2, "没有认出「今天天气」"],
    [["普法群", "--end", "x"], 2, "只写订阅编号"],
  ])("%j", async (words, status, said) => expect(await subscriptions(...words)).toMatchObject({ status, stderr: expect.stringContaining(said) }));
  test("设置里去掉的群不再发，写明原因", async () => {
    const { stdout } = await program.run(["subscriptions"], { env: { GROUP_ROBOTS: env["GROUP_ROBOTS"]?.split(" ")[0] ?? "" } });
    expect(stdout).toMatch(/司法局群.*GROUP_ROBOTS 里已没有这个群/u);
  });
});

describe("没有 Telegram 也发", () => {
  test("发件箱里的通知送到群机器人，送达有记录；没有终端的服务不自己结束，日志里没有密钥", async () => {
    const directory = join(program.folder, "home");
    const store = await openStore({ directory });
    const notice = { title: "关于报送材料的通知", paragraphs: ["请于本周五前报送。"] };
    const row = { what: "broadcast:1", occasion: "-", chat: "dingtalk:普法群", notice, notBeforeMs: 0, expiresAtMs: undefined };
    await store.putIntoOutbox([row, { ...row, chat: "wecom:司法局群" }], 1);
    await store.close();

    const both = new Promise<void>((resolve) => {
      tell = () => received.length === 2 && resolve();
    });
    const bot = program.start(["bot"], env);
    const run = ended(bot);
    bot.stdin.end();
    await both;
    expect(received.map((body) => JSON.parse(body).msgtype).sort()).toEqual(["markdown", "text"]);
    bot.kill("SIGTERM");
    const { status, stderr } = await run;
    expect(status).toBe(0);
    expect(stderr).toContain("群机器人：普法群、司法局群");
    expect(stderr).not.toMatch(/SECRET|SECx/u);
    const after = await openStore({ directory });
    expect((await after.outboxRows({ what: "broadcast:1" })).map(({ state }) => state)).toEqual(["sent", "sent"]);
    await after.close();
  });
});
