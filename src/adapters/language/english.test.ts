import { describe, expect, test } from "vitest";
import english from "../../../data/english.json" with { type: "json" };
import { fromEnglish, fromEnglishText, isEnglish } from "./english.ts";

const places = new Map([
  ["yunling", "云岭"],
  ["yunling county", "云岭县"],
]);
const translate = (question: string): string => fromEnglish(question.toLowerCase(), english, places);

describe("isEnglish", () => {
  test.each([
    ["which tasks does the audit bureau have", true],
    ["what is item 21?", true],
    ["what does the report say about 证明事项 and its cleaning", true],
    ["县审计局负责哪些任务", false],
    ["app 上能办多少事", false],
    ["ipv6", false],
    ["", false],
  ])("%s → %s", (question, expected) => expect(isEnglish(question)).toBe(expected));
});

describe("fromEnglish 英文的问题写成中文的词", () => {
  test.each([
    ["Which tasks is the Audit Bureau responsible for?", ["审计局", "任务"]],
    ["How many tasks are there in the Yunling plan?", ["云岭", "多少", "任务"]],
    ["Tasks of the Finance Bureau of Yunling County", ["财政局", "云岭县", "任务"]],
    ["What does task 21 say?", ["第21项"]],
    ["What are the tasks in section 5?", ["第5部分"]],
    ["Who is responsible for administrative reconsideration?", ["行政复议"]],
  ])("%s", (question, words) => {
    for (const word of words) expect(translate(question)).toContain(word);
  });

  test("长的说法先认", () => {
    const data = {
      phrases: [
        { en: ["bureau"], zh: "局" },
        { en: ["audit bureau"], zh: "审计局" },
      ],
    };
    expect(fromEnglish("audit bureau bureau", data, new Map())).toBe("审计局局");
  });

  test("不认识的词去掉,数和汉字留下", () => {
    const data = { phrases: [{ en: ["duties"], zh: "职责" }] };
    expect(fromEnglish("zzz duties qqq 2021 审计局 www", data, new Map())).toBe("职责2021审计局");
  });

  test("没有一个词认识,就什么也没有", () => expect(fromEnglish("lorem ipsum dolor", { phrases: [] }, new Map())).toBe(""));
});

describe("fromEnglishText 英文的一大段里正好问了一件事", () => {
  const letter = "Dear colleagues, the Audit Bureau sends its regards and wishes you all well. ".repeat(6);
  const translateText = (text: string): string => fromEnglishText(text.toLowerCase(), english, places);

  test("只译这一问", () => {
    const words = translateText(`${letter}Which tasks does the Finance Bureau have? ${letter}`);
    expect(words).toContain("财政局");
    expect(words).not.toContain("审计局");
  });
  test.each([letter, `${letter}Which tasks does the Finance Bureau have? Which tasks does the Audit Bureau have?`])("%#: 没问,或者问了两件", (text) =>
    expect(translateText(text)).toBe(""),
  );
});
