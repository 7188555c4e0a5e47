import { beforeAll, describe, expect, test } from "vitest";
import { createTestAssistant, textOf } from "../../test/questions/assistant.ts";
import type { SourceFile } from "./corpus.ts";

const FILES_RULES = `云岭县行政文书管理办法
（2020年11月20日云岭县人民政府第三十六次常务会议通过）
第一章 总则
第一条　为了规范文书管理，制定本办法。
第二条　本县行政文书的起草、审核、归档，适用本办法。
内部便笺不适用本办法。
第二章 审核
第三条　文书不得规定下列事项：
（一）增加审批环节；
（二）减损公民合法权益；
（三）限制公平竞争。
法律另有规定的，从其规定。
第四条　审核期限不超过十五个工作日。
第三章 附则
第五条　本办法自2021年1月1日起施行。
`;
const PARKING = `云岭县机动车停车管理办法
第一条　为了加强停车管理，制定本办法。
第二条　收费应当明码标价。
第二条之一　临时泊位停放三十分钟以内免费。
第三条　违反收费规定的，由县市场监管局处二百元罚款。
`;
const PLAN = `云岭县2021年平安建设工作要点
(一)开展巡逻。
责任单位:县公安局。
(二)整治违规停放。
责任单位:县公安局、县司法局。
(三)排查隐患。
责任单位:县司法局。
`;
const file = (id: string, text: string): SourceFile => ({ id, file: `${id}.txt`, text, tables: [], region: "云岭县", year: 2021, title: undefined });
const over = (...given: readonly SourceFile[]) =>
  createTestAssistant(() => {
    const names = given.map(({ id }) => id).join();
    return { stamp: names, digest: () => Promise.resolve(names), read: () => Promise.resolve({ files: given, problems: [] }) };
  });
const rules = file("rules", FILES_RULES);
const parking = file("parking", PARKING);
const plan = file("plan", PLAN);
const one = over(rules);
const several = over(rules, parking, plan);
beforeAll(async () => {
  await Promise.all([one, several]);
}, 60_000);

describe("一部办法", () => {
  const ask = async (question: string) => (await one).ask(question);

  test.each<readonly [string, readonly string[]]>([
    ["第二条第二款怎么规定", ["内部便笺不适用本办法。"]],
    ["第三条第（二）项规定了什么", ["（二）减损公民合法权益；", "文书不得规定下列事项："]],
    ["第三条第二项 ▶ 第三项呢", ["（三）限制公平竞争。", "文书不得规定下列事项："]],
    ["第三条第二款", ["法律另有规定的，从其规定。"]],
    ["第四条", ["第四条　审核期限不超过十五个工作日。"]],
    ["第四条 ▶ 下一条", ["第五条　本办法自2021年1月1日起施行。"]],
    ["第五条 ▶ 上一条呢", ["第四条　审核期限不超过十五个工作日。"]],
    ["最后一条", ["第五条　本办法自2021年1月1日起施行。"]],
    ["审核期限最长几天 ▶ 原文", ["第四条　审核期限不超过十五个工作日。"]],
    ["《云岭县行政文书管理办法》第一条", ["第一条　为了规范文书管理，制定本办法。"]],
  ])("%s → 逐字引 %j", async (question, quotes) => {
    const answer = await ask(question);
    const shown = answer.blocks.flatMap((block) => (block.kind === "quote" ? [answer.citations[block.citation]?.quote] : []));
    expect(answer.behaviour).toBe("text");
    expect(shown).toEqual(quotes);
    for (const { start, end, quote } of answer.citations) expect(FILES_RULES.slice(start, end)).toBe(quote);
  });

  test("问一款，说明整条在哪里看；“原文”给整条", async () => {
    const answer = await ask("第三条第二款");
    expect(textOf(answer)).toContain("《云岭县行政文书管理办法》第二章第三条第二款");
    expect(textOf(answer)).toContain("第三条共两款，问“第三条全文”可以看整条。");
    const whole = FILES_RULES.slice(FILES_RULES.indexOf("第三条"), FILES_RULES.indexOf("\n第四条"));
    expect(answer.citations.at(-1)?.quote).toBe(whole);
    for (const question of ["第三条第二款 ▶ 原文", "第三条第二款 ▶ 全文呢", "第三条第二款 ▶ 第三条全文"])
      expect((await ask(question)).citations[0]?.quote).toBe(whole);
  });

  test.each([
    ["第二条第五款", "第二条只有两款，没有第五款。"],
    ["第三条第（九）项", "第三条只有三项，没有第（九）项。"],
    ["第四条第一项", "第四条没有分项，没有第（一）项。"],
    ["第二十条怎么规定", "共5条，从第一条到第五条，没有第二十条。"],
    ["第九章讲什么", "没有第九章。"],
    ["民法典第十条", "没有提到《民法典》"],
    ["文书管理法第三条", "没有提到《文书管理法》"],
  ])("%s：没有就说没有，并说有什么", async (question, said) => {
    const answer = await ask(question);
    expect([answer.behaviour, answer.items]).toEqual(["not_found", []]);
    expect(textOf(answer)).toContain(said);
  });

  test("第二章讲什么：列出这一章的各条", async () => {
    const answer = await ask("第二章讲什么");
    expect(textOf(answer)).toContain("第二章 审核：共2条（第三条至第四条）");
    expect(answer.citations.map(({ path }) => path.at(-1))).toEqual(["第三条", "第四条"]);
  });

  test.each([
    ["这个办法共多少条", 5],
    ["有几章", 3],
    ["第二章有几条", 2],
    ["第三条有几项", 3],
    ["第三条有几款", 2],
  ])("%s → %d", async (question, count) => expect(await ask(question)).toMatchObject({ behaviour: "number", number: count }));

  test("哪一条讲了什么：先说第几条，再引原文", async () => {
    const text = textOf(await ask("哪一条讲了审核期限"));
    expect(text).toMatch(/^《云岭县行政文书管理办法》第四条这样规定：/u);
    expect(text).toContain("审核期限不超过十五个工作日");
  });

  test("引一项不能丢了它前面的“不得”", async () => expect(textOf(await ask("可以限制公平竞争吗"))).toContain("文书不得规定下列事项："));

  test("理解的一行写明是哪一部的哪一处", async () => expect((await ask("第三条第二款怎么规定")).understood).toBe("《云岭县行政文书管理办法》 · 第三条第二款"));
});

describe("几部办法，又有工作要点", () => {
  const ask = async (question: string) => (await several).ask(question);

  test("没有说哪一部，而几部都有，就问是哪一部", async () => {
    const answer = await ask("第三条怎么规定");
    expect(answer.behaviour).toBe("clarify");
    expect(answer.suggestions).toEqual(["《云岭县行政文书管理办法》第三条怎么规定", "《云岭县机动车停车管理办法》第三条怎么规定"]);
  });

  test.each([
    ["停车管理办法第三条", "parking", "第三条"],
    ["停车办法第二条之一", "parking", "第二条之一"],
    ["文书管理办法第三条第一项", "rules", "第三条"],
    ["第四条怎么规定", "rules", "第四条"],
    ["第三条怎么规定 ▶ 停车的", "parking", "第三条"],
    ["第三条怎么规定 ▶ 第二个", "parking", "第三条"],
    ["停车管理办法第一条 ▶ 那第二条呢", "parking", "第二条"],
    ["临时停车多久免费 ▶ 第三条呢", "parking", "第三条"],
  ])("%s → %s %s", async (question, document, label) => {
    const [citation] = (await ask(question)).citations;
    expect([citation?.document, citation?.path.find((step) => step.endsWith("条") || step.includes("条之"))]).toEqual([document, label]);
  });

  test("第二条之外还有第二条之一，说一声", async () => expect(textOf(await ask("停车管理办法第二条"))).toContain("另有第二条之一。"));

  test.each([
    ["第三项由谁负责", [3]],
    ["县公安局负责哪几条", [1, 2]],
    ["县司法局有几条", [2, 3]],
  ])("%s 问的还是任务", async (question, ordinals) => expect((await ask(question)).items.map(({ ordinal }) => ordinal)).toEqual(ordinals));
});
