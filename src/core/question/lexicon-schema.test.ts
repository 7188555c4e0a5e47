import { describe, expect, test } from "vitest";
import english from "../../../data/english.json" with { type: "json" };
import synonyms from "../../../data/synonyms.json" with { type: "json" };
import { EnglishDataSchema, SynonymDataSchema } from "./lexicon-schema.ts";

const everyday = synonyms.entries.flatMap((entry) => entry.everyday);
const official = new Set(synonyms.entries.flatMap((entry) => entry.official));
const phrases = english.phrases.flatMap((phrase) => phrase.en);

/** 酒驾 stands by chance inside 醉酒驾驶, which means something else. */
const INSIDE_ANOTHER_TERM = new Set(["酒驾"]);

function repeated(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}

describe("data/synonyms.json 口语与公文用语", () => {
  test("符合格式", () => {
    expect(SynonymDataSchema.safeParse(synonyms).error?.issues ?? []).toEqual([]);
  });

  test("每个口语说法只出现一次", () => {
    expect(repeated(everyday)).toEqual([]);
  });

  test("口语说法本身不是公文用语", () => {
    expect(everyday.filter((phrase) => official.has(phrase))).toEqual([]);
  });

  test("口语说法不会落在别条公文用语里面", () => {
    const misleading = synonyms.entries.flatMap((entry) =>
      entry.everyday.filter((phrase) => [...official].some((term) => term.includes(phrase) && !entry.official.includes(term))),
    );
    expect(misleading.filter((phrase) => !INSIDE_ANOTHER_TERM.has(phrase))).toEqual([]);
  });

  test("同一条里的公文用语不重复", () => {
    expect(synonyms.entries.filter((entry) => repeated(entry.official).length > 0)).toEqual([]);
  });

  test("每个例句都含有本条的一个口语说法,而且例句不重复", () => {
    expect(synonyms.entries.filter((entry) => !entry.everyday.some((phrase) => entry.example.includes(phrase)))).toEqual([]);
    expect(repeated(synonyms.entries.map((entry) => entry.example))).toEqual([]);
  });

  test.each([
    ["讨薪", "拖欠农民工工资"],
    ["民告官", "行政应诉"],
    ["拍脑袋", "决策失误"],
    ["老赖", "失信被执行人"],
    ["酒驾", "饮酒驾车"],
    ["醉驾", "醉酒驾驶"],
    ["请不起律师", "法律援助"],
    ["辅警", "执法辅助人员"],
    ["摄像头", "天网工程"],
    ["红头文件", "规范性文件"],
    ["乱停车", "乱停"],
    ["花多少钱", "投资"],
  ])("「%s」在公文里写作「%s」", (phrase, term) => {
    expect(synonyms.entries.find((entry) => entry.everyday.includes(phrase))?.official).toContain(term);
  });

  test.each([
    ["口语只有一个字", { everyday: ["钱"], official: ["投资"], example: "这个钱从哪里来" }],
    ["口语是空的", { everyday: [""], official: ["投资"], example: "这个钱从哪里来" }],
    ["没有公文用语", { everyday: ["花多少钱"], official: [], example: "修路花多少钱" }],
    ["没有例句", { everyday: ["花多少钱"], official: ["投资"] }],
  ])("%s,不收", (_, entry) => {
    expect(SynonymDataSchema.safeParse({ entries: [...synonyms.entries, entry] }).success).toBe(false);
  });
});

describe("data/english.json 英文与中文", () => {
  test("符合格式", () => {
    expect(EnglishDataSchema.safeParse(english).error?.issues ?? []).toEqual([]);
  });

  test("每个英文说法只出现一次,都是小写", () => {
    expect(repeated(phrases)).toEqual([]);
    expect(phrases.filter((phrase) => phrase !== phrase.toLowerCase())).toEqual([]);
  });

  test("每个中文说法只有一条", () => {
    expect(repeated(english.phrases.map((phrase) => phrase.zh))).toEqual([]);
  });

  test.each([
    ["audit bureau", "审计局"],
    ["which tasks", "哪些任务"],
    ["responsible for", "负责"],
    ["how often", "多久一次"],
    ["but not", "但不含"],
    ["administrative reconsideration", "行政复议"],
    ["business environment", "营商环境"],
    ["drunk driving", "醉酒驾驶"],
    ["drink driving", "饮酒驾车"],
    ["by the end of june", "6月底前"],
  ])("%s 译作「%s」", (phrase, zh) => {
    expect(english.phrases.find((entry) => entry.en.includes(phrase))?.zh).toBe(zh);
  });

  test.each(["Audit Bureau", " audit bureau", "audit  bureau", "审计局", ""])("「%s」不是可收的英文说法", (phrase) => {
    expect(EnglishDataSchema.safeParse({ phrases: [...english.phrases, { en: [phrase], zh: "审计局" }] }).success).toBe(false);
  });
});
