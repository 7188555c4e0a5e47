import { describe, expect, test } from "vitest";
import { isBlank, normaliseQuestion, sentencesOf } from "./normalise.ts";

describe("normaliseQuestion 折成一种写法", () => {
  test.each([
    ["县 司 法 局  的 任 务", "县司法局的任务"],
    ["第１２项（ＡＢＣ）", "第12项(abc)"],
    ["县\u200b司\u200d法\ufeff局", "县司法局"],
    ["\u202e县司法局\u202c", "县司法局"],
    ["县司法局😀👍🏽", "县司法局"],
    ["<b>县司法局</b>", "县司法局"],
    ["<script>alert(1)</script>县司法局", "县司法局"],
    ["@mingbai_bot 县司法局", "县司法局"],
    ["县司法局\u0000\u0007", "县司法局"],
    ["  \n县司法局\t", "县司法局"],
    ["how many tasks", "how many tasks"],
    ["a@b.c 县司法局", "a@b.c县司法局"],
    ["《甲办法》", "《甲办法》"],
    ["1<2且3>2", "1<2且3>2"],
    ["", ""],
  ])("%j → %j", (raw, expected) => expect(normaliseQuestion(raw)).toBe(expected));

  test("折过再折,没有变化", () => {
    for (const raw of ["第１２项 （甲）", "@a 县 司 法 局", "<b>甲</b>😀"]) expect(normaliseQuestion(normaliseQuestion(raw))).toBe(normaliseQuestion(raw));
  });

  test.each([
    ["请问县司法局负责哪些任务", "县司法局负责哪些任务"],
    ["您好!劳驾,帮我查一下县司法局的任务", "县司法局的任务"],
    ["我想了解一下行政复议由谁负责", "行政复议由谁负责"],
    ["麻烦帮忙看下审计局的任务,谢谢", "审计局的任务"],
    ["帮扶对象由谁确定", "帮扶对象由谁确定"],
    ["请示由谁批", "请示由谁批"],
    ["你好", "你好"],
    ["请问", "请问"],
  ])("客气话不是问题:%j → %j", (raw, expected) => expect(normaliseQuestion(raw)).toBe(expected));

  test("一长段里,一行是一句;一问分成几行还是一问", () => {
    expect(normaliseQuestion(`${"今天天气很好".repeat(40)}\n县司法局的任务\n好`)).toMatch(/。县司法局的任务。好$/u);
    expect(normaliseQuestion("县司法局\n有哪些\n任务")).toBe("县司法局有哪些任务");
  });

  test("再长也只看前六千字", () => expect(normaliseQuestion("县".repeat(100_000)).length).toBeLessThanOrEqual(6000));
});

test.each([
  ["", true],
  ["???!!!", true],
  ["……——", true],
  ["县", false],
  ["1", false],
  ["a", false],
])("isBlank(%j) → %s", (question, blank) => expect(isBlank(question)).toBe(blank));

test("sentencesOf 长文按句切开", () => expect(sentencesOf("您好。县司法局负责哪些任务?谢谢!\n。")).toEqual(["您好。", "县司法局负责哪些任务?", "谢谢!"]));
