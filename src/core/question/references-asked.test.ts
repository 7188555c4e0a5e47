import { describe, expect, test } from "vitest";
import { findAskedReferences } from "./references-asked.ts";

const read = (question: string) => findAskedReferences(question).map(({ number, title }) => number ?? title);

describe("发文字号,括号怎么写都认", () => {
  const cited = { agency: "国办发", year: 2018, sequence: 37 };
  test.each([
    "国办发〔2018〕37号",
    "国办发[2018]37号",
    "国办发【2018】37号",
    "国办发(2018)37号",
    "国办发2018年37号",
    "请问国办发〔2018〕37号在哪里",
    "查一下国办发〔2018〕第37号",
    "和国办发〔2018〕37号有关的任务",
  ])("%s", (question) => expect(read(question)).toEqual([cited]));

  test.each([
    ["国办发37号文", [{ agency: "国办发", year: undefined, sequence: 37 }]],
    ["37号文在哪里", [{ agency: "", year: undefined, sequence: 37 }]],
    ["云政办函〔2021〕5号", [{ agency: "云政办函", year: 2021, sequence: 5 }]],
    ["司明电[2019]44号", [{ agency: "司明电", year: 2019, sequence: 44 }]],
    ["国办电政函〔2019〕56号", [{ agency: "国办电政函", year: 2019, sequence: 56 }]],
    [
      "国办发〔2018〕37号和国办发〔2018〕115号",
      [
        { agency: "国办发", year: 2018, sequence: 37 },
        { agency: "国办发", year: 2018, sequence: 115 },
      ],
    ],
  ])("%s → %j", (question, expected) => expect(read(question)).toEqual(expected));

  test.each(["第37号任务", "37号", "2018年37项", "12345号", ""])("「%s」不是文号", (question) => expect(read(question)).toEqual([]));
});

describe("书名号里的题名", () => {
  test.each([
    ["《优化营商环境条例》在哪里", ["优化营商环境条例"]],
    ["<优化营商环境条例>在哪里", ["优化营商环境条例"]],
    ["《甲办法》和《乙办法》", ["甲办法", "乙办法"]],
    ["《》", []],
    ["《《《", []],
  ])("%s → %j", (question, expected) => expect(read(question)).toEqual(expected));
});

test("位置指着原来的话", () => {
  const question = "请问国办发〔2018〕37号说了什么";
  const [reference] = findAskedReferences(question);
  expect(reference && question.slice(reference.start, reference.end)).toBe("国办发〔2018〕37号");
  expect(reference?.printed).toBe("国办发〔2018〕37号");
});
