import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Notice } from "../../../core/reminders/notice.ts";
import { signDingtalk } from "./dingtalk.ts";
import { signFeishu } from "./feishu.ts";
import type { RobotPlatform } from "./robot.ts";
import { chatOfRobot, createRobotSenders } from "./sender.ts";

const NOW_MS = 1_700_000_000_000;
const PATHS: Readonly<Record<RobotPlatform, string>> = {
  wecom: "/cgi-bin/webhook/send?key=K",
  dingtalk: "/robot/send?access_token=T",
  feishu: "/open-apis/bot/v2/hook/H",
};

interface Call {
  readonly url: URL;
  readonly body: { readonly [name: string]: unknown };
  readonly bytes: number;
}

/** A platform's server: keeps what it is sent and answers as it is told. */
let calls: Call[];
let answer: { status: number; text: string } | "nothing";
let server: Server;
beforeEach(async () => {
  calls = [];
  answer = { status: 200, text: '{"errcode":0,"errmsg":"ok","code":0,"msg":"success"}' };
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts);
    calls.push({ url: new URL(request.url ?? "", "http://platform"), body: JSON.parse(text.toString()), bytes: text.length });
    if (answer === "nothing") response.destroy();
    else response.writeHead(answer.status).end(answer.text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function send(platform: RobotPlatform, notice: Notice, secret?: string) {
  const robot = { platform, name: "普法群", address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATHS[platform]}`, secret };
  const [sender] = createRobotSenders(
    [robot],
    () => NOW_MS,
    () => 0,
  );
  return sender?.send(chatOfRobot(robot), notice, new AbortController().signal, "row");
}

const notice: Notice = { title: "今日提醒：2项", paragraphs: ["一、(二) *依法*决策\n“每季度至少学法1次”", "二、(三) <公开>"], footer: "停止提醒请找办公室。" };
const long: Notice = { ...notice, paragraphs: Array.from({ length: 40 }, (_, index) => `第${index + 1}项 ${"加强行政执法".repeat(20)}`) };
const PLATFORMS = ["wecom", "dingtalk", "feishu"] as const;

describe("签名与公开的样例相同", () => {
  test("钉钉", () => expect(signDingtalk("SECtest", NOW_MS)).toBe("aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g%3D"));
  test("飞书", () => expect(signFeishu("test", NOW_MS / 1000)).toBe("eSJQnOl8XqPTMPHWz9e5IzeHS/tqoc68g2967ekIPmg="));
});

describe("各平台的消息", () => {
  test("企业微信：短的用文本，原样", async () => {
    expect(await send("wecom", notice)).toEqual({ kind: "accepted", messageId: "" });
    expect(calls[0]?.body).toEqual({ msgtype: "text", text: { content: [notice.title, ...notice.paragraphs, notice.footer].join("\n\n") } });
    expect(calls[0]?.url.search).toBe("?key=K");
  });
  test("企业微信：长的用 markdown，不超过 4096 字节", async () => {
    await send("wecom", long);
    const content = String((calls[0]?.body["markdown"] as { content?: string } | undefined)?.content);
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096);
    const shown = content.match(/第\d+项/gu)?.length ?? 0;
    expect(content).toContain(`还有 ${40 - shown} 项没有列出。\n\n停止提醒请找办公室。`);
  });
  test("钉钉：签名在网址里，markdown 的记号原样显示，行尾换行", async () => {
    await send("dingtalk", notice, "SECtest");
    expect(calls[0]?.url.search).toBe(`?access_token=T&timestamp=${NOW_MS}&sign=aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g%3D`);
    expect(calls[0]?.body).toEqual({
      msgtype: "markdown",
      markdown: {
        title: notice.title,
        text: "### 今日提醒：2项\n\n一、(二) \\*依法\\*决策  \n“每季度至少学法1次”\n\n二、(三) \\<公开\\>\n\n停止提醒请找办公室。".replace("\\<", "<"),
      },
    });
  });
  test("飞书：签名在消息里，文字原样", async () => {
    await send("feishu", notice, "test");
    expect(calls[0]?.body).toMatchObject({ timestamp: "1700000000", sign: signFeishu("test", 1_700_000_000), msg_type: "post" });
    expect(calls[0]?.body["content"]).toEqual({
      post: { zh_cn: { title: notice.title, content: [...notice.paragraphs, notice.footer].map((text) => [{ tag: "text", text }]) } },
    });
  });
  test("没有密钥的不签名", async () => {
    await send("dingtalk", notice);
    await send("feishu", notice);
    expect(calls[0]?.url.search).toBe("?access_token=T");
    expect(calls[1]?.body).not.toHaveProperty("sign");
  });
  test.each([
    ["dingtalk", 20_000],
    ["feishu", 20 * 1024],
  ] as const)("%s：再长也不超过 %i 字节", async (platform, most) => {
    await send(platform, { ...long, paragraphs: Array.from({ length: 300 }, (_, index) => `第${index + 1}项 ${"行政执法\n".repeat(20)}`) }, "test");
    expect(calls[0]?.bytes).toBeLessThanOrEqual(most);
    expect(JSON.stringify(calls[0]?.body)).toMatch(/还有 \d+ 项没有列出/u);
  });
  test.each(PLATFORMS)("%s：一段就超长的截断，字不断成两半", async (platform) => {
    await send(platform, { title: "通知", paragraphs: ["😀".repeat(20_000)], footer: "完" });
    expect(JSON.stringify(calls[0]?.body)).toMatch(/(?:😀)+…….*完/su);
    expect(JSON.stringify(calls[0]?.body)).not.toMatch(/\\ud/u);
  });
  test.each(PLATFORMS)("%s：附件说明不能转发", async (platform) => {
    await send(platform, { ...notice, file: { platform: "telegram", id: "x", name: "方案.docx" } });
    expect(JSON.stringify(calls[0]?.body)).toContain("附件“方案.docx”不能由群机器人转发");
  });
});

describe("平台的答复", () => {
  test.each<[RobotPlatform, string, object]>([
    ["wecom", '{"errcode":45009}', { kind: "later", afterMs: 60_000 }],
    ["wecom", '{"errcode":93000}', { kind: "refused", gone: true }],
    ["wecom", '{"errcode":40008}', { kind: "refused", gone: false, failure: "平台拒收，错误码 40008" }],
    ["dingtalk", '{"errcode":130101,"errmsg":"send too fast"}', { kind: "later", afterMs: 600_000 }],
    ["dingtalk", '{"errcode":310000,"errmsg":"sign not match"}', { kind: "refused", gone: false, failure: expect.stringContaining("签名") }],
    ["dingtalk", '{"errcode":310000,"errmsg":"keywords not in content"}', { kind: "refused", failure: expect.stringContaining("关键词") }],
    ["dingtalk", '{"errcode":310000,"errmsg":"ip 1.2.3.4 not in whitelist"}', { kind: "refused", failure: expect.stringContaining("IP") }],
    ["dingtalk", '{"errcode":300001,"errmsg":"token is not exist"}', { kind: "refused", gone: true }],
    ["feishu", '{"code":11232}', { kind: "later" }],
    ["feishu", '{"code":19021}', { kind: "refused", failure: expect.stringContaining("签名") }],
    ["feishu", '{"code":19024}', { kind: "refused", failure: expect.stringContaining("关键词") }],
    ["feishu", "<html>登录</html>", { kind: "later", unsure: true }],
  ])("%s %s", async (platform, text, expected) => {
    answer = { status: 200, text };
    expect(await send(platform, notice)).toMatchObject(expected);
  });
  test.each(PLATFORMS)("%s：500 没有收下；断线不知道收没收下", async (platform) => {
    answer = { status: 500, text: "oops" };
    expect(await send(platform, notice)).toMatchObject({ kind: "later", unsure: false });
    answer = { status: 404, text: "" };
    expect(await send(platform, notice)).toMatchObject({ kind: "refused", gone: true });
    answer = "nothing";
    expect(await send(platform, notice)).toMatchObject({ kind: "later", unsure: true });
  });
  test("一分钟至多二十条，每个群各算各的", async () => {
    const robots = ["甲", "乙"].map(
      (name) => ({ platform: "wecom", name, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATHS.wecom}`, secret: undefined }) as const,
    );
    let passedMs = 0;
    const [sender] = createRobotSenders(
      robots,
      () => NOW_MS,
      () => passedMs,
    );
    for (let count = 0; count < 20; count += 1) {
      expect(sender?.delayMs?.("wecom:甲")).toBe(0);
      await sender?.send("wecom:甲", notice, new AbortController().signal, "row");
    }
    expect(sender?.delayMs?.("wecom:甲")).toBeGreaterThanOrEqual(60_000);
    expect(sender?.delayMs?.("wecom:乙")).toBe(0);
    passedMs = 61_000;
    expect(sender?.delayMs?.("wecom:甲")).toBe(0);
  });
  test("连不上的没有收下；设置里没有的群不发", async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => {
      closed.listen(0, "127.0.0.1", resolve);
    });
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => {
      closed.close(resolve);
    });
    const robot = { platform: "wecom", name: "群", address: `http://127.0.0.1:${port}/cgi-bin/webhook/send?key=K`, secret: undefined } as const;
    const [sender] = createRobotSenders(
      [robot],
      () => NOW_MS,
      () => 0,
    );
    const signal = new AbortController().signal;
    expect(await sender?.send("wecom:群", notice, signal, "row")).toMatchObject({ kind: "later", unsure: false });
    expect(await sender?.send("wecom:别的群", notice, signal, "row")).toMatchObject({ kind: "refused", gone: true });
  });
});
