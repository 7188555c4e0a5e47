import { describe, expect, test } from "vitest";
import { createTestAssistant, textOf } from "../../test/questions/assistant.ts";
import type { SourceFile } from "./corpus.ts";

const PLAN = `云岭县2021年数字政府建设工作要点
一、夯实数据底座
(一)建设人口基础数据库。归集户籍、婚姻数据不少于12类。
责任单位:县大数据局、县公安局。
(二)整治数据孤岛。清理停用系统20个。
责任单位:县大数据局、县数据资源运营中心。
`;
const OTHER = `青石县2021年平安建设工作方案
(一)开展治安巡逻。加强夜间巡逻。
责任单位:县公安局。
(二)整治电动车违规停放。
责任单位:县公安局、县消防救援大队。
`;
const file = (id: string, region: string, text: string): SourceFile => ({ id, file: `${id}.txt`, text, tables: [], region, year: 2021, title: undefined });
const files = [file("yunling-2021", "云岭县", PLAN), file("qingshi-2021", "青石县", OTHER)];
const over = (given: readonly SourceFile[], problems: readonly string[] = []) =>
  createTestAssistant(() => {
    const names = given.map(({ id }) => id).join();
    return { stamp: names, digest: () => Promise.resolve(names), read: () => Promise.resolve({ files: given, problems }) };
  });

describe("两个县各有一份方案", () => {
  const assistant = over(files);
  const items = async (question: string): Promise<readonly string[]> =>
    (await (await assistant).ask(question)).items.map(({ document, ordinal }) => `${document} ${ordinal}`);

  test.each<readonly [string, readonly string[]]>([
    ["县公安局有哪些任务", ["yunling-2021 1", "qingshi-2021 1", "qingshi-2021 2"]],
    ["青石县公安局有哪些任务", ["qingshi-2021 1", "qingshi-2021 2"]],
    ["云岭公安局有哪些任务", ["yunling-2021 1"]],
    ["县大数据局有哪些任务 ▶ 那公安局呢", ["yunling-2021 1", "qingshi-2021 1", "qingshi-2021 2"]],
    ["治安巡逻由谁负责", ["qingshi-2021 1"]],
  ])("%s → %j", async (question, expected) => expect(await items(question)).toEqual(expected));

  test("列两份文件的任务,分着说各几项", async () => {
    const text = textOf(await (await assistant).ask("县公安局有哪些任务"));
    for (const words of ["3项", "《云岭县2021年数字政府建设工作要点》1项", "《青石县2021年平安建设工作方案》2项"]) expect(text).toContain(words);
  });

  test("两份都有第一项,问是哪一份", async () => {
    const answer = await (await assistant).ask("第一项是什么");
    expect(answer.behaviour).toBe("clarify");
    expect(answer.items.map(({ document }) => document)).toEqual(["yunling-2021", "qingshi-2021"]);
  });

  test("名录里没有、文件点了名的单位也问得到", async () => expect(await items("县数据资源运营中心有哪些任务")).toEqual(["yunling-2021 2"]));
  test("有哪些资料:每份一行", async () => {
    const text = textOf(await (await assistant).assistant.documents());
    for (const { id } of files) expect(text).toContain(id);
  });
  test("有哪些单位:各点一次名", async () => {
    const { units } = await (await assistant).assistant.units();
    expect([...units].sort()).toEqual([...new Set(units)].sort());
    expect(units).toContain("县公安局");
  });
});

describe("没有资料,或只有一份读得出", () => {
  test("一份资料也没有:不答,也不出错", async () => {
    const empty = await over([]);
    for (const question of [
      "县公安局有哪些任务",
      "第一项是什么",
      "行政复议由谁负责",
      "有哪些任务",
      "第一部分",
      "国办发〔2018〕37号在哪里",
      "全文有多少项任务",
    ]) {
      const answer = await empty.ask(question);
      expect([answer.items, answer.citations], question).toEqual([[], []]);
    }
  });

  test("读不出的一份说出来,另一份照答", async () => {
    const [first] = files;
    const one = await over(first ? [first] : [], ["「坏.txt」读不出。"]);
    expect(one.stored.problems).toEqual(["「坏.txt」读不出。"]);
    expect((await one.ask("县公安局有哪些任务")).items).toHaveLength(1);
  });
});
