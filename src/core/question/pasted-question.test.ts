import { describe, expect, test } from "vitest";
import { county, read } from "../../../test/county.ts";
import { findTasks } from "./filters.ts";
import type { Conversation, Query } from "./query.ts";

/** An official text: it names units and asks nothing. */
const OFFICIAL = `关于做好近期重点工作的函
各乡镇人民政府,县直各部门:
根据《政务数据归集办法》,由县大数据局牵头负责数据归集,县公安局、县财政局配合。落实“谁执法谁普法”普法责任制,各单位要明确责任领导。
二、工作要求
县教育局负责组织培训,每季度通报一次。请县卫健委于本月底前报送材料。
`;
/** Chat: it asks, and nothing of the documents. */
const CHAT = "吃了吗?今天多少度?外面下雨了怎么还不回来,急死我了。\n好的呀!\n".repeat(6);

function found(query: Query): readonly number[] {
  return query.kind === "tasks" ? findTasks(query.filter, county.corpus).map(({ ordinal }) => ordinal) : [];
}
const paste = (...parts: readonly string[]): string => [OFFICIAL, CHAT, ...parts, OFFICIAL, CHAT].join("\n");

describe("贴来的文字里正好问了一件事,就答那一件", () => {
  test.each([
    ["县公安局有哪些任务?", [1, 4, 6, 7]],
    ["县公安局有哪些任务", [1, 4, 6, 7]],
    ["请问一下,县财政局负责的任务有哪些,谢谢", [2, 6]],
    ["帮我查一下县财政局的任务", [2, 6]],
    ["县公安局有哪些任务?\n县公安局有哪些任务？？", [1, 4, 6, 7]],
    ["第二部分有哪些任务?", [3, 4, 5]],
    ["乡镇政府要干什么?", [5]],
  ])("%j → %j", (question, ordinals) => expect(found(read(paste(question)))).toEqual(ordinals));

  test.each([
    ["不动产登记由谁负责?", { kind: "topic-units" }],
    ["第三项是什么?", { kind: "task", number: 3 }],
    ["哪个单位任务最多?", { kind: "rank", order: "most" }],
    ["云政发〔2020〕7号在哪里提到?", { kind: "reference" }],
    ["执法培训了多少人?", { kind: "passages", wanted: "figure" }],
  ])("%j 也是", (question, query) => expect(read(paste(question))).toMatchObject(query));

  test("五千字里的一句,不管在头、在尾还是在中间", () => {
    const long = paste().repeat(20).slice(0, 4900);
    for (const text of [`县公安局有哪些任务?\n${long}`, `${long}\n县公安局有哪些任务?`, `${long.slice(0, 2000)}\n县公安局有哪些任务?\n${long.slice(2000)}`])
      expect(found(read(text))).toEqual([1, 4, 6, 7]);
  });

  test("接着问,接的是那一句", () => {
    const text = paste("云岭县公安局有哪些任务?").replace(/\n/gu, "。");
    const previous: Conversation = { query: read(text), shown: [], places: [], question: text };
    expect(found(read("那财政局呢", previous))).toEqual([2, 6]);
  });
});

describe("一件也没问,或者问了两件,就不答", () => {
  test.each([
    ["", "什么也没问"],
    ["县公安局的任务。", "只是陈述"],
    ["县公安局有哪些任务?县财政局有哪些任务?", "两个单位"],
    ["县公安局有哪些任务?\n不动产登记由谁负责?", "一个单位、一个题目"],
    ["县公安局有哪些任务?执法培训了多少人?", "一份清单、一个数"],
  ])("%j（%s）", (question) => expect(read(paste(question))).toMatchObject({ kind: "absent", reason: "long" }));
});
