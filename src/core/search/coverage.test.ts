import { describe, expect, test } from "vitest";
import { coverageOf, coveredCharacters } from "./coverage.ts";

describe("coverageOf 不分词也能看出说没说到", () => {
  test.each([
    ["行政复议", "持续做好行政复议工作", 1],
    ["行政应诉", "持续做好行政复议工作", 0.5],
    ["复议行政", "行政复议", 1],
    ["信访", "行政复议", 0],
    ["法", "法治", 1],
    ["法", "行政", 0],
    ["", "行政", 0],
    ["行政", "", 0],
  ])("「%s」在「%s」里占 %d", (phrase, text, share) => expect(coverageOf(phrase, text)).toBe(share));

  test("一个字只有与邻字一起出现才算", () =>
    expect(coveredCharacters("疫情那会儿的防控", "疫情防控")).toEqual([true, true, false, false, false, false, true, true]));
});
