import { describe, expect, test } from "vitest";
import { documentPath } from "../../src/adapters/web/view/links.ts";
import { createSeedsAssistant, createTestAssistant } from "../questions/assistant.ts";
import { answerAt, followUp, linksIn, parsePage } from "./page-text.ts";
import { createTestWeb } from "./server.ts";

const seeds = await createSeedsAssistant();
const web = await createTestWeb(seeds);
const askPath = (question: string): string => `/ask?q=${encodeURIComponent(question)}`;
const plan = seeds.stored.documents.find(({ id }) => id === "xiping-2020");
if (!plan) throw new Error("the seeds hold the plan");

describe("提问", () => {
  test("首页：一个框、几个问题，每个都答得上", async () => {
    const { status, text } = await web.get("/");
    expect(status).toBe(200);
    const page = parsePage(text);
    expect(page.querySelector("form.ask input[name=q]")).not.toBeNull();
    const examples = linksIn(page, ".examples");
    expect(examples.size).toBeGreaterThan(3);
    for (const path of examples.values()) {
      const shown = (await answerAt(web, path)).page.querySelector(".answer");
      expect(["not_found", "ignore", "clarify"]).not.toContain(shown?.getAttribute("data-behaviour"));
    }
  });

  test("没有问题：回首页", async () => {
    expect(await web.get("/ask?q=%20%20")).toMatchObject({ status: 303, headers: { location: "/" } });
  });

  test("追问：前一问留下编号，地址可以转发；再追问接着走", async () => {
    const first = await answerAt(web, askPath("县司法局负责哪些任务"));
    const second = await followUp(web, first.page, "只看每季度的");
    expect(second).toMatch(/^\/ask\?q=[^&]+&after=[A-Za-z0-9]{1,12}$/u);
    const shown = await answerAt(web, second);
    expect(shown.lines[0]).toContain("2项");
    expect(shown.page.querySelector(".before")?.textContent).toContain("县司法局负责哪些任务");
    const third = await answerAt(web, await followUp(web, shown.page, "第二个详细说说"));
    expect(third.lines.join("\n")).toContain("责任单位");
    const again = await answerAt(web, linksIn(third.page, ".before").get("只看每季度的") ?? "");
    expect(again.lines).toEqual(shown.lines);
    const onward = await answerAt(web, await followUpOfTurn(again.page));
    expect(onward.lines).toEqual(third.lines);
  });

  /** The page of a stored question names it by its id. */
  const followUpOfTurn = (page: Parameters<typeof followUp>[1]) => followUp(web, page, "第二个详细说说");

  test("要接着的那一问已不保存：按新问题回答，并说明", async () => {
    const { page, lines } = await answerAt(web, `${askPath("行政复议由谁负责")}&after=gone12345`);
    expect(page.querySelector(".before")?.textContent).toContain("不再保存");
    expect(lines[0]).toContain("县政府办公室");
    expect((await web.get("/ask?turn=gone12345")).status).toBe(404);
  });

  test("怎么查的：在回答下面，写明核对", async () => {
    const { page } = await answerAt(web, askPath("县司法局负责哪些任务"));
    const path = linksIn(page, ".ways").get("怎么查的") ?? "";
    const { text } = await web.get(path.replace(/#.*$/u, ""));
    expect(parsePage(text).querySelector("#how")?.textContent).toContain("列出29项 = 台账29项");
  });

  test("其他年份：另一份工作安排里的，列在下面", async () => {
    const years = await createTestWeb(await createTestAssistant(() => twoYears));
    const { page } = await answerAt(years, askPath("县水利局负责哪些任务"));
    const [, path = ""] = [...linksIn(page, ".ways")].find(([words]) => words.startsWith("其他年份")) ?? [];
    const { text } = await years.get(path.replace(/#.*$/u, ""));
    expect(parsePage(text).querySelector("#years")?.textContent).toContain("修好旧水渠");
  });

  test("长的回答分页，页码有界", async () => {
    const long = await createTestWeb(await createTestAssistant(() => longPlan));
    const { page, lines } = await answerAt(long, askPath("县水利局负责哪些任务"));
    expect(page.querySelector(".paging")?.textContent).toContain("第 1 页");
    expect(lines.filter((line) => /^\d+\. /u.test(line))).toHaveLength(200);
    const last = await answerAt(long, `${askPath("县水利局负责哪些任务")}&page=999`);
    expect(last.lines.some((line) => line.startsWith("200. "))).toBe(true);
  });

  test("问题和文件里的标记只是文字", async () => {
    const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>县司法局负责哪些任务';
    const { text } = await web.get(askPath(hostile));
    expect(text).not.toContain("<script>alert");
    expect(text).not.toContain("<img");
    const imported = await createTestWeb(await createTestAssistant(() => hostilePlan));
    for (const path of ["/", "/documents", "/d/hostile", askPath("县水利局负责哪些任务"), askPath("第1项是什么")]) {
      expect((await imported.get(path)).text).not.toMatch(/<script>|<img|onerror=alert\(1\)>/u);
    }
  });
});

describe("出处", () => {
  test("每个出处打开就是原文那一段，一字不差", async () => {
    for (const question of ["县司法局负责哪些任务", "行政复议由谁负责", "培训了多少法律明白人", "权责清单怎么管理"]) {
      const { answer } = await seeds.assistant.ask(question, null);
      const { page } = await answerAt(web, askPath(question));
      const links = [...page.querySelectorAll(".sources a")].map((link) => link.getAttribute("href") ?? "");
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) {
        expect(link).toMatch(/#mark$/u);
        const { text } = await web.get(link.replace(/#.*$/u, ""));
        const marked = [...parsePage(text).querySelectorAll("mark")].map(({ textContent }) => textContent).join("");
        expect(answer.citations.map(({ quote }) => quote)).toContain(marked);
      }
    }
  });

  test("文件前面加了字，旧地址还是标出同一段；那一段没有了，就说没有", async () => {
    const link = documentPath("xiping-2020", { start: 1664, end: 1731, quote: plan.source.slice(1664, 1731) });
    const moved = link.replace("from=1664&to=1731", "from=1600&to=1667").replace(/#.*$/u, "");
    const { text } = await web.get(moved);
    expect([...parsePage(text).querySelectorAll("mark")].map(({ textContent }) => textContent).join("")).toBe(plan.source.slice(1664, 1731));
    const gone = await web.get(moved.replace(/is=[0-9a-z]+/u, "is=00000000000000"));
    expect(parsePage(gone.text).querySelector(".warning")?.textContent).toContain("不在这份文件里");
  });

  test("没有这一段：全文照样打开，并说明", async () => {
    for (const query of ["from=1&to=99999999", "from=9&to=3", "from=-1&to=3", "from=a&to=b", "from=5"]) {
      const { status, text } = await web.get(`/d/xiping-2020?${query}`);
      expect(status).toBe(200);
      expect(parsePage(text).querySelector(".warning")?.textContent).toContain("不在这份文件里");
      expect(text).not.toContain("<mark");
    }
  });
});

describe("文件", () => {
  test("正文就是存下的原文，到最后一个字", async () => {
    for (const { id, source } of seeds.stored.documents) {
      const { text } = await web.get(`/d/${id}`);
      expect(parsePage(text).querySelector(".source")?.textContent).toBe(source);
    }
  });

  test("每项任务有固定地址，目录通到那里", async () => {
    const page = parsePage((await web.get("/d/xiping-2020")).text);
    for (let ordinal = 1; ordinal <= 40; ordinal += 1) expect(page.querySelector(`#t${ordinal}`)).not.toBeNull();
    const targets = [...page.querySelectorAll("aside nav a")].map((link) => link.getAttribute("href") ?? "");
    expect(targets).toContain("#t21");
    for (const target of targets) expect(page.querySelector(target)).not.toBeNull();
  });

  test("错漏照原样，旁边写明错在哪里", async () => {
    const page = parsePage((await web.get("/d/xiping-2020")).text);
    expect([...page.querySelectorAll(".source .slip")].map(({ textContent }) => textContent)).toContain("县县场监管局");
    const slips = [...page.querySelectorAll(".slips li")].map(({ textContent }) => textContent).join("\n");
    expect(slips).toContain("编号重复");
    expect(slips).toContain("疑为“县市场监管局”");
    for (const link of page.querySelectorAll(".slip-number")) expect(page.querySelector(link.getAttribute("href") ?? "")).not.toBeNull();
  });

  test("引用了什么、被谁引用", async () => {
    const linked = await createTestWeb(await createTestAssistant(() => twoYears));
    const citing = parsePage((await linked.get("/d/water-2023")).text);
    expect(linksIn(citing, ".source").get("《某县2022年水利工作安排》（某政办〔2022〕1号）")).toBe("/d/water-2022");
    const cited = parsePage((await linked.get("/d/water-2022")).text);
    const [path = ""] = [...linksIn(cited, "aside").values()].filter((href) => href.startsWith("/d/water-2023"));
    const { text } = await linked.get(path.replace(/#.*$/u, ""));
    expect(parsePage(text).querySelector("mark")?.textContent).toContain("《某县2022年水利工作安排》");
  });

  test("没有的文件：404", async () => {
    expect((await web.get("/d/nothing")).status).toBe(404);
  });

  test("文件一栏列出全部", async () => {
    expect([...linksIn(parsePage((await web.get("/documents")).text), ".cards").values()].toSorted()).toEqual(["/d/nanchang-2019", "/d/xiping-2020"]);
  });
});

describe("长辈版", () => {
  test("一个链接换过去再换回来，回到原来的页面；一行一件事", async () => {
    const path = askPath("行政复议由谁负责");
    const large = [...linksIn(parsePage((await web.get(path)).text), "header")].find(([words]) => words === "长辈版")?.[1] ?? "";
    const switched = await web.get(large);
    expect(switched).toMatchObject({ status: 303, headers: { location: path } });
    const cookie = String(switched.headers["set-cookie"]);
    expect(cookie).toContain("print=large");
    const page = parsePage((await web.get(path, { cookie: cookie.split(";")[0] ?? "" })).text);
    expect(page.querySelector("html")?.className).toBe("large");
    expect([...page.querySelectorAll(".lead .fact")].map(({ textContent }) => textContent)).toEqual(["县政府办公室、", "县司法局。"]);
    expect(linksIn(page, "header").get("普通版")).toContain("size=normal");
  });

  test.each(["//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "/..//elsewhere.example", "/%0d%0aset-cookie:x", "x"])(
    "不跳到别处：%s",
    async (back) => {
      const { status, headers } = await web.get(`/print-size?size=large&back=${encodeURIComponent(back)}`);
      expect(status).toBe(303);
      expect(new URL(String(headers["location"]), web.address).host).toBe(new URL(web.address).host);
      expect(String(headers["set-cookie"])).not.toContain("set-cookie:x");
    },
  );
});

describe("输入时的建议", () => {
  const suggest = async (typed: string): Promise<readonly { question: string; kind: string }[]> =>
    JSON.parse((await web.get(`/suggest?q=${encodeURIComponent(typed)}`)).text);

  test("单位、文件、常问的问题，头几个字对上的在前", async () => {
    expect((await suggest("司法"))[0]).toEqual({ question: "县司法局负责哪些任务", kind: "单位" });
    expect((await suggest("司法")).filter(({ question }) => question === "县司法局负责哪些任务")).toHaveLength(1);
    expect((await suggest("西平")).map(({ kind }) => kind)).toContain("文件");
    expect((await suggest("信用体系")).length).toBeGreaterThan(0);
    expect(await suggest("没有这样的词")).toEqual([]);
    expect((await suggest("")).length).toBeGreaterThan(3);
  });

  test("建议的都答得上", async () => {
    for (const typed of ["县", "法", "西平", "行政"]) {
      for (const { question } of await suggest(typed)) expect((await seeds.assistant.ask(question, null)).answer.behaviour, question).not.toBe("not_found");
    }
  });
});

const documentOf = (id: string, year: number, text: string) => ({ id, file: `${id}.txt`, text, tables: [], region: "某县", year, title: undefined });
const snapshotOf = (...files: readonly ReturnType<typeof documentOf>[]) => ({
  stamp: "fixed",
  digest: async () => "fixed",
  read: async () => ({ files, problems: [] }),
});

const headOf = (year: number): string => `某政办〔${year}〕1号\n某县${year}年水利工作安排\n各有关单位:\n现将工作安排如下:\n一、兴修水利\n`;
const twoYears = snapshotOf(
  documentOf("water-2022", 2022, `${headOf(2022)}(一)修好旧水渠。年底前修好旧水渠。\n责任单位:县水利局\n`),
  documentOf(
    "water-2023",
    2023,
    `${headOf(2023)}(一)修好新水渠。接续《某县2022年水利工作安排》（某政办〔2022〕1号）修好新水渠。\n责任单位:县水利局\n(二)管好水库。管好各处水库。\n责任单位:县水利局\n`,
  ),
);
const longPlan = snapshotOf(
  documentOf(
    "long",
    2023,
    headOf(2023) +
      Array.from({ length: 200 }, (_, index) => `${index + 1}.整修第${index + 1}号渠道及其全部附属设施和沿线道路。按期完成整修。\n责任单位:县水利局\n`).join(
        "",
      ),
  ),
);
const hostilePlan = snapshotOf(
  documentOf(
    "hostile",
    2023,
    `${headOf(2023)}(一)管好<script>alert(1)</script>水库。<img src=x onerror=alert(1)>管好各处水库。\n责任单位:县水利局\n(二)管好"><img src=x onerror=alert(1)>水渠。管好。\n责任单位:县水利局\n`,
  ),
);
