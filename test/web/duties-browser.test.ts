import { readFile } from "node:fs/promises";
import { describe as describeAlways, expect, test as testAlways } from "vitest";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { columnOf, readWorkbook } from "../workbook.ts";
import { findBrowser, seriousIssues, useBrowser } from "./browser.ts";
import { createTestWeb } from "./server.ts";

// `test/say-what-is-missing.ts` says loudly that they are left out.
const isThere = findBrowser() !== undefined;
const describe = describeAlways.skipIf(!isThere);
const test = testAlways.skipIf(!isThere);

const seeds = await createSeedsAssistant();
const web = await createTestWeb(seeds);
const open = await useBrowser();
const UNIT = `/duties?unit=${encodeURIComponent("县司法局")}`;

describe.each([
  ["有 JavaScript", true],
  ["没有 JavaScript", false],
])("%s", (_, javaScriptEnabled) => {
  test("筛选、排列、去掉条件、导出：存下来的表就是看到的行", async () => {
    const tab = await open(web.address, { javaScriptEnabled, acceptDownloads: true });
    const { page } = tab;
    await page.getByRole("link", { name: "任务", exact: true }).click();
    await page.getByLabel("单位", { exact: true }).fill("司法局");
    await page.getByText("更多条件").click();
    await page.getByLabel("分组").selectOption("按部分");
    await page.getByRole("button", { name: "查找" }).click();
    await page.getByText("共 29 项").waitFor();
    expect(new URL(page.url()).search).toBe(`?unit=${encodeURIComponent("司法局")}&group=section`);
    await page.getByRole("link", { name: "任务，按它正序排列" }).click();
    await page.locator('th[aria-sort="ascending"]').waitFor();
    expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain("任务");
    const shown = await page.locator('th[scope="row"] > a').allTextContents();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "导出表格（xlsx）" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^任务台账-县司法局-\d{4}-\d{2}-\d{2}\.xlsx$/u);
    const saved = columnOf(await readWorkbook(await readFile(await download.path())), "任务");
    expect(saved).toHaveLength(29);
    expect(shown.map((words) => words.replace(/^\([^)]*\)/u, ""))).toEqual(saved);
    await page.getByRole("link", { name: "去掉“单位：县司法局”" }).click();
    await page.getByText("台账全部 40 项").waitFor();
    await page.locator('th[scope="row"] > a').first().click();
    await page.waitForURL(/\/d\/xiping-2020#t\d+$/u);
    tab.expectClean();
    await tab.close();
  });
});

test("只用键盘：写单位，回车，到结果，打开任务", async () => {
  const tab = await open(`${web.address}`);
  const { page } = tab;
  await page.goto(`${web.address}/duties`);
  await page.getByLabel("单位", { exact: true }).focus();
  await page.keyboard.type("县统计局");
  await page.keyboard.press("Enter");
  await page.getByText("共 1 项").waitFor();
  expect(new URL(page.url()).hash).toBe("#found");
  for (let presses = 0; presses < 20 && !(await page.evaluate("document.activeElement.matches('th[scope=row] a')")); presses += 1)
    await page.keyboard.press("Tab");
  expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#t25$/u);
  tab.expectClean();
  await tab.close();
});

describe.each([
  ["360 像素", { viewport: { width: 360, height: 740 } }, [true, true], "large"],
  ["1440 像素，深色", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" as const }, [false, true], "normal"],
])("%s", (_, options, areCards, looked) => {
  test("没有横向滚动，axe 没有严重问题；窄的和长辈版是卡片", async () => {
    const tab = await open(web.address, options);
    for (const [index, print] of ["normal", "large"].entries()) {
      await tab.page.context().addCookies([{ name: "print", value: print, url: web.address }]);
      for (const path of [`${UNIT}&group=month`, "/duties?document=xiping-2020&sort=deadline", "/duties?words=xyz&role=lead", `${UNIT}&print=1`]) {
        await tab.page.goto(web.address + path);
        const where = `${path} ${print}`;
        const overflow = await tab.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        expect({ where, overflow }).toEqual({ where, overflow: 0 });
        if (print === looked) expect({ where, issues: await seriousIssues(tab.page) }).toEqual({ where, issues: [] });
      }
      expect(await tab.page.evaluate("getComputedStyle(document.querySelector('.duties tr:last-child td')).display === 'block'")).toBe(areCards[index]);
    }
    tab.expectClean();
    await tab.close();
  });
});

test("打印：只有表，没有表单和链接栏", async () => {
  const tab = await open(web.address);
  await tab.page.goto(`${web.address}${UNIT}&print=1`);
  await tab.page.emulateMedia({ media: "print" });
  for (const hidden of ["header.site", ".ways"]) expect(await tab.page.locator(hidden).first().isVisible()).toBe(false);
  expect(await tab.page.locator("table.duties tbody tr").count()).toBe(29);
  expect(await tab.page.evaluate("getComputedStyle(document.querySelector('.duties td')).display")).toBe("table-cell");
  await tab.close();
});
