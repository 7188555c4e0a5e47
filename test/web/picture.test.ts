import { describe, expect, test } from "vitest";
import { findDuties } from "../../src/app/duties/find-duties.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { type PageElement, parsePage } from "./page-text.ts";
import { createPictureCounties } from "./picture-county.ts";
import { createTestWeb, type TestWeb } from "./server.ts";

const sites = { 随程序的文件: await createSeedsAssistant(), 几个县: await createPictureCounties() };
const webs: Readonly<Record<keyof typeof sites, TestWeb>> = {
  随程序的文件: await createTestWeb(sites.随程序的文件),
  几个县: await createTestWeb(sites.几个县),
};
const counties = webs.几个县;
const PLAN = "/picture?document=yunling-2021";
const unit = (name: string): string => `&unit=${encodeURIComponent(name)}`;

async function pageAt(web: TestWeb, path: string): Promise<PageElement> {
  const { status, text } = await web.get(path);
  expect([path, status]).toEqual([path, 200]);
  const body = parsePage(text).querySelector("body");
  if (body === null) throw new Error("a page has a body");
  return body;
}

/** How many tasks the page behind a number says that there are, and lists. */
async function countAt(web: TestWeb, href: string): Promise<string> {
  const page = await pageAt(web, href);
  if (!href.startsWith("/picture/together")) return /^共 (?<count>\d+) 项/u.exec(page.querySelector("#found")?.textContent ?? "")?.groups?.["count"] ?? "";
  const listed = [...page.querySelectorAll(".cards li")].length;
  expect(page.querySelector("h1")?.textContent).toContain(`：${listed}项`);
  return String(listed);
}

const rowsOf = (section: PageElement | null): readonly (readonly PageElement[])[] =>
  [...(section?.querySelectorAll("tbody tr") ?? [])].map((row) => [...row.querySelectorAll("th, td")]);
const textOf = (element: PageElement | undefined): string => element?.textContent.trim() ?? "";
const hrefOf = (element: PageElement | undefined): string | undefined => element?.querySelector("a")?.getAttribute("href") ?? undefined;

async function svgTexts(web: TestWeb, section: PageElement | null): Promise<readonly string[]> {
  const { status, headers, text } = await web.get(section?.querySelector("img")?.getAttribute("src") ?? "");
  expect([status, headers["content-type"]]).toEqual([200, "image/svg+xml"]);
  return [...text.matchAll(/<text [^>]*>(?<words>[^<]*)</gu)].map(({ groups }) => groups?.["words"] ?? "");
}

const SUBJECTS: readonly (readonly [keyof typeof sites, string])[] = [
  ["随程序的文件", "/picture"],
  ["随程序的文件", `/picture?document=xiping-2020${unit("县司法局")}`],
  ["随程序的文件", `/picture?document=xiping-2020${unit("县政府办公室")}`],
  ["几个县", PLAN],
  ["几个县", `${PLAN}&year=2022`],
  ["几个县", PLAN + unit("司法局")],
  ["几个县", PLAN + unit("谭店乡")],
  ["几个县", "/picture?document=qingxi-2021"],
];

describe.each(SUBJECTS)("%s %s：图里的数 = 表里的数 = 台账里数得到的", (site, path) => {
  const web = webs[site];

  test("每个数点开，台账里正是那么多项", async () => {
    const links = [...(await pageAt(web, path)).querySelectorAll(".figures td a, dl.facts a")];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const href = link.getAttribute("href") ?? "";
      expect([href, textOf(link)]).toEqual([href, await countAt(web, href)]);
    }
  });

  test("图和表的数一样", async () => {
    const page = await pageAt(web, path);
    for (const section of page.querySelectorAll("section.picture")) {
      if (section.querySelector("img") === null) continue;
      const drawn = await svgTexts(web, section);
      const rows = rowsOf(section);
      const isGrid = section.querySelector("table.grid") !== null;
      const isMonths = section.getAttribute("aria-labelledby") === "months-heading";
      const figures = isGrid
        ? rows.flatMap((row) => row.slice(1).map(textOf)).filter((text) => text !== "—")
        : rows.map((row) => {
            const [total = "", ...parts] = row.slice(1, isMonths ? -1 : undefined).map(textOf);
            return parts.length > 0 && total !== "0" ? `${total}（${parts.join("+")}）` : total;
          });
      expect(drawn.filter((text) => /^\d+(?:（[\d+]+）)?$/u.test(text)).slice(isGrid ? -figures.length : 0)).toEqual(figures.slice(0, isGrid ? undefined : 15));
      const names = rows.map(([name]) => textOf(name));
      for (const name of names.slice(0, 15)) expect(drawn.join("").replaceAll(" ", "")).toContain(name.replaceAll(/\s/gu, ""));
    }
  });

  test("按月的任务和没有日子的任务，合起来一项不少", async () => {
    const corpus = await sites[site].assistant.corpus();
    const page = await pageAt(web, path);
    const note = page.querySelector('section[aria-labelledby="months-heading"]')?.textContent ?? "";
    const sum = (pattern: RegExp): number => [...note.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
    expect(sum(/共(\d+)项任务/gu)).toBe(sum(/年到期的(\d+)项/gu) + sum(/别的年份到期的(\d+)项/gu) + sum(/没有写明到期日子的(\d+)项/gu));
    const [document, name] = [page.querySelector("option[selected]")?.getAttribute("value") ?? "", page.querySelector("dl.facts dt")?.textContent];
    const units = name == null ? [] : [name.replace("的任务", "")];
    expect(findDuties(corpus, { document, units })).toHaveLength(sum(/共(\d+)项任务/gu));
  });
});

describe("选文件和单位", () => {
  test("不写文件：最新的、管用的那一份", async () => {
    expect((await pageAt(counties, "/picture")).querySelector("option[selected]")?.getAttribute("value")).toBe("qingxi-2021");
    expect((await pageAt(webs.随程序的文件, "/picture")).textContent).toContain("西平县2020年度法治政府建设工作安排");
  });

  test("有任务的文件都能选，管用的在前；报告不在里面", async () => {
    const options = [...(await pageAt(counties, PLAN)).querySelectorAll('select[name="document"] option')].map((option) => option.getAttribute("value"));
    expect(options).toEqual(["qingxi-2021", "yunling-2021", "qingxi-2019", "yunling-2020"]);
  });

  test("一个单位：它的任务、一起的单位、它的期限；角色分开", async () => {
    const page = await pageAt(counties, PLAN + unit("云岭县司法局"));
    expect(page.querySelector('select[name="unit"] option[selected]')?.getAttribute("value")).toBe("县司法局");
    expect(page.querySelector("dl.facts")?.textContent.replaceAll(/\s/gu, "")).toBe("县司法局的任务3其中牵头1其中责任1其中配合2");
    expect([...page.querySelectorAll("section.picture h2")].map(textOf)).toEqual(["县司法局与哪些单位有共同的任务", "县司法局2021年各月的期限"]);
  });

  test("一项任务给一家单位两种角色：两处都数，总数只数一次，并且说明", async () => {
    const page = await pageAt(counties, PLAN);
    const [first] = rowsOf(page.querySelector("section.picture"));
    expect(first?.map(textOf)).toEqual(["县司法局", "3", "1", "1", "2"]);
    expect(page.textContent).toContain("两处都数，总数只数一次");
  });

  test("别的年份有链接", async () => {
    const href = (await pageAt(counties, PLAN)).querySelector(".ways a");
    expect([textOf(href ?? undefined), href?.getAttribute("href")]).toEqual(["2022年（1项）", "/picture?document=yunling-2021&year=2022#months-heading"]);
  });

  test("共同的任务：数字点开，就是那几项，各到原文", async () => {
    const page = await pageAt(counties, PLAN);
    const row = rowsOf(page.querySelector('section[aria-labelledby="shared-heading"]')).find(([name]) => textOf(name).endsWith("县司法局"));
    const linked = row?.map(hrefOf).find((href) => href?.includes(encodeURIComponent("县财政局")));
    const together = await pageAt(counties, linked ?? "");
    expect(together.querySelector("h1")?.textContent).toBe("县司法局和县财政局共同的任务：2项");
    expect([...together.querySelectorAll(".cards a")].map((link) => link.getAttribute("href"))).toEqual(["/d/yunling-2021#t1", "/d/yunling-2021#t2"]);
  });
});

describe("没有可以画的", () => {
  test.each([
    ["没有责任分工的文件", "/picture?document=baita-2020", "《白塔县2020年法治政府建设年度报告》没有责任分工"],
    ["没有点名单位，也没有日子", "/picture?document=qingxi-2019", "都没有点名单位"],
    ["没有写明日子", "/picture?document=qingxi-2019", "都没有写明到期的日子"],
    ["文件没有点名的单位", PLAN + unit("县水利局"), "没有点名「县水利局」"],
    ["别的县的单位", PLAN + unit("青溪区司法局"), "没有点名「青溪区司法局」"],
    ["不是单位", PLAN + unit("<script>alert(1)</script>"), "没有点名「<script>alert(1)</script>」"],
  ])("%s：一句话说明", async (_, path, sentence) => {
    const page = await pageAt(counties, path);
    expect(page.textContent).toContain(sentence);
    expect(page.querySelector("main script")).toBeNull();
  });

  test.each([
    ["没有的文件", "/picture?document=none", 404, "没有这个编号的文件"],
    ["年份不对", `${PLAN}&year=${encodeURIComponent("二〇二一")}`, 400, "四位数字"],
    ["没有的图", "/picture/none.svg?document=yunling-2021", 404, "没有这张图"],
    ["没有可以画的图", "/picture/units.svg?document=baita-2020", 404, "没有这张图"],
    ["没有点名的单位的图", `/picture/months.svg?document=yunling-2021${unit("县水利局")}`, 404, "没有这张图"],
    ["没有的文件的图", "/picture/units.svg?document=none", 404, "没有这个编号的文件"],
    ["共同的任务缺一家单位", `/picture/together?document=yunling-2021${unit("县司法局")}`, 404, "两家单位"],
    ["共同的任务是同一家", `/picture/together?document=yunling-2021${unit("县司法局")}${unit("司法局")}`, 404, "两家单位"],
    ["出不了目录", "/picture/..%2f..%2fpackage.json", 404, "没有这个地址"],
  ])("%s → %s", async (_, path, status, sentence) => {
    const response = await counties.get(path);
    expect([response.status, parsePage(response.text).querySelector("main")?.textContent]).toEqual([status, expect.stringContaining(sentence)]);
  });
});

describe("图的地址", () => {
  const FILE = "/picture/units.svg?document=yunling-2021";

  test("亮的、暗的、宽的、窄的、大字的，各有各的样子；认不得的写法按通常的", async () => {
    const looks = ["", "&theme=dark", "&width=narrow", "&print=large", "&theme=dark&width=narrow&print=large"];
    const drawn = await Promise.all(looks.map(async (look) => (await counties.get(FILE + look)).text));
    expect(new Set(drawn).size).toBe(looks.length);
    expect((await counties.get(`${FILE}&theme=pink&width=0`)).text).toBe(drawn[0]);
  });

  test("浏览器有的不再发；压缩过；策略照旧", async () => {
    const { headers } = await counties.get(FILE, { "accept-encoding": "br" });
    expect(headers).toMatchObject({ "content-encoding": "br", "cache-control": "private, no-cache" });
    expect(headers["content-security-policy"]).toContain("style-src 'self'");
    expect((await counties.get(FILE, { "if-none-match": String(headers["etag"]) })).status).toBe(304);
  });

  test("页面上每个图都有四种，写明尺寸和替代的文字；表有名称和行列的头", async () => {
    const page = await pageAt(counties, PLAN);
    for (const section of page.querySelectorAll("section.picture")) {
      const sources = [...section.querySelectorAll("source")];
      expect(sources).toHaveLength(3);
      expect(section.querySelector("img")?.getAttribute("alt")).toMatch(/图下的表/u);
      for (const image of [...sources, ...section.querySelectorAll("img")]) {
        const svg = (await counties.get(image.getAttribute("srcset") ?? image.getAttribute("src") ?? "")).text;
        expect(svg).toContain(`width="${image.getAttribute("width")}" height="${image.getAttribute("height")}"`);
      }
      expect(section.querySelector("caption")?.textContent).not.toBe("");
      expect([...section.querySelectorAll("thead th")].every((head) => head.getAttribute("scope") === "col")).toBe(true);
      expect([...section.querySelectorAll("tbody tr th")].every((head) => head.getAttribute("scope") === "row")).toBe(true);
    }
  });
});
