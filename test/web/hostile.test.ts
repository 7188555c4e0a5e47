import { createConnection } from "node:net";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { parseNetworks } from "../../src/adapters/web/networks.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { parsePage } from "./page-text.ts";
import { createTestWeb, send, type TestWeb } from "./server.ts";

const seeds = await createSeedsAssistant();
const web = await createTestWeb(seeds);
const QUESTION = `/ask?q=${encodeURIComponent("县司法局负责哪些任务")}`;

/** Bytes as they are, and what comes back until the server closes. */
function raw(address: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = createConnection(Number(port), hostname, () => socket.write(bytes));
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      text += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(text));
  });
}

const goesOn = async (server: TestWeb): Promise<void> => expect((await server.get(QUESTION)).text).toContain("29项");

describe("读不懂的请求", () => {
  test.each([
    ["没有的地址", "/nothing", 404],
    ["出不了目录", "/../../../etc/passwd", 404],
    ["编码了的上级目录", "/d/..%2f..%2fetc%2fpasswd", 404],
    ["反斜杠", "/d/..%5c..%5cetc", 404],
    ["残缺的百分号", "/d/%E4%B8", 400],
    ["不成字的字节", "/ask?q=%ff%fe", 400],
    ["空字节", "/ask?q=a%00b", 400],
    ["资源目录里没有的", "/assets/../../package.json", 404],
  ])("%s → %s", async (_, path, status) => {
    const response = await web.get(path);
    expect(response.status).toBe(status);
    expect(response.headers["content-type"]).toContain("text/html");
    expect(parsePage(response.text).querySelector("h1")?.textContent).toMatch(/\p{Script=Han}/u);
    expect(response.text).not.toMatch(/root:|node_modules|\bat .*\.ts/u);
  });

  test.each([
    "GET / HTTP/9.9\r\n\r\n",
    "nonsense\r\n\r\n",
    "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "POST /ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
  ])("不是 HTTP 的：%j", async (bytes) => {
    expect(await raw(web.address, bytes)).toMatch(/^HTTP\/1\.1 400 /u);
    await goesOn(web);
  });

  test("头太大：431", async () => {
    expect(await raw(web.address, `GET / HTTP/1.1\r\nHost: localhost\r\nX-Big: ${"x".repeat(80 * 1024)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 [\s\S]*太长/u);
  });

  test("头里夹带换行，进不到回应的头里", async () => {
    const { headers } = await web.get(`/print-size?size=large&back=${encodeURIComponent("/ask?q=a\r\nx-injected: 1")}`);
    expect(headers["x-injected"]).toBeUndefined();
  });

  test("5,000 个字的问题照答；太长的说明白", async () => {
    expect((await web.get(`/ask?q=${encodeURIComponent("县司法局负责哪些任务。".repeat(450))}`)).status).toBe(200);
    const { status, text } = await web.get(`/ask?q=${encodeURIComponent("长".repeat(6001))}`);
    expect(status).toBe(400);
    expect(text).toContain("问题太长了");
  });

  test("提交的内容太大：413", async () => {
    expect((await web.post("/ask", { q: "x".repeat(70_000) })).status).toBe(413);
    await goesOn(web);
  });

  test("提交的不是表单：不出错", async () => {
    for (const type of ["application/json", "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", ""]) {
      expect([303, 400]).toContain((await send(web.address, "POST", "/ask", { "content-type": type }, "{q")).status);
    }
  });
});

describe("谁在问", () => {
  test.each(["evil.example", "evil.example:3000", "localhost.evil.example", "127.0.0.1.evil.example"])("别的主机名 %j：不答", async (host) => {
    const { status, text } = await web.get(QUESTION, { host });
    expect([400, 421]).toContain(status);
    expect(text).not.toContain("29项");
  });

  test.each(["localhost", "LOCALHOST:3000", "127.0.0.1", "[::1]:3000", "192.168.1.20:3000"])("本机的名字和地址 %s：答", async (host) => {
    expect((await web.get("/", { host })).status).toBe(200);
  });

  test("PUBLIC_URL 的主机名：答", async () => {
    const named = await createTestWeb({ ...seeds, settings: { publicUrl: "https://mingbai.example.gov.cn" } });
    expect(named.address).toBe("https://mingbai.example.gov.cn");
    const status = async (host: string) => (await send(named.local, "GET", "/", { host })).status;
    expect([await status("mingbai.example.gov.cn"), await status("other.example.gov.cn")]).toEqual([200, 421]);
  });

  test("别的网站提交的追问：403；自己页面的：收", async () => {
    const form = { q: "那发改委呢", about: "县司法局负责哪些任务" };
    expect((await web.post("/ask", form, { origin: "https://evil.example" })).status).toBe(403);
    expect((await web.post("/ask", form, { origin: "null", "sec-fetch-site": "same-site" })).status).toBe(403);
    expect((await web.post("/ask", form, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await web.post("/ask", form, { origin: "null", "sec-fetch-site": "same-origin" })).status).toBe(303);
    expect((await web.post("/ask", form, { origin: web.address })).status).toBe(303);
  });

  test("问得太密：429，说明等多久；别的地址照常；过一会儿又可以", async () => {
    let nowMs = 1_000_000;
    const proxied = await createTestWeb({ ...seeds, settings: { trustedProxies: parseNetworks("127.0.0.1") ?? [] }, clock: () => nowMs });
    const ask = (address: string) => proxied.get("/ask?q=1", { "x-forwarded-for": address });
    let refused = 0;
    for (let count = 0; count < 130; count += 1) if ((await ask("198.51.100.7")).status === 429) refused += 1;
    expect(refused).toBe(10);
    const { status, headers, text } = await ask("198.51.100.7");
    expect([status, headers["retry-after"]]).toEqual([429, "1"]);
    expect(text).toContain("提问太密");
    expect((await ask("198.51.100.8")).status).toBe(200);
    // What the client writes before the proxy's own entry says nothing.
    expect((await ask("203.0.113.1, 198.51.100.7")).status).toBe(429);
    nowMs += 1000;
    expect((await ask("198.51.100.7")).status).toBe(200);
  });

  test("没有主机名：不答", async () => {
    expect(await raw(web.address, "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 4(?:00|21) /u);
  });

  test("不受信任的代理说的不算：不能借别的地址绕过", async () => {
    const direct = await createTestWeb({ ...seeds, clock: () => 0 });
    let refused = 0;
    for (let count = 0; count < 130; count += 1) if ((await direct.get("/ask?q=1", { "x-forwarded-for": `198.51.100.${count}` })).status === 429) refused += 1;
    expect(refused).toBe(10);
  });
});

describe("回应", () => {
  test("每个回应都有安全头，策略里没有内联", async () => {
    for (const path of ["/", "/nothing", QUESTION, "/suggest?q=x", "/print-size?size=large"]) {
      const { headers } = await web.get(path);
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/u);
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    }
  });

  test("没有内联的脚本和样式，不从别处取东西", async () => {
    for (const path of ["/", QUESTION, "/d/xiping-2020", "/documents", "/help"]) {
      const { text } = await web.get(path);
      expect(text).not.toMatch(/<script(?![^>]*\ssrc="\/)|\sstyle="|\son\w+="|<style|(?:src|href)="(?:https?:)?\/\//u);
    }
  });

  test("样式和脚本：长久保存，地址随内容变；没变的不再发", async () => {
    const assets = [...(await web.get("/")).text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/gu)].map(([, path = ""]) => path);
    expect(assets).toHaveLength(3);
    for (const path of assets) {
      const { status, headers, text } = await web.get(path);
      expect(status).toBe(200);
      expect(text.length).toBeGreaterThan(100);
      expect(headers["cache-control"]).toContain("immutable");
      expect(await web.get(path, { "if-none-match": String(headers["etag"]) })).toMatchObject({ status: 304, text: "" });
    }
  });

  test("同一页没有变：304；换了长辈版：不是同一页", async () => {
    const { headers } = await web.get(QUESTION);
    const etag = String(headers["etag"]);
    expect((await web.get(QUESTION, { "if-none-match": etag })).status).toBe(304);
    expect((await web.get(QUESTION, { "if-none-match": etag, cookie: "print=large" })).status).toBe(200);
  });

  test("首页连样式、脚本、图标一共不超过 60 kB；压缩了还是同样的字", async () => {
    const paths = ["/", ...[...(await web.get("/")).text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/gu)].map(([, path = ""]) => path)];
    const sizes = await Promise.all(paths.map(async (path) => (await web.get(path, { "accept-encoding": "gzip" })).bytes.length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
    const [plain, packed] = [await web.get(QUESTION), await web.get(QUESTION, { "accept-encoding": "gzip, br;q=0" })];
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(packed.bytes).toString("utf8")).toBe(plain.text);
  });

  test("内部出错：只给编号，细节在日志里，没有问题的字", async () => {
    const broken = await createTestWeb({ assistant: { ...seeds.assistant, ask: () => Promise.reject(new Error("disk on fire")) } });
    const { status, text } = await broken.get(QUESTION);
    expect(status).toBe(500);
    const id = /错误编号 (\w{8})/u.exec(text)?.[1] ?? "";
    expect(text).not.toContain("disk");
    expect(broken.logged.join("\n")).toContain(id);
    expect(broken.logged.join("\n")).toContain("disk on fire");
    expect(broken.logged.join("\n")).not.toContain("县司法局");
    expect((await broken.get("/help")).status).toBe(200);
  });
});

describe("慢的和停的", () => {
  const timing = { headersMs: 100, requestMs: 150, idleMs: 10_000, checkMs: 20, stopMs: 500 };

  test("迟迟发不完的请求：断开，别人照常", async () => {
    const impatient = await createTestWeb({ ...seeds, settings: { timing } });
    const slow = raw(impatient.address, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    const slowBody = raw(
      impatient.address,
      "POST /ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nq=",
    );
    await goesOn(impatient);
    expect(await slow).toMatch(/^HTTP\/1\.1 408 /u);
    await slowBody;
    await goesOn(impatient);
  });

  test("停止：手上的答完，开着的连接关掉", async () => {
    let open = (): void => undefined;
    let entered = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const isIn = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const gated = await createTestWeb({
      assistant: {
        ...seeds.assistant,
        async ask(question, state) {
          entered();
          await opened;
          return await seeds.assistant.ask(question, state);
        },
      },
      settings: { timing },
    });
    const idle = raw(gated.address, "GET /help HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const answer = gated.get(QUESTION);
    await isIn;
    const stopped = gated.stop();
    open();
    expect((await answer).text).toContain("29项");
    await Promise.all([stopped, idle]);
    await expect(gated.get("/")).rejects.toThrow(/ECONNREFUSED/u);
  });
});
