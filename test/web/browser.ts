import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, expect } from "vitest";

const PLACES = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A page of a real browser that notes what must not happen. */
export interface Tab {
  readonly page: Page;
  /** Fails where the page complained, or asked another host. */
  expectClean(): void;
  close(): Promise<void>;
}

/** Where the browser is; undefined where there is none. */
export function findBrowser(): string | undefined {
  return PLACES.find((place) => place !== undefined && existsSync(place));
}

/** A browser for the tests of a file, which leaves them out where `findBrowser` finds none. */
export async function useBrowser(): Promise<(address: string, options?: BrowserContextOptions) => Promise<Tab>> {
  const executablePath = findBrowser();
  if (executablePath === undefined) return () => Promise.reject(new Error("There is no Chromium."));
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  afterAll(() => browser.close());
  return async (address, options = {}) => {
    const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== address && !request.url().startsWith("data:")) complaints.push(`asked ${request.url()}`);
    });
    await page.goto(address);
    return { page, expectClean: () => expect(complaints).toEqual([]), close: () => context.close() };
  };
}

/** What axe-core finds serious. */
export async function seriousIssues(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate("axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)");
  return (violations as axe.Result[])
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
