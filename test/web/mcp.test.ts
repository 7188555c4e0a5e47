import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, describe, expect, test } from "vitest";
import { parseNetworks } from "../../src/adapters/web/networks.ts";
import { renderPlainText } from "../../src/core/answer/index.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { questionRows } from "./question-rows.ts";
import { createTestWeb, send, type TestWeb } from "./server.ts";

const seeds = await createSeedsAssistant();
const web = await createTestWeb(seeds);
const source = seeds.stored.documents.find(({ id }) => id === "xiping-2020")?.source ?? "";
const QUESTION = "县司法局负责哪些任务";

/** The official client, over the real server. */
async function connect(server: TestWeb): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  // The SDK's own types differ where an option may be left out.
  await client.connect(new StreamableHTTPClientTransport(new URL("/mcp", server.local)) as Parameters<Client["connect"]>[0]);
  // From here on the client checks what comes against the output schemas.
  await client.listTools();
  return client;
}

const client = await connect(web);
afterAll(() => client.close());

/** What a row of any tool has, as far as it is looked at here. */
interface Row {
  readonly document: string;
  readonly ordinal: number;
  readonly label: string;
  readonly path: readonly string[];
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

interface Data {
  readonly behaviour: string;
  readonly state: string | null;
  readonly total: number;
  readonly offset: number;
  readonly items: readonly Row[];
  readonly citations: readonly Row[];
  readonly passages: readonly Row[];
  readonly outline: readonly Row[] | null;
  readonly anomalies: readonly Row[] | null;
}

interface Called {
  readonly isError: boolean;
  readonly texts: readonly string[];
  readonly data: Data;
}

async function call(name: string, given: Readonly<Record<string, unknown>>): Promise<Called> {
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: given });
  const texts = (content as { readonly text: string }[]).map(({ text }) => text);
  return { isError: isError === true, texts, data: structuredContent as unknown as Data };
}

/** A message as somebody writes it who uses no library. */
function post(body: string, headers: Readonly<Record<string, string>> = {}, server: TestWeb = web) {
  const usual = { "content-type": "application/json", accept: "application/json, text/event-stream", "mcp-protocol-version": "2025-06-18" };
  return send(server.local, "POST", "/mcp", { ...usual, ...headers }, body);
}

const rpc = (method: string, params: unknown = {}, id: unknown = 1): string => JSON.stringify({ jsonrpc: "2.0", id, method, params });
const asks = (question: string, id: unknown = 1): string => rpc("tools/call", { name: "ask", arguments: { question } }, id);

describe("智能体看到的工具", () => {
  test("五个，都只读，输入输出都有模式，说明是中文；服务器说得出怎么选", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["ask", "duties", "task", "search", "documents"]);
    for (const { annotations, inputSchema, outputSchema, description = "", title } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect([inputSchema["additionalProperties"], outputSchema?.type]).toEqual([false, "object"]);
      expect(`${title}${description}`).toMatch(/\p{Script=Han}{2}/u);
      for (const property of Object.values(inputSchema.properties ?? {}))
        expect(property).toMatchObject({ description: expect.stringMatching(/\p{Script=Han}/u) });
    }
    expect(client.getServerVersion()).toMatchObject({ name: "mingbai" });
    expect(client.getInstructions()).toContain("duties");
  });

  test("ask：整个回答和出处；接着问带 state，不带就不接", async () => {
    const first = await call("ask", { question: QUESTION });
    expect(first.data).toMatchObject({ behaviour: "list", state: expect.any(String) });
    expect(first.data.items).toHaveLength(29);
    for (const { start, end, quote } of first.data.citations) expect(source.slice(start, end)).toBe(quote);
    const state = first.data.state;
    expect(first.texts.at(-1)).toContain(state);
    const [next] = (await call("ask", { question: "那发改委呢", state })).texts;
    const [, expected] = await seeds.converse(QUESTION, "那发改委呢");
    expect(next).toBe(expected && renderPlainText(expected, 1, Number.MAX_SAFE_INTEGER));
    const nineteenth = "第十九个详细说说";
    expect((await call("ask", { question: nineteenth })).texts[0]).not.toBe((await call("ask", { question: nineteenth, state })).texts[0]);
    expect((await call("ask", { question: "今天天气怎么样" })).data).toMatchObject({ behaviour: "not_found", citations: [] });
    expect((await call("ask", { question: " " })).data).toMatchObject({ behaviour: "ignore", state: null });
  });

  test("duties：默认整份清单，与 ask 的一样多；要分页才分页", async () => {
    const { data, texts } = await call("duties", { units: ["司法局"] });
    const items = data.items;
    expect([data.total, items.length]).toEqual([29, 29]);
    expect(items.map(({ ordinal }) => ordinal)).toEqual((await call("ask", { question: QUESTION })).data.items.map(({ ordinal }) => ordinal));
    for (const { start, end, quote } of items) expect(source.slice(start, end)).toBe(quote);
    expect(texts[0]).toContain("共 29 项，全部列出");
    expect((await call("duties", {})).data.total).toBe(40);
    const page = await call("duties", { units: ["司法局"], limit: 5, offset: 25 });
    expect([page.data.total, page.data.offset, page.data.items]).toEqual([29, 25, items.slice(25)]);
    expect(page.texts[0]).toContain("第 26 至 29 项");
  });

  test.each([
    [{ dueFrom: "2020-09-01", dueTo: "2020-09-30" }, 3],
    [{ obligation: "quarterly" }, 3],
    [{ words: "行政复议" }, undefined],
    [{ units: ["县司法局"], role: "lead" }, 0],
    [{ units: ["监察局"] }, undefined],
    [{ units: ["农业局"] }, 0],
  ])("duties %j：每项都符合", async (given, total) => {
    const { data, texts, isError } = await call("duties", given);
    expect(isError).toBe(false);
    if (total !== undefined) expect(data.total).toBe(total);
    if (total === 0) expect(texts).toEqual(["没有符合的任务。"]);
    for (const { quote } of data.items) if ("words" in given && given.words) expect(quote).toContain(given.words);
  });

  test("duties 的 section 是 documents 给的 node", async () => {
    const { data } = await call("documents", { document: "xiping-2020" });
    const outline = data.outline;
    const five = outline?.find(({ label, path }) => label === "五、" && path.length === 1);
    const found = (await call("duties", { document: "xiping-2020", section: five?.node })).data.items;
    expect(found.length).toBeGreaterThan(2);
    expect(new Set(found.map(({ path }) => path[0]))).toEqual(new Set(["五、"]));
  });

  test("task：原文一字不改，单位、时限都有位置", async () => {
    const { data, texts } = await call("task", { document: "xiping-2020", ordinal: 10 });
    const { start, end, quote, deadline } = data as unknown as {
      start: number;
      end: number;
      quote: string;
      deadline: { start: number; end: number; quote: string };
    };
    expect([source.slice(start, end), source.slice(deadline.start, deadline.end)]).toEqual([quote, deadline.quote]);
    expect(texts[0]?.startsWith(quote)).toBe(true);
    expect(texts[0]).toContain(`〔xiping-2020，${start}-${end}〕`);
  });

  test("search：原文和出处，最多给要的那么多；没有就是空的", async () => {
    const { data } = await call("search", { words: "行政复议", limit: 3 });
    const passages = data.passages;
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.length).toBeLessThanOrEqual(3);
    for (const { document, start, end, quote } of passages) {
      expect(seeds.stored.documents.find(({ id }) => id === document)?.source.slice(start, end)).toBe(quote);
    }
    expect((await call("search", { words: "zzzz" })).texts).toEqual(["没有查到含有「zzzz」的原文。"]);
  });

  test("documents：全部文件；写了编号就有目录和错漏", async () => {
    const { data } = await call("documents", {});
    expect([data.total, data.outline]).toEqual([2, null]);
    expect((await call("documents", { document: "xiping-2020" })).data.anomalies).not.toEqual([]);
  });
});

describe("资源", () => {
  test("每份文件的正文，其中一段", async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(seeds.stored.documents.map(({ id }) => `mingbai://documents/${id}`));
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toContain("mingbai://documents/{document}/passages/{start}-{end}");
    const read = async (uri: string) => (await client.readResource({ uri })).contents.map((content) => "text" in content && content.text);
    expect(await read("mingbai://documents/xiping-2020")).toEqual([source]);
    expect(await read("mingbai://documents/xiping-2020/passages/5475-5479")).toEqual(["县司法局"]);
  });

  test.each([
    "no-such",
    "__proto__",
    "xiping-2020/passages/9-1",
    "xiping-2020/passages/0-99999999",
    "xiping-2020/../nanchang-2019",
    "constructor",
    "xiping-2020?x=1",
  ])("没有的 %s：一句话说明", (path) => expect(client.readResource({ uri: `mingbai://documents/${path}` })).rejects.toThrow(/没有这个资源|起止位置/u));
});

describe("写错了：一句中文，照常继续", () => {
  test.each([
    ["ask", {}, "参数 question 没有写"],
    ["ask", { question: 1 }, "参数 question 应是一段文字"],
    ["ask", { question: "长".repeat(6001) }, "最多 6000 个字"],
    ["ask", { question: QUESTION, state: "bm90IG91cnM" }, "参数 state 要原样用"],
    ["ask", { question: QUESTION, extra: 1 }, "参数 extra 不认识"],
    ["duties", { units: ["太空局"] }, "没有点名「太空局」"],
    ["duties", { units: ["县司法局和县财政局"] }, "可能是县司法局、县财政局，请写明"],
    ["duties", { units: ["__proto__"] }, "没有点名「__proto__」"],
    ["duties", { units: "县司法局" }, "参数 units 应是一个数组"],
    ["duties", { role: "boss" }, "参数 role 应是 lead、responsible、support 之一"],
    ["duties", { dueFrom: "2020-02-31" }, "参数 dueFrom 应是"],
    ["duties", { section: 1 }, "参数 section 要和 document 一起写"],
    ["duties", { document: "xiping-2020", section: 99_999 }, "没有编号是 99999 的部分"],
    ["duties", { document: "no-such" }, "没有编号是 no-such 的文件，现有"],
    ["duties", { limit: 0 }, "参数 limit 不能小于 1"],
    ["task", { document: "constructor", ordinal: 1 }, "没有编号是 constructor 的文件"],
    ["task", { document: "xiping-2020", ordinal: 41 }, "没有第 41 项任务，共 40 项"],
    ["task", { document: "nanchang-2019", ordinal: 1 }, "没有责任分工"],
    ["search", { words: "" }, "参数 words 最少 1 个字"],
    ["documents", { document: "../etc" }, "参数 document 写法不对"],
  ])("%s %j → %s", async (name, given, sentence) => {
    const { isError, texts } = await call(name, given);
    expect([isError, texts.length]).toEqual([true, 1]);
    expect(texts[0]).toContain(sentence);
    expect(texts[0]).toMatch(/^[^。\n]+。$/u);
  });

  test.each(["nothing", "__proto__", "constructor", "toString", ""])("没有的工具 %j：说出有哪些", (name) =>
    expect(client.callTool({ name, arguments: {} })).rejects.toMatchObject({ code: -32602, message: expect.stringContaining("可用的是 ask、duties") }),
  );

  test("里面出错：一句话，细节只在日志里，没有问题的字", async () => {
    const broken = await createTestWeb({ assistant: { ...seeds.assistant, ask: (question: string) => Promise.reject(new Error(`bad input "${question}"`)) } });
    const { text } = await post(asks("张三欠薪"), {}, broken);
    expect(JSON.parse(text).result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining("程序出错") }] });
    expect(broken.logged.join("\n")).toContain("bad input");
    expect(broken.logged.join("\n")).not.toContain("张三");
  });
});

describe("HTTP 这一头", () => {
  test.each([
    ["残缺的 JSON", '{"jsonrpc":"2.0","id":1', 400, -32700],
    ["不是 JSON-RPC", '{"hello":1}', 400, -32700],
    ["空的", "", 400, -32700],
    ["一个数", "1", 400, -32700],
    ["太多条", `[${Array.from({ length: 11 }, (_, id) => rpc("ping", {}, id)).join(",")}]`, 400, -32600],
    ["太大", rpc("tools/call", { name: "ask", arguments: { question: "x".repeat(70_000) } }), 413, -32000],
    ["带原型的", '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":{"__proto__":{"question":"x"}}}}', 200, undefined],
    ["没有的方法", rpc("no/such"), 200, -32601],
  ])("%s", async (_, body, status, code) => {
    const response = await post(body);
    expect([response.status, JSON.parse(response.text).error?.code]).toEqual([status, code]);
    expect((await call("documents", {})).isError).toBe(false);
  });

  test("几层深的 JSON：不倒", async () => {
    const deep = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask","arguments":{"question":${"[".repeat(30_000)}${"]".repeat(30_000)}}}}`;
    expect([200, 400]).toContain((await post(deep)).status);
    expect((await call("documents", {})).isError).toBe(false);
  });

  test("只有通知：202；协议版本不对：400；类型不对：415；什么也不收：406", async () => {
    expect((await post(JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }))).status).toBe(202);
    expect((await post(asks(QUESTION), { "mcp-protocol-version": "1999-01-01" })).status).toBe(400);
    expect((await post(asks(QUESTION), { "content-type": "text/plain" })).status).toBe(415);
    expect((await post(asks(QUESTION), { accept: "text/html" })).status).toBe(406);
  });

  test.each(["GET", "DELETE", "PUT", "HEAD"])("%s：405，说明只收 POST", async (method) => {
    const { status, headers, text } = await send(web.local, method, "/mcp", { accept: "text/event-stream" });
    expect([status, headers["allow"]]).toEqual([405, "POST"]);
    if (method !== "HEAD") expect(JSON.parse(text).error.message).toContain("只收 POST");
  });

  test("别的网站的脚本、别的主机名：不答", async () => {
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null", "sec-fetch-site": "cross-site" }, { host: "evil.example" }]) {
      const { status, text } = await post(asks(QUESTION), headers);
      expect([403, 421]).toContain(status);
      expect(JSON.parse(text)).toMatchObject({ jsonrpc: "2.0", error: { message: expect.stringMatching(/\p{Script=Han}/u) } });
    }
    expect((await post(asks(QUESTION), { origin: web.address })).status).toBe(200);
  });

  test("问得太密：429，说明等多久", async () => {
    const proxied = await createTestWeb({ ...seeds, settings: { trustedProxies: parseNetworks("127.0.0.1") ?? [] }, clock: () => 0 });
    const statuses = [];
    for (let count = 0; count < 122; count += 1) statuses.push((await post(rpc("ping"), { "x-forwarded-for": "198.51.100.7" }, proxied)).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  test("几个客户端同时问，各得各的", async () => {
    const others = await Promise.all([1, 2, 3].map(() => connect(web)));
    const questions = [QUESTION, "行政复议由谁负责", "县财政局负责哪些任务"];
    const answers = await Promise.all(others.map((one, index) => one.callTool({ name: "ask", arguments: { question: questions[index] ?? "" } })));
    expect(answers.map(({ structuredContent }) => (structuredContent as { understood: string }).understood)).toEqual(
      await Promise.all(questions.map(async (question) => (await seeds.ask(question)).understood)),
    );
    await Promise.all(others.map((one) => one.close()));
  });

  test("数在 mcp 名下", async () => {
    const counted = await createTestWeb(seeds);
    await post(asks(QUESTION), {}, counted);
    expect((await counted.get("/metrics")).text).toContain('mingbai_answers_total{platform="mcp",kind="tasks",behaviour="list",from="documents"} 1');
  });
});

test("问题表里的问答，MCP 和终端逐字相同，追问也是", async () => {
  for (const { id, turns } of questionRows()) {
    const answers = await seeds.converse(...turns.map(({ q }) => q.trim()));
    let state: unknown = null;
    for (const [index, { q }] of turns.entries()) {
      const answer = answers[index];
      if (!answer) throw new Error("a turn has an answer");
      const { data, texts } = await call("ask", { question: q, state });
      const { behaviour, understood, items, units, collective, number, suggestions } = answer;
      expect({ id, q, data }).toMatchObject({ id, q, data: { behaviour, understood, items, units, collective, number, suggestions } });
      expect({ id, q, text: texts[0] }).toEqual({ id, q, text: renderPlainText(answer, 1, Number.MAX_SAFE_INTEGER) });
      state = data.state;
    }
  }
});
