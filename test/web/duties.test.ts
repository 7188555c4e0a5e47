import { describe, expect, test } from "vitest";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { columnOf, readWorkbook } from "../workbook.ts";
import { linksIn, type PageElement, parsePage } from "./page-text.ts";
import { createTestWeb } from "./server.ts";

const seeds = await createSeedsAssistant();
const web = await createTestWeb({ ...seeds, clock: () => Date.parse("2026-11-22T09:00:00+08:00") });

/** 单位 → unit=… */
function path(parameters: Readonly<Record<string, string>> | readonly (readonly [string, string])[], ending = ""): string {
  const query = new URLSearchParams(Array.isArray(parameters) ? parameters : Object.entries(parameters)).toString();
  return `/duties${ending}${query === "" ? "" : `?${query}`}`;
}

async function pageAt(parameters: Parameters<typeof path>[0]): Promise<PageElement> {
  const { status, text } = await web.get(path(parameters));
  expect(status).toBe(200);
  return parsePage(text);
}

const textsIn = (page: PageElement, selector: string): readonly string[] => [...page.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
const foundIn = (page: PageElement): string => page.querySelector(".found")?.textContent ?? "";
const titlesIn = (page: PageElement): readonly string[] => textsIn(page, 'th[scope="row"] > a');

describe("任务台账", () => {
  test("导航里有“任务”；不筛选就是全部 40 项", async () => {
    const page = await pageAt({});
    expect(linksIn(page, "nav ul").get("任务")).toBe("/duties");
    expect(foundIn(page)).toBe("台账全部 40 项，出自 1 份文件。");
    expect(titlesIn(page)).toHaveLength(40);
  });

  test("每行通到任务的固定地址，单位通到单位的页，笼统点名的另列，不是链接", async () => {
    const page = await pageAt({ unit: "县统计局" });
    expect(titlesIn(page)).toEqual(["(二十五)发挥综合监督作用"]);
    expect(linksIn(page, 'th[scope="row"]').get("(二十五)发挥综合监督作用")).toBe("/d/xiping-2020#t25");
    expect(linksIn(page, ".units").get("县统计局")).toBe(`/u/${encodeURIComponent("县统计局")}`);
    expect(textsIn(page, ".units li.words")).toEqual(["笼统点名各有关部门乡镇人民政府"]);
    expect([...page.querySelectorAll(".units li.words a")]).toEqual([]);
  });

  test.each([
    ["单位", { unit: "县司法局" }, 29],
    ["单位的别的名称、错字", { unit: "司法局" }, 29],
    ["写错的单位", { unit: "县县场监管局" }, 2],
    ["几个单位，任何一个", { unit: "县统计局、县审计局" }, 2],
    ["角色", { unit: "县司法局", role: "responsible" }, 29],
    ["文件", { document: "xiping-2020" }, 40],
    ["没有任务的文件", { document: "nanchang-2019" }, 0],
    ["词", { words: "行政复议" }, 2],
    ["每季度", { obligation: "quarterly" }, 3],
    ["一段时间里到期", { from: "2020-07-01", to: "2020-09-30" }, 3],
  ])("筛选：%s", async (_, parameters, count) => expect(foundIn(await pageAt(parameters))).toMatch(new RegExp(`^共 ${count} 项[，；]`, "u")));

  test("几个 unit 参数也是任何一个；各有一个链接去掉它", async () => {
    const page = await pageAt([
      ["unit", "县统计局"],
      ["unit", "县审计局"],
    ]);
    const links = [...page.querySelectorAll(".conditions a")].map((link) => [link.getAttribute("aria-label"), link.getAttribute("href")]);
    expect(links).toEqual([
      ["去掉“单位：县统计局”", path({ unit: "县审计局" })],
      ["去掉“单位：县审计局”", path({ unit: "县统计局" })],
      [null, "/duties"],
    ]);
  });

  test("部分：选了文件才有得选", async () => {
    expect((await pageAt({})).querySelector("#section")).toBeNull();
    const page = await pageAt({ document: "xiping-2020" });
    const [second] = [...page.querySelectorAll("#section option")].slice(2);
    expect(second?.textContent).toMatch(/^二、/u);
    const part = await pageAt({ document: "xiping-2020", section: second?.getAttribute("value") ?? "" });
    expect(foundIn(part)).toMatch(/^共 \d 项/u);
    expect(new Set(textsIn(part, "td .words").filter((words) => words.startsWith("二、")))).toEqual(new Set([second?.textContent]));
  });

  test("按时限排列，表头写明；再点一次倒过来", async () => {
    const page = await pageAt({ document: "xiping-2020", sort: "deadline" });
    const sorted = page.querySelector("[aria-sort]");
    expect([sorted?.getAttribute("aria-sort"), sorted?.querySelector("a")?.getAttribute("aria-label")]).toEqual(["ascending", "时限，按它倒序排列"]);
    expect(sorted?.querySelector("a")?.getAttribute("href")).toBe("/duties?document=xiping-2020&sort=deadline&order=desc#found");
    const down = await pageAt({ document: "xiping-2020", sort: "deadline", order: "desc" });
    expect(down.querySelector("[aria-sort]")?.getAttribute("aria-sort")).toBe("descending");
    expect(titlesIn(down)).not.toEqual(titlesIn(page));
  });

  test("按单位分组：每组写几项，一项任务在它的每个单位下面；50 行一页，组接着写（续）", async () => {
    const page = await pageAt({ group: "unit" });
    expect(foundIn(page)).toMatch(/分组后共 \d+ 行：一项任务属于几组，就列几次。$/u);
    expect(titlesIn(page)).toHaveLength(50);
    const next = page.querySelector('.paging a[rel="next"]')?.getAttribute("href") ?? "";
    const second = parsePage((await web.get(next.replace(/#.*/u, ""))).text);
    const headings = [...textsIn(page, ".group-heading"), ...textsIn(second, ".group-heading")];
    expect(headings.every((heading) => /（\d+ 项）(?:（续）)?$/u.test(heading))).toBe(true);
    expect(textsIn(second, ".group-heading")[0]).toMatch(/（续）$/u);
  });

  test("表格有标题、行头列头，表单每一项有名称", async () => {
    const page = await pageAt({ group: "section" });
    expect(textsIn(page, "caption")).toEqual(["第 1–40 行，共 40 行"]);
    expect([...page.querySelectorAll("thead th")].map((cell) => cell.getAttribute("scope"))).toEqual(["col", "col", "col", "col"]);
    expect(page.querySelector(".group-heading th")?.getAttribute("scope")).toBe("rowgroup");
    const fields = [...page.querySelectorAll(".filters input, .filters select")].map((field) => field.getAttribute("id"));
    expect([...page.querySelectorAll(".filters label")].map((label) => label.getAttribute("for"))).toEqual(fields);
  });

  test("常用的时限：文件写明时限的那一年", async () => {
    const links = linksIn(await pageAt({}), ".quick");
    expect(links.get("2020年上半年")).toBe("/duties?from=2020-01-01&to=2020-06-30");
    expect([...links.keys()]).toEqual(["2020年上半年", "2020年下半年", "2020年底前"]);
  });

  test("打印用的全表：没有表单，全部的行", async () => {
    const page = await pageAt({ group: "unit", print: "1" });
    expect(page.querySelector("form")).toBeNull();
    expect(titlesIn(page).length).toBeGreaterThan(50);
    expect(linksIn(page, ".ways").get("回到可以筛选的台账")).toBe("/duties?group=unit");
  });

  test("表单没有填的不留在地址里", async () => {
    const { status, headers } = await web.get("/duties?unit=%E5%8E%BF%E5%8F%B8%E6%B3%95%E5%B1%80&words=&role=&sort=&page=");
    expect([status, headers["location"]]).toEqual([303, "/duties?unit=%E5%8E%BF%E5%8F%B8%E6%B3%95%E5%B1%80"]);
  });
});

describe("不对的参数：一句话，别的照样", () => {
  test.each<[string, Readonly<Record<string, string>>, string, RegExp]>([
    ["没有的文件", { document: "no-such" }, "没有编号为“no-such”的文件", /^共 0 项/u],
    ["认不出的单位", { unit: "火星人" }, "没有认出单位“火星人”", /^共 0 项/u],
    ["几个单位都可能", { unit: "办公室" }, "“办公室”可能是几个单位", /^共 0 项/u],
    ["读不懂的日期", { from: "2020-13-45" }, "日期“2020-13-45”读不懂", /^台账全部 40 项/u],
    ["写反了的日期", { from: "2020-12-31", to: "2020-07-01" }, "已经对调", /^共 [1-9]/u],
    ["没有的角色", { role: "boss" }, "“角色”里没有“boss”", /^台账全部 40 项/u],
    ["没有的要求", { obligation: "x" }, "“要求”里没有“x”", /^台账全部 40 项/u],
    ["没有的排列", { sort: "x", order: "y", group: "z" }, "“排列”里没有“x”", /^台账全部 40 项/u],
    ["没有的部分", { document: "xiping-2020", section: "99999" }, "“部分”不在这份文件里", /^共 40 项/u],
    ["太长的词", { words: "长".repeat(300) }, "太长了", /^共 0 项/u],
  ])("%s", async (_, parameters, sentence, found) => {
    const page = await pageAt(parameters);
    expect(textsIn(page, ".warning").join()).toContain(sentence);
    expect(foundIn(page)).toMatch(found);
  });

  test("页数太大就是最后一页，不是数就是第一页", async () => {
    expect((await pageAt({ group: "unit", page: "999999" })).querySelector('.paging a[rel="next"]')).toBeNull();
    expect(textsIn(await pageAt({ group: "unit", page: "二" }), "caption")[0]).toMatch(/^第 1–50 行/u);
    expect(textsIn(await pageAt({ page: "1e999" }), "caption")).toEqual(["第 1–40 行，共 40 行"]);
  });

  test("没有结果：说明去掉哪个条件有几项", async () => {
    const links = linksIn(await pageAt({ unit: "县司法局", role: "lead" }), ".loosen");
    expect([...links]).toEqual([
      ["去掉“单位：县司法局”：0 项", "/duties?role=lead"],
      ["去掉“角色：牵头”：29 项", path({ unit: "县司法局" })],
    ]);
  });

  test("可能是几个单位的，给出各自的链接", async () => {
    const page = await pageAt({ unit: "办公室", words: "复议" });
    expect(linksIn(page, ".warning").get("县政府办公室")).toBe(
      path([
        ["unit", "县政府办公室"],
        ["words", "复议"],
      ]),
    );
  });

  test.each(["<script>alert(1)</script>", "'\"><img src=x>", "\u202e\ufeff", "=cmd|' /C calc'!A0", "%00", "a".repeat(3000)])("%j 只是文字", async (words) => {
    const { status, text } = await web.get(path({ unit: words, words, document: words, from: words, role: words, page: words, section: words, print: words }));
    expect([200, 400]).toContain(status);
    expect(text).not.toContain("<script>alert");
    expect(text).not.toContain("<img");
  });
});

describe("导出", () => {
  const UNIT = { unit: "县司法局", sort: "title" };

  test("xlsx：行和页上的一样，文件名是中文，另一张表写明筛选", async () => {
    const response = await web.get(path(UNIT, ".xlsx"));
    expect(response.headers).toMatchObject({
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="duties.xlsx"; filename*=UTF-8''${encodeURIComponent("任务台账-县司法局-2026-11-22.xlsx")}`,
      "cache-control": "private, no-store",
    });
    const workbook = await readWorkbook(response.bytes);
    const [titles, labels] = [columnOf(workbook, "任务"), columnOf(workbook, "编号")];
    expect(titles.map((title, index) => `${labels[index]}${title}`)).toEqual(titlesIn(await pageAt(UNIT)));
    expect(workbook.worksheets[1]?.getColumn(2).values).toContain("单位：县司法局");
    expect(workbook.worksheets[0]?.autoFilter).toMatch(/^A1:[A-Z]+30$/u);
  });

  test("全部的行，不只一页；分组的多一列", async () => {
    const workbook = await readWorkbook((await web.get(path({ group: "unit", page: "2" }, ".xlsx"))).bytes);
    const shown = Number(/共 (?<rows>\d+) 行/u.exec(foundIn(await pageAt({ group: "unit" })))?.groups?.["rows"]);
    expect(columnOf(workbook, "分组")).toHaveLength(shown);
  });

  test("csv：UTF-8 带 BOM，行尾 CRLF，各行与 xlsx 相同", async () => {
    const response = await web.get(path(UNIT, ".csv"));
    expect(response.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(response.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(response.text.split("\r\n").filter((line) => line.startsWith("xiping-2020,"))).toHaveLength(29);
    expect(response.text.replace(/"[^"]*"/gu, "").replaceAll("\r\n", "")).not.toContain("\n");
  });

  test.each(['a"; filename="evil.exe', "a\r\nX-Evil: 1", "../../etc/passwd", "a".repeat(500), "\ud800"])("单位名 %j 不会改动响应头", async (unit) => {
    const { status, headers } = await web.get(path({ unit }, ".xlsx"));
    expect(status).toBe(200);
    expect(headers["x-evil"]).toBeUndefined();
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="duties\.xlsx"; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/u);
  });

  test("没有任务也是一张有表头的表", async () => {
    const workbook = await readWorkbook((await web.get(path({ words: "没有这句话" }, ".xlsx"))).bytes);
    expect(columnOf(workbook, "任务")).toEqual([]);
    expect(workbook.worksheets[1]?.getColumn(2).values).toContain("写到：没有这句话");
  });
});
