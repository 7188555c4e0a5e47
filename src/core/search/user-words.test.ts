import { describe, expect, test } from "vitest";
import type { RegisteredUnit } from "../units/unit.ts";
import { userWordsOf } from "./user-words.ts";

const JUSTICE: RegisteredUnit = { id: "justice-bureau", official: "司法局", short: "司法局", everyday: [], former: ["法制办公室"] };

describe("userWordsOf 用户词", () => {
  test.each(["司法局", "县司法局", "市司法局", "区司法局", "县法制办公室", "法律明白人"])("%s", (word) => expect(userWordsOf([JUSTICE])).toContain(word));
  test("已带级别字的名称不再加一次", () => {
    const words = userWordsOf([{ ...JUSTICE, everyday: ["县委办"] }]);
    expect(words).toContain("县委办");
    expect(words).not.toContain("县县委办");
  });
  test("排好序,没有重复,没有分词组件不认的字符", () => {
    const words = userWordsOf([JUSTICE, { ...JUSTICE, everyday: ["司法局(依法治县办)"] }]);
    expect(words).toEqual([...new Set(words)].sort());
    expect(words.every((word) => /^\p{Script=Han}+$/u.test(word))).toBe(true);
  });
});
