import { expect, test } from "vitest";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { columnOf, readWorkbook } from "../workbook.ts";
import { linksIn, parsePage } from "./page-text.ts";
import { createTestWeb } from "./server.ts";

const seeds = await createSeedsAssistant();
const web = await createTestWeb({ ...seeds, clock: () => Date.parse("2026-11-22T09:00:00+08:00") });
const askPath = (question: string): string => `/ask?q=${encodeURIComponent(question)}`;

async function ordinalsAt(path: string): Promise<readonly number[]> {
  const { status, bytes } = await web.get(path);
  expect(status).toBe(200);
  return columnOf(await readWorkbook(bytes), "序号").map(Number);
}

/** Where a link or a form leads, one redirect. */
async function follow(response: Promise<{ readonly status: number; readonly headers: Readonly<Record<string, unknown>> }>): Promise<string> {
  const { status, headers } = await response;
  expect(status).toBe(303);
  return String(headers["location"]);
}

test.each(["县司法局负责哪些任务", "每季度要做的有哪些", "县司法局或县财政局负责的任务有哪些"])(
  "%s：回答下面有「导出表格」，行就是回答列出的",
  async (question) => {
    const link = linksIn(parsePage((await web.get(askPath(question))).text), ".ways").get("导出表格") ?? "";
    const [answer] = await seeds.converse(question);
    expect(await ordinalsAt(link)).toEqual(answer?.items.map(({ ordinal }) => ordinal));
  },
);

test("文件名是问的内容", async () => {
  const { headers } = await web.get(askPath("县司法局负责哪些任务").replace("/ask?", "/ask.xlsx?"));
  expect(decodeURIComponent(String(headers["content-disposition"]))).toContain("UTF-8''任务清单-西平县2020年-县司法局参与-2026-11-22.xlsx");
});

test("没有列出任务的回答：没有这个链接；要导出，一句话", async () => {
  const question = "投资项目审批时间平均减少了百分之多少";
  expect(linksIn(parsePage((await web.get(askPath(question))).text), ".ways").has("导出表格")).toBe(false);
  const { status, text } = await web.get(askPath(question).replace("/ask?", "/ask.xlsx?"));
  expect([status, parsePage(text).querySelector(".error")?.textContent]).toEqual([404, expect.stringContaining("没有列出任务，没有可以导出的表格")]);
});

test("接着问“导出”：就是上面回答的表格，接着问的也是", async () => {
  const followUp = await follow(web.post("/ask", { about: "县司法局负责哪些任务", q: "那财政局呢" }));
  const [, after] = await seeds.converse("县司法局负责哪些任务", "那财政局呢");
  const id = new URL(followUp, web.local).searchParams.get("after") ?? "";
  const asked = await follow(web.post("/ask", { about: "那财政局呢", after: id, q: "导出" }));
  expect(await ordinalsAt(await follow(web.get(asked)))).toEqual(after?.items.map(({ ordinal }) => ordinal));
});

test("一上来就说“导出”：去任务台账", async () => expect(await follow(web.get(askPath("导出表格")))).toBe("/duties"));

test.each(["/ask.xlsx", "/ask.xlsx?q="])("%s：没有问什么，回到提问", async (path) => expect(await follow(web.get(path))).toBe("/"));
