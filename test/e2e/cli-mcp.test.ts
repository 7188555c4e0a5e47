import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { describe, expect, test } from "vitest";
import { root, useProgram } from "./program.ts";

const program = useProgram();
const QUESTION = "县司法局负责哪些任务";

/** The official client, which starts the built program as an agent does. */
async function connect(args: readonly string[] = []): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  const env = {
    PATH: process.env["PATH"] ?? "",
    MINGBAI_HOME: join(program.folder, "home"),
    MINGBAI_INDEX_DIR: join(program.folder, "index"),
    MINGBAI_SEGMENTER: "node-rs",
  };
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [join(root, "dist/mingbai.js"), "mcp", ...args], env, stderr: "ignore" }));
  await client.listTools();
  return client;
}

const rpc = (id: number, method: string, params: unknown = {}): string => `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
const HELLO = rpc(1, "initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } });
const ask = (id: number, question: string): string => rpc(id, "tools/call", { name: "ask", arguments: { question } });

/** The messages of an output that must hold nothing else. */
const messagesIn = (stdout: string) =>
  stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe("mingbai mcp", () => {
  test("官方客户端启动它：工具都能用，答得和 ask --json 一样，资源读得到", async () => {
    const client = await connect();
    const answered = await client.callTool({ name: "ask", arguments: { question: QUESTION } });
    const { stdout } = await program.run(["ask", "--json", QUESTION]);
    const { citations, ...expected } = JSON.parse(stdout);
    expect(answered.structuredContent).toMatchObject({ ...expected, citations: citations.map((citation: object) => expect.objectContaining(citation)) });
    const calls = [
      ["duties", { units: ["县司法局"] }],
      ["task", { document: "xiping-2020", ordinal: 1 }],
      ["search", { words: "行政复议" }],
      ["documents", { document: "nanchang-2019" }],
    ] as const;
    for (const [name, given] of calls) expect((await client.callTool({ name, arguments: given })).isError ?? false, name).toBe(false);
    const [resource] = (await client.listResources()).resources;
    const [content] = (await client.readResource({ uri: resource?.uri ?? "" })).contents;
    expect(content && "text" in content && content.text.length).toBeGreaterThan(1000);
    await client.close();
  });

  test("--corpus：只在那个目录里查", async () => {
    const folder = join(program.folder, "own");
    mkdirSync(folder);
    writeFileSync(join(folder, "通知.txt"), "东山县人民政府关于清理规范性文件的通知\n\n一、按时清理。各单位要在年底前清理规范性文件。\n");
    const client = await connect(["--corpus", folder]);
    expect((await client.callTool({ name: "documents", arguments: {} })).structuredContent).toMatchObject({ total: 1 });
    await client.close();
  });

  test("坏的消息、太长的行：说明白，后面的照答；输入完了，答完才结束，标准输出只有消息", async () => {
    const bad = [
      "{broken\n",
      "[]\n",
      '{"hello":1}\n',
      "\n",
      `${"x".repeat(2 * 1024 * 1024)}\n`,
      '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":99}}\n',
    ];
    const input = [HELLO, ...bad, ask(2, QUESTION), rpc(3, "no/such"), ask(4, "行政复议由谁负责")].join("");
    const { status, stdout, stderr } = await program.run(["mcp"], { input });
    const messages = messagesIn(stdout);
    expect(status).toBe(0);
    expect(messages.filter(({ id }) => id === null).map(({ error }) => error.code)).toEqual([-32700, -32600, -32600, -32600]);
    const byId = new Map(messages.map((message) => [message.id, message]));
    expect(byId.get(2).result.structuredContent.items).toHaveLength(29);
    expect(byId.get(3).error.code).toBe(-32601);
    expect(byId.get(4).result.content[0].text).toContain("县司法局");
    expect(stderr).not.toContain(QUESTION);
  });

  test("最后一行没有换行也算；什么也没有就结束", async () => {
    const { stdout } = await program.run(["mcp"], { input: `${HELLO}${ask(2, QUESTION)}`.trimEnd() });
    expect(messagesIn(stdout).map(({ id }) => id)).toEqual([1, 2]);
    expect(await program.run(["mcp"])).toMatchObject({ status: 0, stdout: "" });
  });

  test("不认识的协议版本：换成自己会的，由客户端决定", async () => {
    const { stdout } = await program.run(["mcp"], { input: HELLO.replace("2025-06-18", "1999-01-01") });
    expect(messagesIn(stdout)[0].result.protocolVersion).toMatch(/^20\d\d-\d\d-\d\d$/u);
  });

  test("SIGTERM：停下，状态 0", async () => {
    const child = program.start(["mcp"]);
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const answered = new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
    child.stdin.write(HELLO);
    await answered;
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
