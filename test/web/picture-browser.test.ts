import type { BrowserContextOptions } from "playwright-core";
import { expect, test as testAlways } from "vitest";
import { findBrowser, seriousIssues, useBrowser } from "./browser.ts";
import { createPictureCounties } from "./picture-county.ts";
import { createTestWeb } from "./server.ts";

// `test/say-what-is-missing.ts` says loudly that they are left out.
const test = testAlways.skipIf(findBrowser() === undefined);

const web = await createTestWeb(await createPictureCounties());
const open = await useBrowser();
const PLAN = "/picture?document=yunling-2021";
const UNIT = `${PLAN}&unit=${encodeURIComponent("县司法局")}`;
const TOGETHER = `/picture/together?document=yunling-2021&unit=${encodeURIComponent("县司法局")}&unit=${encodeURIComponent("县财政局")}`;

/** Which drawings the browser took, and how wide the page shows each of their pixels. */
const SHOWN = `Promise.all([...document.images].map(async (image) => {
  await image.decode();
  return { theme: new URL(image.currentSrc).searchParams.get("theme"), width: new URL(image.currentSrc).searchParams.get("width"), scale: image.clientWidth / image.naturalWidth };
}))`;

interface Shown {
  readonly theme: string;
  readonly width: string;
  readonly scale: number;
}

const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1440, height: 900 };

test.each<[string, BrowserContextOptions, string, Pick<Shown, "theme" | "width">]>([
  ["360 像素，亮", { viewport: NARROW }, "normal", { theme: "light", width: "narrow" }],
  ["360 像素，亮，大字", { viewport: NARROW }, "large", { theme: "light", width: "narrow" }],
  ["360 像素，暗", { viewport: NARROW, colorScheme: "dark" }, "normal", { theme: "dark", width: "narrow" }],
  ["1440 像素，亮", { viewport: WIDE }, "normal", { theme: "light", width: "wide" }],
  ["1440 像素，暗，大字", { viewport: WIDE, colorScheme: "dark" }, "large", { theme: "dark", width: "wide" }],
])("%s：图是那一种，画得出，字不缩小；没有横向滚动，axe 没有严重问题，控制台没有错", async (_, options, print, look) => {
  const tab = await open(web.address, options);
  await tab.page.context().addCookies([{ name: "print", value: print, url: web.address }]);
  for (const path of [PLAN, UNIT, TOGETHER]) {
    await tab.page.goto(web.address + path);
    for (const { scale, ...shown } of await tab.page.evaluate<readonly Shown[]>(SHOWN)) {
      expect({ path, ...shown }).toEqual({ path, ...look });
      expect(scale).toBeGreaterThan(0.95);
    }
    const overflow = await tab.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect({ path, overflow }).toEqual({ path, overflow: 0 });
    if (print === "large") expect({ path, issues: await seriousIssues(tab.page) }).toEqual({ path, issues: [] });
  }
  tab.expectClean();
  await tab.close();
});

test("没有 JavaScript：选单位、看图、点数字看是哪几项", async () => {
  const tab = await open(web.address, { javaScriptEnabled: false });
  const { page } = tab;
  await page.getByRole("link", { name: "图表" }).click();
  await page.locator("select[name=document]").selectOption("yunling-2021");
  await page.getByRole("button", { name: "看图" }).click();
  await page.locator("select[name=unit]").selectOption("县司法局");
  await page.getByRole("button", { name: "看图" }).click();
  expect(await page.getByRole("img").count()).toBe(2);
  await page.getByRole("row", { name: "县财政局" }).getByRole("link").click();
  expect(await page.locator("h1").textContent()).toBe("县司法局和县财政局共同的任务：2项");
  tab.expectClean();
  await tab.close();
});

test("图自己打开，也合乎策略", async () => {
  const tab = await open(web.address);
  await tab.page.goto(`${web.address}/picture/units.svg?document=yunling-2021&theme=dark`);
  expect(await tab.page.evaluate("getComputedStyle(document.querySelector('text')).fontSize")).toBe("14px");
  await tab.close();
});

test("打印：亮的图和表都在，导航和选择不在", async () => {
  const tab = await open(web.address, { colorScheme: "dark" });
  await tab.page.goto(web.address + PLAN);
  await tab.page.emulateMedia({ media: "print" });
  for (const hidden of ["header.site", "form.choice"]) expect(await tab.page.locator(hidden).isVisible()).toBe(false);
  for (const shown of [".chart img", ".figures"]) expect(await tab.page.locator(shown).first().isVisible()).toBe(true);
  await tab.page.waitForFunction("document.images[0].currentSrc.includes('theme=light') && document.images[0].complete");
  await tab.close();
});
