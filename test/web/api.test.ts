import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { PROBLEMS } from "../../src/adapters/web/api/messages.zh.ts";
import { parseNetworks } from "../../src/adapters/web/networks.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { createTestWeb, send } from "./server.ts";

const seeds = await createSeedsAssistant();
const web = await createTestWeb(seeds);
const corpus = await seeds.assistant.corpus();

const at = (path: string, query: Readonly<Record<string, string | readonly string[]>> = {}): string => {
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])));
  return `/api/v1/${path}${search.size === 0 ? "" : `?${search}`}`;
};
const get = async (path: string, query: Readonly<Record<string, string | readonly string[]>> = {}) => {
  const response = await web.get(at(path, query));
  return { ...response, json: JSON.parse(response.text) };
};
const post = (path: string, body: string, headers: Readonly<Record<string, string>> = { "content-type": "application/json" }) =>
  send(web.local, "POST", at(path), headers, body);

describe("查任务", () => {
  test.each<[string, Record<string, string | readonly string[]>, number]>([
    ["不限", {}, 40],
    ["一个单位，怎么叫都可以", { unit: "西平县司法局" }, 29],
    ["写错一个字的单位", { unit: "县司发局" }, 29],
    ["任一单位", { unit: ["县司法局", "县财政局"] }, 31],
    ["词", { words: "行政执法 公示" }, 1],
    ["时限", { from: "2020-01-01", to: "2020-12-31", obligation: "dated" }, 2],
    ["文件", { document: "nanchang-2019" }, 0],
  ])("%s", async (_, query, total) => {
    const { status, json } = await get("tasks", { ...query, limit: "200" });
    expect([status, json.total, json.items.length]).toEqual([200, total, total]);
  });

  test("分页：合起来正好是全部，不重不漏", async () => {
    const all = (await get("tasks", { limit: "200" })).json.items;
    const paged = [];
    for (let offset = 0; offset < 40; offset += 15) {
      const { json } = await get("tasks", { limit: "15", offset: String(offset) });
      expect([json.total, json.offset]).toEqual([40, offset]);
      paged.push(...json.items);
    }
    expect(paged).toEqual(all);
    expect((await get("tasks", { offset: "1000" })).json).toEqual({ total: 40, offset: 1000, items: [] });
  });

  test("一部分：section 是目录里的 node", async () => {
    const { outline } = (await get("documents/xiping-2020")).json;
    const section = outline.find(({ label }: { label: string }) => label === "二、");
    const { json } = await get("tasks", { document: "xiping-2020", section: String(section.node) });
    expect(json.items.map(({ path }: { path: string[] }) => path[0])).toEqual(json.items.map(() => "二、"));
    expect(json.total).toBeGreaterThan(0);
  });

  test("一项任务，引文就是原文的那一段", async () => {
    const { json } = await get("tasks/xiping-2020/21");
    const { text } = await web.get(at("documents/xiping-2020/source"));
    expect(json).toMatchObject({ document: "xiping-2020", ordinal: 21, label: "(二十一)", title: "持续推进行政执法规范化建设" });
    expect(text.slice(json.start, json.end)).toBe(json.quote);
    for (const { start, end, quote, printed } of json.assignments) expect([text.slice(start, end), quote]).toEqual([printed, printed]);
  });

  test("单位和它的任务数；笼统点名另列", async () => {
    const { units, collective } = (await get("units")).json;
    expect(units[0]).toMatchObject({ unit: "县司法局", region: "西平县", tasks: 29, responsible: 29, documents: ["xiping-2020"] });
    for (const { unit, tasks } of units) expect((await get("tasks", { unit, limit: "1" })).json.total).toBe(tasks);
    expect(collective.map(({ printed }: { printed: string }) => printed)).toContain("各有关部门");
  });

  test("到期的事：按日子，和任务里写的一样", async () => {
    const { json } = await get("calendar", { from: "2020-07-01", to: "2020-12-31", unit: "县司法局", limit: "200" });
    const days = json.items.map(({ dueOn }: { dueOn: string }) => dueOn);
    expect(days.length).toBe(json.total);
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual(days.toSorted());
    for (const { task, dueOn, rhythm, from, clauses } of json.items) {
      const { dues } = (await get(`tasks/${task.document}/${task.ordinal}`)).json;
      expect(dues).toContainEqual({ dueOn, rhythm, from, clauses });
      expect(task.units).toContain("县司法局");
    }
  });
});

describe("文件和原文", () => {
  test("文件、要素、原文都与程序里的一致", async () => {
    const { json } = await get("documents");
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(corpus.documents.map(({ id }) => id));
    for (const { id, length, title } of json.items) {
      const { headers, text } = await web.get(at(`documents/${id}/source`));
      expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
      expect(text).toBe(corpus.document(id)?.source);
      expect(text).toHaveLength(length);
      const detail = (await get(`documents/${id}`)).json;
      expect(detail.title).toBe(title);
      for (const { start, end, quote } of detail.anomalies) expect(text.slice(start, end)).toBe(quote);
    }
  });

  test("按词查段", async () => {
    const { items } = (await get("passages", { q: "双随机一公开", limit: "3" })).json;
    expect(items).toHaveLength(3);
    expect(items[0].quote).toContain("双随机");
    for (const { document, start, end, quote } of items) expect(corpus.document(document)?.source.slice(start, end)).toBe(quote);
  });
});

describe("接着问", () => {
  test("带着 state 接着问，地址里、内容里都行；程序什么也没存", async () => {
    const first = (await get("ask", { q: "县司法局负责哪些任务" })).json;
    expect(first).toMatchObject({ behaviour: "list", items: { length: 29 } });
    const second = (await get("ask", { q: "第五个详细说说", state: first.state })).json;
    expect(second.items).toEqual([first.items[4]]);
    expect((await get("ask", { q: "第五个详细说说" })).json.items).not.toEqual(second.items);
    const posted = JSON.parse((await post("ask", JSON.stringify({ q: "第五个详细说说", state: first.state }))).text);
    expect(posted).toEqual(second);
  });

  test("没有可接的：state 是 null，可以原样送回", async () => {
    const { state } = (await get("ask", { q: "" })).json;
    expect(state).toBeNull();
    expect((await post("ask", JSON.stringify({ q: "县司法局负责哪些任务", state }))).status).toBe(200);
  });

  test.each([
    "!",
    "bm8",
    Buffer.from('{"query":{"kind":"tasks"}}').toString("base64url"),
    Buffer.from(JSON.stringify(["长".repeat(9000)])).toString("base64url"),
  ])("改过的 state %s：一句话拒绝", async (state) => {
    const { status, json } = await get("ask", { q: "那发改委呢", state });
    expect([status, json.errors]).toEqual([400, [{ in: "query", name: "state", detail: "要原样用上一次回答给的，或者不写" }]]);
  });
});

describe("没有答成的请求：application/problem+json", () => {
  const problem = (response: { status: number; text: string; headers: Readonly<Record<string, unknown>> }) => {
    expect(response.headers["content-type"]).toBe("application/problem+json");
    expect(response.headers["cache-control"]).toBe("no-store");
    const json = JSON.parse(response.text);
    const known = PROBLEMS[response.status as keyof typeof PROBLEMS];
    expect(json).toMatchObject({ status: response.status, type: `urn:mingbai:problem:${known.type}`, title: known.title });
    expect(json.detail).toMatch(/^[^。]*\p{Script=Han}[^。]*。$/u);
    return json;
  };

  test.each<[string, string, number, string]>([
    ["没有的接口", "/api/v1/nothing", 404, "没有这个接口"],
    ["没有的版本", "/api/v9/tasks", 404, "没有这个接口"],
    ["没有的文件", "/api/v1/documents/nothing", 404, "没有编号是 nothing 的文件"],
    ["不成编号", "/api/v1/documents/%2e%2e%2fetc", 404, "没有这个接口"],
    ["没有的任务", "/api/v1/tasks/xiping-2020/41", 404, "没有第 41 项任务，共 40 项"],
    ["没有任务的文件", "/api/v1/tasks/nanchang-2019/1", 404, "没有责任分工"],
    ["不是第几项", "/api/v1/tasks/xiping-2020/0x1", 404, "没有这个接口"],
    ["没有的参数", at("tasks", { units: "县司法局" }), 400, "units 没有这个参数"],
    ["不收参数的接口", at("tasks/xiping-2020/1", { a: "" }), 400, "a 没有这个参数"],
    ["写了两次", at("tasks", { role: ["lead", "support"] }), 400, "role 只能写一次"],
    ["不是整数", at("tasks", { limit: "1e1" }), 400, "limit 应是整数"],
    ["太大", at("tasks", { limit: "201" }), 400, "limit 不能大于 200"],
    ["空的", at("tasks", { offset: "" }), 400, "offset 应是整数"],
    ["没有这一天", at("tasks", { from: "2021-02-29" }), 400, "from 应是 2026-11-22 这样的日期"],
    ["不在几种之内", at("tasks", { role: "leader" }), 400, "role 应是 lead、responsible、support 之一"],
    ["几处不对一次说完", at("tasks", { role: "x", from: "x" }), 400, "role 应是 lead、responsible、support 之一；from 应是"],
    ["不知道是哪个单位", at("tasks", { unit: "办公室" }), 400, "「办公室」可能是县政府办公室、县委办公室"],
    ["没有的单位", at("tasks", { unit: "快乐" }), 404, "文件没有点名「快乐」"],
    ["只写了部分", at("tasks", { section: "1" }), 400, "section 要和 document 一起写"],
    ["没有的部分", at("tasks", { document: "xiping-2020", section: "99999" }), 404, "没有编号是 99999 的部分"],
    ["没有写问题", at("ask"), 400, "q 没有写"],
    ["问题太长", at("ask", { q: "长".repeat(6001) }), 400, "q 最多 6000 个字"],
    ["没有写词", at("passages", { q: "" }), 400, "q 最少 1 个字"],
    ["残缺的编码", "/api/v1/ask?q=%E4%B8", 400, "残缺的编码"],
    ["空字节", "/api/v1/ask?q=a%00b", 400, "残缺的编码"],
  ])("%s", async (_, path, status, words) => {
    const response = await web.get(path);
    expect(response.status).toBe(status);
    expect(problem(response).detail).toContain(words);
  });

  test("每处不对的参数各一条", async () => {
    expect(problem(await web.get(at("tasks", { limit: "x", offset: "-1", 别的: "1" }))).errors).toEqual([
      { in: "query", name: "limit", detail: "应是整数" },
      { in: "query", name: "offset", detail: "不能小于 0" },
      { in: "query", name: "别的", detail: "没有这个参数" },
    ]);
  });

  test.each([
    ["PUT", "/api/v1/tasks", "GET, HEAD"],
    ["DELETE", "/api/v1/documents/xiping-2020", "GET, HEAD"],
    ["OPTIONS", "/api/v1/ask", "GET, HEAD, POST"],
    ["PATCH", "/api/v1/documents", "GET, HEAD, POST"],
    ["POST", "/openapi.json", "GET, HEAD"],
  ])("%s %s：405，说明可以用什么", async (method, path, allow) => {
    const response = await send(web.local, method, path, {});
    expect([response.status, response.headers["allow"]]).toEqual([405, allow]);
    expect(problem(response).detail).toContain(allow);
  });

  test.each<[string, string, Record<string, string>, number, string]>([
    ["没说类型", "{}", {}, 415, "application/json"],
    ["别的类型", "q=1", { "content-type": "application/x-www-form-urlencoded" }, 415, "application/json"],
    ["压缩了的", "{}", { "content-type": "application/json", "content-encoding": "gzip" }, 415, "application/json"],
    ["半个 JSON", '{"q":', { "content-type": "application/json" }, 400, "不是完整的 JSON"],
    ["空的", "", { "content-type": "application/json" }, 400, "不是完整的 JSON"],
    ["不是对象", "[]", { "content-type": "application/json" }, 400, "应是一个 JSON 对象"],
    ["不是文字", '{"q":["a"]}', { "content-type": "application/json; charset=utf-8" }, 400, "q 应是一段文字"],
    [
      "多了的",
      '{"q":"a","__proto__":{"q":"b"},"constructor":1}',
      { "content-type": "application/json" },
      400,
      "__proto__ 没有这个参数；constructor 没有这个参数",
    ],
    ["太大", JSON.stringify({ q: "x".repeat(70_000) }), { "content-type": "application/json" }, 413, "太大"],
    ["很深的 JSON", `{"q":${"[".repeat(30_000)}${"]".repeat(30_000)}}`, { "content-type": "application/json" }, 400, "q 应是一段文字"],
    ["从别的网站来的", '{"q":"a"}', { "content-type": "application/json", origin: "https://evil.example" }, 403, "没有接受"],
  ])("POST：%s", async (_, body, headers, status, words) => {
    const response = await post("ask", body, headers);
    expect(response.status).toBe(status);
    expect(problem(response).detail).toContain(words);
    expect(({} as Record<string, unknown>)["q"]).toBeUndefined();
  });

  test("不成字的字节", async () => {
    const response = await send(web.local, "POST", at("ask"), { "content-type": "application/json" }, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]));
    expect([response.status, problem(response).detail]).toEqual([400, "请求的内容不是完整的 JSON，请检查。"]);
  });

  test("别的主机名，不成主机名的", async () => {
    expect(problem(await web.get(at("tasks"), { host: "evil.example" })).status).toBe(421);
    expect(problem(await web.get(at("tasks"), { host: ">" })).status).toBe(400);
    expect(problem(await web.get(at("tasks"), { host: "!!@0/!!" })).instance).toBe("/api/v1/tasks");
  });

  test("5,000 个字的问题照答", async () => {
    const q = "县司法局负责哪些任务。".repeat(450);
    expect((await get("ask", { q })).json.items).toHaveLength(29);
    expect(JSON.parse((await post("ask", JSON.stringify({ q }))).text).items).toHaveLength(29);
  });

  test("请求太密：等几秒，别的地址照常", async () => {
    const proxied = await createTestWeb({ ...seeds, settings: { trustedProxies: parseNetworks("127.0.0.1") ?? [] }, clock: () => 0 });
    const ask = (address: string) => proxied.get(at("documents"), { "x-forwarded-for": address });
    for (let count = 0; count < 120; count += 1) expect((await ask("198.51.100.7")).status).toBe(200);
    const refused = await ask("198.51.100.7");
    expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "1"]);
    expect(problem(refused).detail).toContain("1 秒");
    expect((await ask("198.51.100.8")).status).toBe(200);
  });

  test("程序出错：只有编号，细节在日志里", async () => {
    const broken = await createTestWeb({ assistant: { ...seeds.assistant, ask: () => Promise.reject(new Error("disk on fire")) } });
    const response = await broken.get(at("ask", { q: "县司法局负责哪些任务" }));
    const [, id = ""] = /错误编号 (\w+)/u.exec(problem(response).detail) ?? [];
    expect(response.status).toBe(500);
    expect(response.text).not.toContain("disk");
    expect(broken.logged.join("\n")).toContain(id);
    expect(broken.logged.join("\n")).not.toContain("县司法局");
  });

  test("名字里夹带换行，进不到回应的头里", async () => {
    const response = await web.get(`/api/v1/documents/${encodeURIComponent("a\r\nx-injected: 1")}`);
    expect([response.status, response.headers["x-injected"]]).toEqual([404, undefined]);
  });
});

describe("ETag、HEAD、压缩", () => {
  test.each([at("tasks"), at("ask", { q: "县司法局负责哪些任务" }), at("documents/xiping-2020/source"), "/openapi.json"])("%s", async (path) => {
    const { headers, text } = await web.get(path);
    expect(headers["cache-control"]).toBe("private, no-cache");
    expect(await web.get(path, { "if-none-match": String(headers["etag"]) })).toMatchObject({ status: 304, text: "" });
    expect((await web.get(path, { "if-none-match": 'W/"other"' })).text).toBe(text);
    const head = await send(web.local, "HEAD", path, {});
    expect([head.status, head.text, head.headers["etag"]]).toEqual([200, "", headers["etag"]]);
    const packed = await fetch(web.local + path, { headers: { "accept-encoding": "br" } });
    expect([packed.headers.get("content-encoding"), await packed.text()]).toEqual(["br", text]);
  });

  test("POST 的回答不保存，也没有 304", async () => {
    const { status, headers } = await post("ask", '{"q":"县司法局负责哪些任务"}', { "content-type": "application/json", "if-none-match": "*" });
    expect([status, headers["cache-control"], headers["etag"]]).toEqual([200, "no-store", undefined]);
  });

  test("别的网站里的脚本读不到：没有 CORS 头", async () => {
    const { headers } = await web.get(at("tasks"), { origin: "https://evil.example" });
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  });
});

describe("/openapi.json", () => {
  test("合于 OpenAPI 3.1，每个接口都有说明，帮助页有链接", async () => {
    const { headers, text } = await web.get("/openapi.json");
    expect(headers["content-type"]).toBe("application/json");
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
    const { paths, components } = JSON.parse(text);
    const operations = Object.values(paths).flatMap((path) => Object.values(path as object));
    expect(operations.length).toBeGreaterThan(10);
    for (const { summary, parameters, responses } of operations) {
      expect(summary).toMatch(/\p{Script=Han}/u);
      for (const { description } of parameters) expect(description).toMatch(/\p{Script=Han}/u);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(["200", "400", "421", "429", "500"]));
    }
    for (const schema of Object.values(components.schemas)) expect(schema).toMatchObject({ description: expect.stringMatching(/\p{Script=Han}/u) });
    expect((await web.get("/help")).text).toContain('href="/openapi.json"');
  });
});
