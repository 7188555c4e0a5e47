import { describe, expect, test } from "vitest";
import { findChart } from "../../src/app/pictures/find-chart.ts";
import { createPictureCounties } from "../web/picture-county.ts";
import { createSeedsAssistant, type TestAssistant } from "./assistant.ts";

const seeds = await createSeedsAssistant();
const counties = await createPictureCounties();

/** The first line of a picture's words and the document that it is of; the sentence where there is no picture. */
async function found({ assistant }: TestAssistant, words: string, here: { readonly unit?: string; readonly place?: string } = {}): Promise<string> {
  const office = { corpus: () => assistant.corpus(), findUnit: (name: string) => assistant.findUnit(name) };
  const chart = await findChart(office, words, { unit: here.unit, place: here.place });
  if (chart.kind === "sentence") return chart.sentence;
  const [title = ""] = chart.caption.split("\n");
  expect(chart.picture.title).toBe(title);
  return `${title} ${/按《(?<title>[^》]*)》/u.exec(chart.caption)?.groups?.["title"]}`;
}

const XIPING = "西平县2020年度法治政府建设工作安排";
const YUNLING = "云岭县2021年法治政府建设工作要点";
const QINGXI = "青溪区2021年普法工作要点";

describe("findChart 一个县的文件", () => {
  test.each([
    ["", `各单位的任务数 ${XIPING}`],
    ["西平县", `各单位的任务数 ${XIPING}`],
    ["西平", `各单位的任务数 ${XIPING}`],
    ["西平县各单位的任务数", `各单位的任务数 ${XIPING}`],
    ["西政办〔2020〕20号", `各单位的任务数 ${XIPING}`],
    [`《${XIPING}》`, `各单位的任务数 ${XIPING}`],
    [XIPING, `各单位的任务数 ${XIPING}`],
    ["到期", `全部单位2020年各月的期限 ${XIPING}`],
    ["共同的任务", `共同任务最多的单位 ${XIPING}`],
    ["县司法局", `县司法局2020年各月的期限 ${XIPING}`],
    ["西平县司法局到期的任务", `县司法局2020年各月的期限 ${XIPING}`],
    ["司法局 共同", `县司法局与哪些单位有共同的任务 ${XIPING}`],
    ["縣司法局 共同", `县司法局与哪些单位有共同的任务 ${XIPING}`],
    ["县统计局", `县统计局与哪些单位有共同的任务 ${XIPING}`],
    ["县政务服务和大数据管理局", `县政务服务和大数据管理局2020年各月的期限 ${XIPING}`],
    [`《${XIPING}》 县财政局 共同`, `县财政局与哪些单位有共同的任务 ${XIPING}`],
  ])("%s → %s", async (words, chart) => expect(await found(seeds, words)).toBe(chart));

  test.each([
    ["", "县司法局2020年各月的期限"],
    ["共同", "县司法局与哪些单位有共同的任务"],
    ["全部", "各单位的任务数"],
    ["西平县", "各单位的任务数"],
    ["县发改委 共同", "县发改委与哪些单位有共同的任务"],
  ])("说定了单位：%s → %s", async (words, title) => expect(await found(seeds, words, { unit: "县司法局" })).toBe(`${title} ${XIPING}`));

  test.each([
    ["天气怎么样", /^没有认出「天气怎么样」[^。]*。$/u],
    ["县水产局", /^《西平县2020年度法治政府建设工作安排》没有点名县水产局，没有可以画的。$/u],
    ["县供销合作社", /没有点名县供销社|没有点名县供销合作社/u],
    ["南昌县", /^南昌县现在没有带任务的文件，没有可以画的。$/u],
    ["南昌县2019年法治政府建设情况报告", /^《南昌县2019年法治政府建设情况报告》没有责任分工，没有可以画的。$/u],
    ["县统计局 到期", /没有写明到期的日子/u],
    ["县司法局和县财政局", /^请写明是哪个单位：县司法局、县财政局。$/u],
  ])("%s：一句话 %s", async (words, sentence) => expect(await found(seeds, words)).toMatch(sentence));
});

describe("findChart 几个县的文件", () => {
  test.each([
    ["", /^请写明是哪个县或哪份文件：青溪区《青溪区2021年普法工作要点》、云岭县《云岭县2021年法治政府建设工作要点》。$/u],
    ["司法局", /^请写明是哪个县或哪份文件：/u],
    ["青溪区市场监管局", /没有点名/u],
    ["白塔县", /^白塔县现在没有带任务的文件/u],
  ])("%s：一句话 %s", async (words, sentence) => expect(await found(counties, words)).toMatch(sentence));

  test.each([
    ["云岭县", `各单位的任务数 ${YUNLING}`],
    ["青溪", `各单位的任务数 ${QINGXI}`],
    ["县市场监管局 共同", `县市场监管局与哪些单位有共同的任务 ${YUNLING}`],
    ["县深入推进法治政府建设示范创建工作领导小组办公室", `县深入推进法治政府建设示范创建工作领导小组办公室2021年各月的期限 ${YUNLING}`],
    ["云岭县2020年法治政府建设工作要点", "各单位的任务数 云岭县2020年法治政府建设工作要点"],
    ["云岭县司法局 共同", `县司法局与哪些单位有共同的任务 ${YUNLING}`],
  ])("%s → %s", async (words, chart) => expect(await found(counties, words)).toBe(chart));

  test("说定了县：就是那个县；写了别的县，就是别的县", async () => {
    expect(await found(counties, "", { place: "云岭县" })).toBe(`各单位的任务数 ${YUNLING}`);
    expect(await found(counties, "司法局 共同", { place: "云岭县" })).toBe(`县司法局与哪些单位有共同的任务 ${YUNLING}`);
    expect(await found(counties, "青溪区", { place: "云岭县" })).toBe(`各单位的任务数 ${QINGXI}`);
  });
});
