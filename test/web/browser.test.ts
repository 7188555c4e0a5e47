import type { Page } from "playwright-core";
import { describe as describeAlways, expect, test as testAlways } from "vitest";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { findBrowser, seriousIssues, useBrowser } from "./browser.ts";
import { createTestWeb } from "./server.ts";

// `test/say-what-is-missing.ts` says loudly that they are left out.
const isThere = findBrowser() !== undefined;
const describe = describeAlways.skipIf(!isThere);
const test = testAlways.skipIf(!isThere);

const seeds = await createSeedsAssistant();
const web = await createTestWeb(seeds);
const open = await useBrowser();
const askPath = (question: string): string => `/ask?q=${encodeURIComponent(question)}`;
const PATHS = [
  "/",
  askPath("县司法局负责哪些任务"),
  `${askPath("行政复议由谁负责")}&show=how`,
  "/d/xiping-2020?from=1664&to=1731",
  "/d/nanchang-2019",
  "/documents",
  "/calendar",
  "/calendar?unit=县司法局&year=2020&month=12",
  "/u/县司法局",
  "/help",
];

async function ask(page: Page, question: string): Promise<void> {
  await page.locator("#question").fill(question);
  await page.getByRole("button", { name: "提问", exact: true }).click();
  await page.locator("article .lead").first().waitFor();
}

describe.each([
  ["有 JavaScript", true],
  ["没有 JavaScript", false],
])("%s", (_, javaScriptEnabled) => {
  test("提问、追问、打开出处：标出的正是引文", async () => {
    const tab = await open(web.address, { javaScriptEnabled });
    const { page } = tab;
    await ask(page, "县司法局负责哪些任务");
    expect(await page.locator("article .lead").first().textContent()).toContain("29项");
    await page.getByLabel("接着上面的回答问").fill("那发改委呢");
    await page.getByRole("button", { name: "接着问" }).click();
    await page.locator(".before").waitFor();
    expect(await page.locator("article .lead").first().textContent()).toContain("县发改委");
    await ask(page, "行政复议由谁负责");
    const quote = (await page.locator("article blockquote").first().textContent())?.slice(1, -1);
    await page.locator("article .footnote a").first().click();
    await page.locator("#mark").waitFor();
    expect((await page.locator("mark").allTextContents()).join("")).toBe(quote);
    expect(
      await page.evaluate(
        "document.querySelector('#mark').getBoundingClientRect().top >= 0 && document.querySelector('#mark').getBoundingClientRect().top < innerHeight",
      ),
    ).toBe(true);
    tab.expectClean();
    await tab.close();
  });

  test("长辈版：字大了，换回来", async () => {
    const tab = await open(web.address, { javaScriptEnabled });
    const { page } = tab;
    const size = () => page.evaluate<number>("parseFloat(getComputedStyle(document.body).fontSize)");
    const before = await size();
    await page.getByRole("link", { name: "长辈版" }).click();
    await page.getByRole("link", { name: "普通版" }).waitFor();
    expect(await size()).toBeGreaterThan(before * 1.3);
    await ask(page, "行政复议由谁负责");
    expect(await page.locator(".lead .fact").allTextContents()).toEqual(["县政府办公室、", "县司法局。"]);
    await page.getByRole("link", { name: "普通版" }).click();
    await page.getByRole("link", { name: "长辈版" }).waitFor();
    expect(await page.locator(".lead .fact").count()).toBe(0);
    tab.expectClean();
    await tab.close();
  });
});

test("只用键盘：跳到正文，挑一条建议，打开出处", async () => {
  const tab = await open(web.address);
  const { page } = tab;
  const focused = () => page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id");
  await page.locator("body").press("Tab");
  const box = page.locator("#question");
  await box.focus();
  await box.pressSequentially("司法");
  await page.getByRole("option").first().waitFor();
  expect(await box.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("ArrowDown");
  expect(await page.locator('[role=option][aria-selected="true"]').textContent()).toContain("县司法局负责哪些任务");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("option").count()).toBe(0);
  await box.pressSequentially("局");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("article .lead").first().waitFor();
  expect(await page.locator("#asked").textContent()).toBe("县司法局负责哪些任务");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("跳到正文");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("main");
  for (let presses = 0; presses < 10 && !(await page.evaluate("document.activeElement.matches('.footnote a')")); presses += 1) await page.keyboard.press("Tab");
  expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
  await page.keyboard.press("Enter");
  await page.locator("#mark").waitFor();
  expect((await page.locator("mark").allTextContents()).join("")).toContain("县司法局");
  tab.expectClean();
  await tab.close();
});

describe.each([
  ["360 像素", { viewport: { width: 360, height: 740 } }, "large"],
  ["1440 像素，深色", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" as const }, "normal"],
])("%s", (_, options, looked) => {
  test.each([
    ["普通版", "normal"],
    ["长辈版", "large"],
  ])("%s：没有横向滚动，axe 没有严重问题，控制台没有错", async (_name, print) => {
    const tab = await open(web.address, options);
    await tab.page.context().addCookies([{ name: "print", value: print, url: web.address }]);
    for (const path of PATHS) {
      await tab.page.goto(web.address + path);
      const overflow = await tab.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      expect({ path, overflow, issues: print === looked ? await seriousIssues(tab.page) : [] }).toEqual({ path, overflow: 0, issues: [] });
    }
    tab.expectClean();
    await tab.close();
  });
});

test("打印：只有正文", async () => {
  const tab = await open(web.address);
  await ask(tab.page, "行政复议由谁负责");
  await tab.page.emulateMedia({ media: "print" });
  for (const hidden of ["header.site", "form.ask", ".ways"]) expect(await tab.page.locator(hidden).first().isVisible()).toBe(false);
  expect(await tab.page.locator("article .answer").isVisible()).toBe(true);
  await tab.close();
});
