import type { Page } from "playwright-core";
import { describe as describeAlways, expect, test as testAlways } from "vitest";
import { createAdminWeb, PASSWORD } from "./admin-server.ts";
import { findBrowser, seriousIssues, useBrowser } from "./browser.ts";

// `test/say-what-is-missing.ts` says loudly that they are left out.
const isThere = findBrowser() !== undefined;
const describe = describeAlways.skipIf(!isThere);
const test = testAlways.skipIf(!isThere);

const web = await createAdminWeb();
const open = await useBrowser();
await web.store.saveChat("wecom:普法群", { kind: "robot", title: "普法群" });
await web.store.saveChat("telegram:-100", { kind: "group", title: "法治建设群", unit: "县司法局" });
await web.store.saveChat("telegram:-101", { kind: "group", title: "名字特别长特别长特别长特别长特别长特别长特别长特别长的工作群", parked: "机器人被移出了群" });
await web.store.subscribe("wecom:普法群", { kind: "unit", unit: "县司法局", collective: true }, 1);
await web.store.recordFeedback("县里有几只猫", "not_found", Date.now());
await web.store.recordFeedback("很长的没有空格的问题".repeat(12), "disliked", Date.now());

const PLAN = (place: string) => `${place}2021年数字政府建设工作要点
一、夯实数据底座
(一)建设人口基础数据库。归集户籍、婚姻、就医数据。
牵头单位:县大数据局
2021年3月5日
`;

async function signIn(page: Page): Promise<void> {
  await page.goto(`${web.address}/admin`);
  await page.getByLabel("管理口令").fill(PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("heading", { level: 1, name: "概况" }).waitFor();
}

const goTo = (page: Page, name: string) => page.getByRole("navigation", { name: "管理栏目" }).getByRole("link", { name, exact: true }).click();

// These pages have no script at all.
describe("没有 JavaScript", () => {
  const [javaScriptEnabled, place] = [false, "西川县"];
  test("登录、上传、看报告、收录：网页就按它回答；退出", { timeout: 60_000 }, async () => {
    const tab = await open(web.address, { javaScriptEnabled });
    const { page } = tab;
    await signIn(page);
    await goTo(page, "文件");
    await page.getByLabel("选择文件").setInputFiles({ name: `${place}要点.txt`, mimeType: "text/plain", buffer: Buffer.from(PLAN(place)) });
    await page.getByRole("button", { name: "读一读" }).click();
    await page.getByText("1 项任务").waitFor();
    await page.getByRole("button", { name: "收录" }).click();
    await page.getByText("已收录，编号").waitFor();
    await web.assistant.catchUp();
    await page.goto(`${web.address}/ask?q=${encodeURIComponent(`${place}县大数据局牵头哪些任务`)}`);
    expect(await page.locator("article").first().textContent()).toContain(`${place}2021年数字政府建设工作要点`);
    await page.goto(`${web.address}/admin`);
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByText("已退出登录").waitFor();
    await page.goto(`${web.address}/admin/documents`);
    expect(await page.getByLabel("管理口令").count()).toBe(1);
    tab.expectClean();
    await tab.close();
  });

  test("写通知、看样子、确认：进了发件箱；没答好的问题点开就问；审计里有", { timeout: 60_000 }, async () => {
    const tab = await open(web.address, { javaScriptEnabled });
    const { page } = tab;
    await signIn(page);
    await goTo(page, "群发");
    await page.getByRole("link", { name: "写一个通知" }).click();
    await page.getByLabel("通知内容").fill(`报送通知${place}\n请各单位于周五前报送。`);
    await page.getByLabel("选几个群").check();
    await page.getByLabel("普法群").check();
    await page.getByRole("button", { name: "看样子" }).click();
    await page.getByText("发给 1 个群和人").waitFor();
    expect(await page.locator(".message strong").textContent()).toBe(`报送通知${place}`);
    const [id = ""] = page.url().split("/").slice(-1);
    await page.getByRole("button", { name: "确认群发" }).click();
    await page.getByText("已确认，开始发送").waitFor();
    expect(await web.store.outboxRows({ what: `broadcast:${id}` })).toMatchObject([{ chat: "wecom:普法群", state: "waiting" }]);
    await goTo(page, "审计");
    expect(await page.locator("tbody tr").first().textContent()).toContain("管理页");
    await goTo(page, "没答好的问题");
    await page.getByRole("link", { name: "县里有几只猫" }).click();
    expect(await page.locator("#asked").textContent()).toBe("县里有几只猫");
    tab.expectClean();
    await tab.close();
  });
});

describe.each([
  ["360 像素，长辈版", true, { viewport: { width: 360, height: 740 } }, true],
  ["360 像素", false, { viewport: { width: 360, height: 740 } }, false],
  ["1440 像素，深色", false, { viewport: { width: 1440, height: 900 }, colorScheme: "dark" as const }, true],
])("%s", (_, isLarge, options, looked) => {
  test("没有横向滚动，axe 没有严重问题，控制台没有错", { timeout: 60_000 }, async () => {
    const tab = await open(web.address, options);
    const { page } = tab;
    await page.goto(`${web.address}/admin/login`);
    expect(await seriousIssues(page)).toEqual([]);
    await signIn(page);
    await page.goto(`${web.address}/admin/broadcasts/new`);
    await page.getByLabel("通知内容").fill(`看样子用的通知\n${"https://example.gov.cn/".repeat(8)}\n\n第二段`);
    await page.getByRole("button", { name: "看样子" }).click();
    await page.getByText("发给 2 个群和人").waitFor();
    const preview = new URL(page.url()).pathname;
    const paths = ["", "/documents", "/documents/xiping-2020/corrections", "/broadcasts", "/broadcasts/new", "/subscriptions", "/misses", "/audit", "/roles"];
    await page.context().addCookies([{ name: "print", value: isLarge ? "large" : "normal", url: web.address }]);
    for (const path of [...paths.map((end) => `/admin${end}`), preview]) {
      await page.goto(web.address + path);
      expect([path, await page.evaluate("document.documentElement.scrollWidth <= innerWidth")]).toEqual([path, true]);
      if (looked) expect([path, await seriousIssues(page)]).toEqual([path, []]);
    }
    tab.expectClean();
    await tab.close();
  });
});

test("只用键盘：登录、到文件页、退出", async () => {
  const tab = await open(web.address);
  const { page } = tab;
  await page.goto(`${web.address}/admin/documents`);
  await page.getByLabel("管理口令").focus();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "文件" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/admin/documents");
  await page.getByRole("button", { name: "退出登录" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("已退出登录").waitFor();
  tab.expectClean();
  await tab.close();
});
