import { describe, expect, test } from "vitest";
import { parseNetworks } from "../../src/adapters/web/networks.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { type AdminWeb, createAdminWeb, PASSWORD } from "./admin-server.ts";
import { createTestWeb, send } from "./server.ts";

const MINUTE_MS = 60_000;
let nowMs = Date.parse("2026-11-23T09:00:00+08:00");
const web = await createAdminWeb({ clock: () => nowMs });
const proxied = await createAdminWeb({ clock: () => nowMs, settings: { trustedProxies: parseNetworks("127.0.0.1") ?? [] } });

const named = await createAdminWeb({ settings: { publicUrl: "https://mingbai.example.gov.cn" } });
/** The same program after a restart: as it was, with another key, with another password. */
const restarted = (admin: NonNullable<Parameters<typeof createAdminWeb>[0]>["admin"]) =>
  createAdminWeb({ clock: () => nowMs, admin: { sessions: () => Promise.resolve(web.store), ...admin } });
const after = {
  nothing: await restarted({}),
  otherKey: await restarted({ key: "another-key" }),
  otherPassword: await restarted({ passwordHash: `scrypt:32768:8:3:${"a".repeat(22)}:${"b".repeat(43)}` }),
};

const cookieOf = (headers: Readonly<Record<string, string | string[] | undefined>>): string => [headers["set-cookie"] ?? []].flat().join("\n");
/** A guess from an address behind a proxy with TLS. */
async function guess(server: AdminWeb, address: string, password: string) {
  const browser = server.visit();
  Object.assign(browser.headers, { "x-forwarded-for": address, "x-forwarded-proto": "https" });
  return await browser.submit(await browser.get("/admin/login"), "/admin/login", { password });
}

describe("没有设口令", async () => {
  const closed = await createTestWeb(await createSeedsAssistant());
  test.each(["/admin", "/admin/", "/admin/login", "/admin/documents"])("%s：和没有的地址一样", async (path) => {
    const [there, nowhere] = [await closed.get(path), await closed.get("/nowhere")];
    expect([there.status, nowhere.status]).toEqual([404, 404]);
    expect(there.text.replaceAll(encodeURIComponent(path), "")).toBe(nowhere.text.replaceAll(encodeURIComponent("/nowhere"), ""));
    expect((await closed.post(path, {})).status).toBe(404);
  });
});

describe("登录", () => {
  test("没有登录：什么也看不到，登录以后到要去的那一页", async () => {
    const browser = web.visit();
    const page = await browser.get("/admin?from=here");
    expect(page.path).toBe("/admin/login?next=%2Fadmin%3Ffrom%3Dhere");
    expect(page.words).toContain("请先登录");
    expect(page.words).not.toContain("发件箱");
    expect((await browser.submit(page, "/admin/login", { password: PASSWORD })).path).toBe("/admin?from=here");
  });

  test("口令不对：一句话，不进去；记入审计，日志里没有口令", async () => {
    const browser = web.visit();
    const page = await browser.submit(await browser.get("/admin/login"), "/admin/login", { password: "不是这个口令不是这个" });
    expect([page.status, page.words.includes("口令不对")]).toEqual([403, true]);
    expect((await browser.get("/admin")).path).toContain("/admin/login");
    expect((await web.store.auditEntries({ limit: 1 }))[0]).toMatchObject({ actor: "page", action: "sign_in", result: "failed", person: undefined });
    expect(web.logged.join("\n")).not.toContain("不是这个");
    expect(page.html).not.toContain("不是这个");
  });

  test("cookie：页面脚本读不到，别的网站带不来，只在 /admin 下，登录前后不是同一个", async () => {
    const browser = web.visit();
    const before = await browser.get("/admin/login");
    expect(cookieOf(before.headers)).toMatch(/^mingbai-admin-visit=[^;]+; Max-Age=\d+; Path=\/admin; HttpOnly; SameSite=Strict$/u);
    const { headers } = await web.post(
      "/admin/login",
      {
        form: before.page.querySelector('input[name="form"]')?.getAttribute("value") ?? "",
        password: PASSWORD,
      },
      { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    );
    expect(cookieOf(headers)).toMatch(/^mingbai-admin=[^;]+; Max-Age=43200; Path=\/admin; HttpOnly; SameSite=Strict$/u);
  });

  test("经 https 来的：cookie 只在 https 上送；明文的外来连接不给登录", async () => {
    const https = { "x-forwarded-for": "198.51.100.1", "x-forwarded-proto": "https" };
    expect(cookieOf((await proxied.get("/admin/login", https)).headers)).toMatch(/^__Secure-mingbai-admin-visit=.*; Secure/u);
    const plain = await proxied.get("/admin/login", { "x-forwarded-for": "198.51.100.1" });
    expect([plain.status, plain.headers["set-cookie"]]).toEqual([403, undefined]);
    expect(plain.text).toContain("https");
    expect((await proxied.get("/admin", { "x-forwarded-for": "198.51.100.1" })).status).toBe(403);
    const { headers } = await send(named.local, "GET", "/admin/login", { host: "mingbai.example.gov.cn", "x-forwarded-for": "198.51.100.1" });
    expect(cookieOf(headers)).toMatch(/; Secure/u);
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/admin/../../evil",
    "/admin//evil.example",
    "/adminevil",
    "/ask?q=1",
    "/admin/login",
    "/admin/logout",
    "/admin?x=\r\nSet-Cookie: a=b",
    "javascript:alert(1)",
  ])("登录以后不会被带到 %j", async (next) => {
    const browser = web.visit();
    const page = await browser.get(`/admin/login?next=${encodeURIComponent(next)}`);
    expect((await browser.submit(page, "/admin/login", { password: PASSWORD })).path).toBe("/admin");
    expect((await browser.get(`/admin/login?next=${encodeURIComponent(next)}`)).path).toBe("/admin");
    expect((await browser.submit(await web.visit().get("/admin/login"), "/admin/login", { password: PASSWORD, next })).status).toBe(403);
  });

  test("退出：真的结束，抄下的 cookie 也没用了", async () => {
    const browser = await web.signIn();
    const stolen = new Map(browser.cookies);
    const out = await browser.submit(await browser.get("/admin"), "/admin/logout");
    expect(out.words).toContain("已退出登录");
    expect(browser.cookies.size).toBe(1);
    const thief = web.visit();
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    expect((await thief.get("/admin")).path).toContain("/admin/login");
  });

  test("再登录：原来那个会话结束", async () => {
    const browser = await web.signIn();
    const stolen = browser.cookies.get("mingbai-admin") ?? "";
    browser.cookies.set("mingbai-admin-visit", "x");
    nowMs += 31 * MINUTE_MS;
    await browser.submit(await browser.get("/admin"), "/admin/login", { password: PASSWORD });
    expect(browser.cookies.get("mingbai-admin")).not.toBe(stolen);
    const thief = web.visit();
    thief.cookies.set("mingbai-admin", stolen);
    expect((await thief.get("/admin")).path).toContain("/admin/login");
  });

  test.each(["", "x", "a.b", `${"a".repeat(43)}.${"b".repeat(43)}`])("编造的 cookie %j 不算", async (value) => {
    const browser = web.visit();
    browser.cookies.set("mingbai-admin", value);
    expect((await browser.get("/admin")).path).toContain("/admin/login");
  });

  test("登录前的 cookie 不能当作登录后的", async () => {
    const browser = web.visit();
    await browser.get("/admin/login");
    browser.cookies.set("mingbai-admin", browser.cookies.get("mingbai-admin-visit") ?? "");
    expect((await browser.get("/admin")).path).toContain("/admin/login");
  });
});

describe("会话", () => {
  test("半小时不用就过期；一直用，满 12 小时也过期", async () => {
    const browser = await web.signIn();
    for (let minutes = 0; minutes < 11.5 * 60; minutes += 29) {
      nowMs += 29 * MINUTE_MS;
      expect((await browser.get("/admin")).path).toBe("/admin");
    }
    nowMs += 29 * MINUTE_MS;
    expect((await browser.get("/admin")).path).toContain("/admin/login");
    const other = await web.signIn();
    nowMs += 30 * MINUTE_MS;
    expect((await other.get("/admin")).path).toContain("/admin/login");
  });

  test("换了口令或密钥，都要重新登录；不换，重新启动以后还在", async () => {
    const browser = await web.signIn();
    const again = async (server: AdminWeb) => {
      const same = server.visit();
      for (const [name, value] of browser.cookies) same.cookies.set(name, value);
      return (await same.get("/admin")).path;
    };
    expect(await again(after.nothing)).toBe("/admin");
    expect(await again(after.otherKey)).toContain("/admin/login");
    expect(await again(after.otherPassword)).toContain("/admin/login");
  });

  test("存储里没有能用来登录的东西", async () => {
    const browser = await web.signIn();
    const [token = ""] = (browser.cookies.get("mingbai-admin") ?? "").split(".");
    expect(await web.store.pageSession(token)).toBeUndefined();
  });

  test("管理页的回应谁也不保存，退出后也没有存下的；不压缩", async () => {
    const browser = await web.signIn();
    browser.headers["accept-encoding"] = "br, gzip";
    for (const path of ["/admin", "/admin/login", "/admin/nowhere"]) {
      const { headers } = await browser.get(path);
      expect([path, headers["cache-control"], headers["etag"]]).toEqual([path, "no-store", undefined]);
    }
    expect((await browser.get("/admin")).headers["content-encoding"]).toBeUndefined();
  });
});

describe("猜口令", () => {
  test("同一个地址越猜等得越久，等的时候对的也不收；等够了就收，别的地址照常", async () => {
    const waits: number[] = [];
    for (let count = 0; count < 13; count += 1) {
      const { status, headers } = await guess(proxied, "198.51.100.7", "不对不对不对不对不对不对");
      if (status === 429) {
        const seconds = Number(headers["retry-after"]);
        waits.push(seconds);
        nowMs += seconds * 1000;
      } else expect(status).toBe(403);
    }
    expect(waits).toEqual([5, 10, 20, 40]);
    const held = await guess(proxied, "198.51.100.7", PASSWORD);
    expect([held.status, held.words.includes("以后再试")]).toEqual([429, true]);
    expect((await guess(proxied, "198.51.100.8", PASSWORD)).path).toBe("/admin");
    nowMs += Number(held.headers["retry-after"]) * 1000;
    expect((await guess(proxied, "198.51.100.7", PASSWORD)).path).toBe("/admin");
  });

  test("同时猜也一样：一次来二十个，只看五个", async () => {
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await guess(proxied, "198.51.100.9", "同时猜同时猜同时猜同时猜")).status));
    expect(statuses.filter((status) => status === 403)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  test("换着地址猜也有限；服务器本机登录不受影响", async () => {
    nowMs += 24 * 60 * MINUTE_MS;
    const statuses: number[] = [];
    for (let count = 0; count < 33; count += 1) statuses.push((await guess(proxied, `203.0.113.${count}`, "换着猜换着猜换着猜换着猜")).status);
    expect(statuses.indexOf(429)).toBe(30);
    expect((await guess(proxied, "198.51.100.99", PASSWORD)).status).toBe(429);
    expect((await proxied.signIn()).cookies.size).toBe(2);
    nowMs += 15_000;
    expect((await guess(proxied, "198.51.100.99", PASSWORD)).path).toBe("/admin");
  });
});

describe("不是自己页面的表单", () => {
  test("没有、不对、别人的、登录以前的记号：不登录，不执行，说明怎么办", async () => {
    const [mine, other] = [await web.signIn(), await web.signIn()];
    const page = await mine.get("/admin");
    const foreign = (await other.get("/admin")).page.querySelector('input[name="form"]')?.getAttribute("value") ?? "";
    for (const form of ["", "x", foreign]) {
      await mine.post("/admin/logout", [["form", form]]);
      expect((await mine.get("/admin")).path).toBe("/admin");
    }
    const stranger = web.visit();
    expect((await stranger.post("/admin/login", [["password", PASSWORD]])).words).toContain("cookie");
    expect((await stranger.get("/admin")).path).toContain("/admin/login");
    expect((await mine.submit(page, "/admin/logout")).words).toContain("已退出登录");
  });

  test("别的网站来的：一律不收", async () => {
    const browser = await web.signIn();
    const page = await browser.get("/admin");
    Object.assign(browser.headers, { "sec-fetch-site": "cross-site" });
    expect((await browser.submit(page, "/admin/logout")).status).toBe(403);
    browser.headers["sec-fetch-site"] = "same-origin";
    expect((await browser.get("/admin")).path).toBe("/admin");
  });
});
