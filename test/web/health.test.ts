import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/adapters/store/store.ts";
import { parseNetworks } from "../../src/adapters/web/networks.ts";
import { createReadinessCheck } from "../../src/cli/readiness.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { createTestWeb, send, type TestWeb } from "./server.ts";

const seeds = await createSeedsAssistant();
const web = await createTestWeb(seeds);
const QUESTION = "县司法局负责哪些任务";
const pathOf = (question: string) => `/ask?q=${encodeURIComponent(question)}`;
const TOKEN = "0123456789abcdef";
const checkToken = (given: string, scope: string) => Promise.resolve(given === TOKEN && scope === "metrics" ? "监控" : undefined);

/** The figure of a line: `name{labels}` as it is printed. */
async function figure(server: TestWeb, line: string): Promise<number | undefined> {
  const { text } = await server.get("/metrics");
  const found = text.split("\n").find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length));
}

describe("还活着吗、能干活吗", () => {
  test.each(["GET", "HEAD"])("%s /healthz：200，不缓存", async (method) => {
    const { status, headers, text } = await send(web.local, method, "/healthz", {});
    expect([status, headers["cache-control"], text]).toEqual([200, "no-store", method === "GET" ? "ok\n" : ""]);
  });

  test.each(["GET", "HEAD"])("%s /readyz：200，说明文件、存储、分词", async (method) => {
    const { status, headers, text } = await send(web.local, method, "/readyz", {});
    expect([status, headers["cache-control"]]).toEqual([200, "no-store"]);
    if (method === "GET") expect(JSON.parse(text)).toEqual({ ready: true, documents: 2, store: "writable", segmenter: "unloaded" });
  });

  test("还没有用到存储：也算准备好了", async () => {
    const fresh = await createTestWeb({ ...seeds, readiness: createReadinessCheck(seeds.assistant, { wantedStore: () => undefined }, () => "loading") });
    const { status, text } = await fresh.get("/readyz");
    expect([status, JSON.parse(text)]).toEqual([200, { ready: true, documents: 2, store: "unopened", segmenter: "loading" }]);
  });

  test("存储写不了：503，说明原因；网页照样活着", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mingbai-health-"));
    const closed = await openStore({ directory: folder });
    await closed.close();
    const readiness = createReadinessCheck(seeds.assistant, { wantedStore: () => Promise.resolve(closed) }, () => "loaded");
    const broken = await createTestWeb({ ...seeds, readiness });
    const { status, text } = await broken.get("/readyz");
    rmSync(folder, { recursive: true });
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ ready: false, store: "failed", reason: expect.stringContaining("数据存储不能写入") });
    expect((await broken.get("/healthz")).status).toBe(200);
  });

  test("文件没有读成：503，说明原因", async () => {
    const assistant = { ...seeds.assistant, corpus: () => Promise.reject(new Error("no documents")) };
    const { status, text } = await (await createTestWeb({ assistant })).get("/readyz");
    expect([status, JSON.parse(text).reason]).toEqual([503, expect.stringContaining("文件没有读成")]);
  });
});

describe("运行数据给谁看", () => {
  test.each(["127.0.0.1:3000", "localhost", "[::1]:3000"])("本机直接来取 %s：给", async (host) => {
    const { status, headers, text } = await web.get("/metrics", { host });
    expect([status, headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(headers["content-type"]).toContain("text/plain; version=0.0.4");
    expect(text).toContain("process_resident_memory_bytes ");
  });

  test.each([
    { "x-forwarded-for": "127.0.0.1" },
    { "x-forwarded-for": "" },
    { forwarded: "for=127.0.0.1" },
    { "x-real-ip": "198.51.100.7" },
    { "x-forwarded-host": "mingbai.example.gov.cn" },
    { via: "1.1 proxy" },
    { host: "192.168.1.20:3000" },
  ])("本机的代理转来的 %j：不给，一句话说明", async (headers) => {
    const { status, text, headers: answered } = await web.get("/metrics", headers);
    expect([status, answered["www-authenticate"]]).toEqual([401, "Bearer"]);
    expect(text).toMatch(/^运行数据只给本机直接来取.*令牌/u);
    expect(text).not.toContain("mingbai_");
  });

  test("受信任的代理从外面转来的，网址是对外的：都不给；带令牌的给", async () => {
    const settings = { publicUrl: "https://mingbai.example.gov.cn", trustedProxies: parseNetworks("127.0.0.1") ?? [] };
    const proxied = await createTestWeb({ ...seeds, settings, checkToken });
    const get = (headers: Readonly<Record<string, string>>) => send(proxied.local, "GET", "/metrics", headers);
    expect((await get({ "x-forwarded-for": "198.51.100.7" })).status).toBe(401);
    expect((await get({ "x-forwarded-for": "198.51.100.7, 127.0.0.1" })).status).toBe(401);
    // A proxy that adds nothing at all but keeps the name that was asked for.
    expect((await get({ host: "mingbai.example.gov.cn" })).status).toBe(401);
    const { status, text } = await get({ host: "mingbai.example.gov.cn", "x-forwarded-for": "198.51.100.7", authorization: `Bearer ${TOKEN}` });
    expect([status, text.includes("mingbai_documents 2")]).toEqual([200, true]);
  });

  test.each(["Bearer wrong", "Bearer ", "Basic bWluZ2JhaTp4", `Bearer ${TOKEN} ${TOKEN}`, `Bearer ${"x".repeat(2000)}`])(
    "令牌不对 %s：403，在本机也是",
    async (authorization) => {
      const guarded = await createTestWeb({ ...seeds, checkToken });
      const { status, text } = await guarded.get("/metrics", { authorization });
      expect([status, text]).toEqual([403, expect.stringContaining("令牌不对")]);
    },
  );
});

describe("数得对", () => {
  test("文件、任务、待发的消息", async () => {
    expect([await figure(web, "mingbai_documents"), await figure(web, "mingbai_tasks")]).toEqual([2, 40]);
    expect(await figure(web, 'mingbai_outbox_messages{state="waiting"}')).toBe(0);
    expect(await figure(web, "mingbai_store_up")).toBe(1);
  });

  test("问答按来处、种类、结果数；请求按路由的样式数", async () => {
    const counted = await createTestWeb(seeds);
    for (const question of [QUESTION, QUESTION, "今天天气怎么样"]) await counted.get(pathOf(question));
    await counted.get("/d/xiping-2020");
    await counted.get("/d/no-such-document");
    await counted.get("/nothing/at/all");
    await counted.get("/wp-login.php");
    expect(await figure(counted, 'mingbai_answers_total{platform="page",kind="tasks",behaviour="list",from="documents"}')).toBe(2);
    expect(await figure(counted, 'mingbai_answer_seconds_count{platform="page"}')).toBe(3);
    expect(await figure(counted, 'mingbai_http_requests_total{method="GET",route="/ask",status="200"}')).toBe(3);
    expect(await figure(counted, 'mingbai_http_requests_total{method="GET",route="/d/:id",status="200"}')).toBe(1);
    expect(await figure(counted, 'mingbai_http_requests_total{method="GET",route="/d/:id",status="404"}')).toBe(1);
    expect(await figure(counted, 'mingbai_http_requests_total{method="GET",route="none",status="404"}')).toBe(2);
    expect(await figure(counted, 'mingbai_http_request_seconds_count{route="/ask"}')).toBe(3);
  });

  test("程序来问的另数", async () => {
    const counted = await createTestWeb(seeds);
    await counted.get(`/api/v1/ask?q=${encodeURIComponent(QUESTION)}`);
    await counted.get("/api/v1/tasks/xiping-2020/99");
    await counted.get("/api/nothing");
    expect(await figure(counted, 'mingbai_answers_total{platform="page",kind="tasks",behaviour="list",from="documents"}')).toBeUndefined();
    expect((await counted.get("/metrics")).text).toMatch(/mingbai_answers_total\{platform="api",kind="tasks",behaviour="list",from="documents"\} \d/u);
    expect(await figure(counted, 'mingbai_http_requests_total{method="GET",route="/api/v1/tasks/:document/:ordinal",status="404"}')).toBe(1);
    expect(await figure(counted, 'mingbai_http_requests_total{method="GET",route="/api/*",status="404"}')).toBe(1);
  });

  test("没有答成的也数", async () => {
    const broken = await createTestWeb({ assistant: { ...seeds.assistant, ask: () => Promise.reject(new Error("disk on fire")) } });
    await broken.get(pathOf(QUESTION));
    expect(await figure(broken, 'mingbai_answers_total{platform="page",kind="none",behaviour="failed",from="documents"}')).toBe(1);
    expect(await figure(broken, 'mingbai_http_requests_total{method="GET",route="/ask",status="500"}')).toBe(1);
  });
});

describe("请求的编号", () => {
  const id = async (server: TestWeb, given?: string) =>
    String((await server.get("/help", given === undefined ? {} : { "x-request-id": given })).headers["x-request-id"]);
  const GIVEN = "7b3c1a90-52de-4f6b-9d1e-0a1b2c3d4e5f";

  test("每个请求一个，回应里有，日志里也有；别人写来的不算", async () => {
    const ids = [await id(web), await id(web), await id(web, GIVEN)];
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain(GIVEN);
    for (const one of ids) expect(web.logged.filter((line) => line.includes(`"requestId":"${one}"`))).toHaveLength(1);
  });

  test("受信任的代理写来的：用它的；写得不像样的不用", async () => {
    const proxied = await createTestWeb({ ...seeds, settings: { trustedProxies: parseNetworks("127.0.0.1") ?? [] } });
    expect(await id(proxied, GIVEN)).toBe(GIVEN);
    for (const bad of ["zhang-san", "a", "县司法局".length.toString(), "f".repeat(65), "deadbeef deadbeef"]) expect(await id(proxied, bad)).not.toBe(bad);
  });
});

test("记号写在问题、地址、头和表单里：日志和运行数据里都没有", async () => {
  const MARK = "zs13800";
  const failing = {
    ...seeds.assistant,
    ask: (question: string, state: unknown) => (question.includes("坏") ? Promise.reject(parseFailure(question)) : seeds.assistant.ask(question, state)),
  };
  const watched = await createTestWeb({ assistant: failing, settings: { trustedProxies: parseNetworks("127.0.0.1") ?? [] } });
  const marked = {
    "user-agent": MARK,
    referer: `http://localhost/${MARK}`,
    cookie: `print=${MARK}`,
    "x-request-id": MARK,
    "x-forwarded-for": MARK,
    "accept-language": MARK,
  };
  for (const path of [pathOf(MARK), pathOf(`坏"${MARK}"坏`), `/${MARK}`, `/d/${MARK}?from=${MARK}`, `/ask?turn=${MARK}`, `/suggest?q=${MARK}`])
    await watched.get(path, marked);
  await watched.post("/ask", { q: MARK, about: `${QUESTION}${MARK}` }, marked);
  await watched.get("/metrics", { authorization: `Bearer ${MARK}` });
  await watched.get("/", { host: `${MARK}.example` });
  expect(watched.logged.length).toBeGreaterThan(8);
  expect(watched.logged.some((line) => line.includes("stack"))).toBe(true);
  expect(watched.logged.join("\n")).not.toContain(MARK);
  expect((await watched.get("/metrics")).text).not.toContain(MARK);
});

/** Quotes what it was given. */
function parseFailure(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
