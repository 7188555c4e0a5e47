import { describe, expect, test } from "vitest";
import { findAskedNumbers, findAskedSections } from "./numbers-asked.ts";

describe("findAskedNumbers 任务编号", () => {
  test.each([
    ["第二十一项是什么", [21]],
    ["第38条说的啥", [38]],
    ["(三十)", [30]],
    ["第21项是啥内容", [21]],
    ["第二十五讲啥", [25]],
    ["第三到第五项", [3, 4, 5]],
    ["第3-5项", [3, 4, 5]],
    ["第3项和第8项", [3, 8]],
    ["第三、第五项", [3, 5]],
    ["第0项呢", [0]],
    ["第四十一项任务是什么", [41]],
    ["任务21", [21]],
    ["21项的责任单位", [21]],
    ["第一百零二项", [102]],
  ])("%s → %j", (question, numbers) => expect(findAskedNumbers(question).map(({ number }) => number)).toEqual(numbers));

  test.each([
    "第五部分有哪些任务",
    "第三季度要完成什么",
    "第一责任人是谁",
    "2020年第1批",
    "共有40项任务",
    "国办发37号",
    "七五普法",
    "(县委办、县政府办)",
    "一张身份证能办多少项",
  ])("%s 没有编号", (question) => expect(findAskedNumbers(question)).toEqual([]));

  test.each([
    ["最后一项是什么", 1],
    ["倒数第二项", 2],
    ["最后一个任务", 1],
  ])("%s → 从末尾数第 %i", (question, number) => expect(findAskedNumbers(question)).toMatchObject([{ from: "end", number }]));

  test("个 means a place in what was shown", () => expect(findAskedNumbers("第二个详细说说")).toMatchObject([{ number: 2, positional: true }]));
  test("a number that no label can have is no number", () => expect(findAskedNumbers(`第${"9".repeat(30)}项`)).toEqual([]));
});

describe("findAskedSections 部分编号", () => {
  test.each([
    ["第五部分有哪些任务", [5]],
    ["三、里面讲了哪几件事?", [3]],
    ["第十一部分", [11]],
    ["第二大块", [2]],
    ["第3章", [3]],
  ])("%s → %j", (question, numbers) => expect(findAskedSections(question).map(({ number }) => number)).toEqual(numbers));
  test.each(["第五项", "分几个部分", "司法局、财政局"])("%s 没有部分", (question) => expect(findAskedSections(question)).toEqual([]));
});
