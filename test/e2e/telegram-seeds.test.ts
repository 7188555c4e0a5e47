import { describe, expect, test } from "vitest";
import { createSeedsAssistant } from "../questions/assistant.ts";
import type { ApiCall } from "./bot-api-server.ts";
import { type Bench, createBench } from "./telegram-bench.ts";
import { groupText, pressed, privateText } from "./telegram-updates.ts";

const { assistant } = await createSeedsAssistant();

async function startedBench(): Promise<Bench> {
  const bench = await createBench();
  await bench.start({}, assistant);
  return bench;
}

async function ask(bench: Bench, text: string): Promise<ApiCall> {
  bench.server.push(privateText(text));
  return await bench.server.next("sendMessage");
}

const textOf = (call: ApiCall): string => String(call.payload["text"]);

function quotesOf(call: ApiCall): readonly string[] {
  const entities = (call.payload["entities"] ?? []) as { type: string; offset: number; length: number }[];
  return entities.filter(({ type }) => type.endsWith("blockquote")).map(({ offset, length }) => textOf(call).slice(offset, offset + length));
}

describe("机器人答两份自带的文件", () => {
  test("县司法局的 29 项在一条消息里；按原文看到责任单位一行", async () => {
    const bench = await startedBench();
    const list = await ask(bench, "县司法局负责哪些任务");
    expect(textOf(list)).toContain("县司法局：29项，已全部列出");
    expect(textOf(list).length).toBeLessThan(4096);
    expect(textOf(list).match(/^\d+\. /gmu)).toHaveLength(29);
    bench.server.push(pressed(list, "原文"));
    expect(quotesOf(await bench.server.next("sendMessage"))[0]).toBe("责任单位:县政府办公室、县司法局、各有关部门,乡镇人民政府按职责分工分别负责。");
  });

  test("怎么查的：另发一条，写明看了几项、去掉哪些，列出的就是台账的；接着问的说接着哪一问", async () => {
    const bench = await startedBench();
    const list = await ask(bench, "县司法局负责哪些任务");
    bench.server.push(pressed(list, "怎么查的"));
    const why = await bench.server.next("sendMessage");
    for (const words of ["看了40项 → 有县司法局的29项", "核对：列出29项 = 台账29项，一致"]) expect(textOf(why)).toContain(words);
    expect(why.payload).not.toHaveProperty("reply_markup");
    const followed = await ask(bench, "只看每季度的");
    bench.server.push(pressed(followed, "怎么查的"));
    expect(textOf(await bench.server.next("sendMessage"))).toContain("接着上一问：“县司法局负责哪些任务”");
  });

  test("半小时之内可以接着问，过了半小时从头开始", async () => {
    const bench = await startedBench();
    await ask(bench, "县司法局负责哪些任务");
    bench.pass(29 * 60 * 1000);
    expect(textOf(await ask(bench, "只看每季度的"))).toContain("县司法局：2项");
    bench.pass(31 * 60 * 1000);
    expect(textOf(await ask(bench, "只看每季度的"))).not.toContain("县司法局");
  });

  test("回复机器人早先的一条，就从那一条接着问，重启之后也行", async () => {
    const bench = await startedBench();
    const older = await ask(bench, "县司法局负责哪些任务");
    await ask(bench, "县气象局有哪些任务");
    await bench.start({}, assistant);
    const message_id = 6001;
    const original = { message_id, from: bench.server.me, chat: { id: 700100, type: "private" }, date: 1, ...older.payload };
    bench.server.push(privateText("只看每季度的", { reply_to_message: original }));
    expect(textOf(await bench.server.next("sendMessage"))).toContain("县司法局：2项");
  });

  test("/here 说定一个县：没有写明县的问题都按它答，写明的照写明的；可以改，可以取消，重启之后还在", async () => {
    const bench = await startedBench();
    expect(textOf(await ask(bench, "/here"))).toContain("没有说定哪个县");
    expect(textOf(await ask(bench, "/here 新蔡"))).toContain("没有认出是哪个县；现有资料的县：南昌县、西平县");
    expect(textOf(await ask(bench, "/here 南昌"))).toContain("都按南昌县回答");
    await bench.start({}, assistant);
    bench.pass(60 * 60 * 1000);
    expect(textOf(await ask(bench, "有哪些任务"))).toContain("南昌县的文件里没有责任分工");
    expect(textOf(await ask(bench, "西平县司法局负责哪些任务"))).toContain("县司法局：29项");
    expect(textOf(await ask(bench, "/here"))).toContain("都按南昌县回答");
    expect(textOf(await ask(bench, "/here 不限"))).toContain("不再限定");
    expect(textOf(await ask(bench, "有哪些任务"))).toContain("40项");
  });

  test.each([
    ["今天天气怎么样", "没有一段够作答，所以没有找到"],
    ["一共点名了多少家单位", "回答21家 = 台账21家，一致"],
  ])("没有引文的也说得出怎么查的，重启之后也行：%s", async (question, words) => {
    const bench = await startedBench();
    const answer = await ask(bench, question);
    await bench.start({}, assistant);
    bench.server.push(pressed(answer, "怎么查的"));
    const why = await bench.server.next("sendMessage");
    expect(textOf(why)).toContain(words);
    expect(why.payload).toHaveProperty("reply_parameters");
  });

  test("接着问：那发改委呢、第二个、谁负责", async () => {
    const bench = await startedBench();
    await ask(bench, "县审计局有哪些任务");
    expect(textOf(await ask(bench, "那发改委呢"))).toContain("县发改委：9项");
    expect(textOf(await ask(bench, "第二个详细说说"))).toContain("深化信用体系建设");
    expect(textOf(await ask(bench, "这个谁负责"))).toContain("县发改委、县政府办公室、县司法局、县委编办、县财政局、县政务服务和大数据管理局");
  });

  test.each([
    ["/duty 市监局", "县市场监管局：2项"],
    ["/item 二十三", "原文印作(二十五)"],
    ["/ask 2019年查处酒驾多少起", "饮酒驾车224起"],
    ["/units", "点名的责任单位共21家"],
    ["/doc", "西政办〔2020〕20号"],
    ["今天天气怎么样", "没有找到"],
    ["<b>县统计局</b>负责哪些", "县统计局：1项"],
  ])("%s → %s", async (question, words) => expect(textOf(await ask(await startedBench(), question))).toContain(words));

  test("群里点名问，答在那条消息下面", async () => {
    const bench = await startedBench();
    bench.server.push(groupText("/ask@mingbai_test_bot 行政复议由谁负责"));
    const answer = await bench.server.next("sendMessage");
    expect(textOf(answer)).toContain("县政府办公室、县司法局");
    expect(answer.payload).toHaveProperty("reply_parameters");
  });
});
