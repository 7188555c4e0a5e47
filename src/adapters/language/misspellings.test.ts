import { describe, expect, test } from "vitest";
import lookAlikes from "../../../data/look-alikes.json" with { type: "json" };
import { county } from "../../../test/county.ts";
import { createLooksLike } from "./likeness.ts";
import { hasDoubtfulCharacter, mendCharacters, mendUnitNames, neighboursIn } from "./misspellings.ts";

/** Sounds of the characters of these tests; every other character sounds like itself. */
const SOUNDS: Readonly<Record<string, readonly string[]>> = {
  正: ["zen"],
  证: ["zen"],
  政: ["zen"],
  财: ["cai"],
  材: ["cai"],
  照: ["zao"],
  罩: ["zao"],
  居: ["ju"],
  局: ["ju"],
  力: ["li"],
  利: ["li"],
};
const likeness = { soundOf: (character: string): readonly string[] => SOUNDS[character] ?? [character], looksLike: createLooksLike(lookAlikes) };
const neighbours = neighboursIn(county.corpus, county.register);

describe("mendCharacters 同音的错字,照文件里的读", () => {
  test("两边都对不上、只有一个同音字对得上,才改", () =>
    expect(mendCharacters("电子正照由谁负责", neighbours, likeness)).toEqual({
      question: "电子证照由谁负责",
      corrections: [{ from: "子正照", to: "子证照" }],
    }));

  test("没有同音的,形近的也行", () =>
    expect(mendCharacters("电子征照由谁负责", neighbours, likeness)).toEqual({
      question: "电子证照由谁负责",
      corrections: [{ from: "子征照", to: "子证照" }],
    }));

  test.each(["电子证照由谁负责", "县公安局有哪些任务", "", "甲", "电子", "飞碟正飘过"])("「%s」不改", (question) =>
    expect(mendCharacters(question, neighbours, likeness)).toEqual({ question, corrections: [] }),
  );
});

describe("mendUnitNames 同音的单位名", () => {
  test.each([
    ["材政局的任务", "财政局的任务", "材政局"],
    ["水力局的任务", "水利局的任务", "水力局"],
    ["教肓局的任务", "教育局的任务", "教肓局"],
    ["教育居的任务", "教育局的任务", "教育居"],
    ["市场临管局的任务", "市场监管局的任务", "市场临管局"],
  ])("%s → %s", (question, mended, from) => {
    const result = mendUnitNames(question, county.register, likeness);
    expect(result.question).toBe(mended);
    expect(result.corrections.map((correction) => correction.from)).toEqual([from]);
  });

  test.each(["财政局的任务", "甲乙局的任务", "有哪些任务", ""])("「%s」不改", (question) =>
    expect(mendUnitNames(question, county.register, likeness).corrections).toEqual([]),
  );
});

test.each([
  ["电子正照由谁负责", true],
  ["电子证照", false],
  ["abc", false],
  ["", false],
])("hasDoubtfulCharacter(%j) → %s", (question, expected) => expect(hasDoubtfulCharacter(question, neighbours)).toBe(expected));
