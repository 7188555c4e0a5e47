import { describe, expect, test } from "vitest";
import { coveragesOf, type EvidenceTerm, evidenceBy, evidenceOf, termCoverage, weighTerms } from "./evidence.ts";

const term = (text: string, ...official: readonly string[]) => ({ text, official });

describe("termCoverage 一个词在一段里说到几分", () => {
  test("原词最足,有规范说法的词略逊,只有几个字对上又少些,没有就是零", () => {
    const exact = termCoverage(term("信访"), "办理信访");
    const official = termCoverage(term("醉驾", "醉酒驾驶"), "查处醉酒驾驶");
    const partial = termCoverage(term("饮酒驾驶"), "查处饮酒驾车");
    expect([exact, official > partial, exact > official, partial > 0]).toEqual([1, true, true, true]);
    expect(termCoverage(term("信访"), "查处饮酒驾车")).toBe(0);
    // 酒驾 stands in 醉酒驾驶 by chance, and must not prove more there than 饮酒驾车 does.
    expect(termCoverage(term("酒驾", "饮酒驾车"), "醉酒驾驶51起")).toBeLessThanOrEqual(termCoverage(term("酒驾", "饮酒驾车"), "饮酒驾车224起"));
  });
});

describe("evidenceOf 一段话能作多少凭据", () => {
  const texts = ["行政复议工作机制", "行政应诉工作机制", "人民调解工作机制"];
  const weigh = (...terms: readonly EvidenceTerm[]) =>
    weighTerms(
      terms,
      texts.map((text) => coveragesOf(terms, text)),
    );

  test("少见的词比处处都有的词分量重", () => {
    const [rare, common] = weigh(term("复议"), term("工作"));
    expect(rare?.weight).toBeGreaterThan(common?.weight ?? 0);
  });

  test("全说到是 1,全没说到是 0,说到一半在中间", () => {
    const terms = weigh(term("行政"), term("复议"));
    expect(evidenceOf(terms, "行政复议工作机制")).toBe(1);
    expect(evidenceOf(terms, "人民调解")).toBe(0);
    const half = evidenceOf(terms, "行政应诉工作机制");
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(1);
    expect(evidenceOf([], "甲")).toBe(0);
  });

  test("标题里说到的,算一部分,不算全部", () => {
    const terms = weigh(term("行政复议"), term("办结"));
    const below = evidenceBy(terms, coveragesOf(terms, "现已办结31件"), coveragesOf(terms, "加强行政复议工作"), 0.6);
    expect(below).toBeGreaterThan(evidenceOf(terms, "现已办结31件"));
    expect(below).toBeLessThan(evidenceOf(terms, "行政复议现已办结31件"));
  });

  test("整段里没有的词,不在它的一部分里找", () => {
    const terms = weigh(term("行政复议"), term("办结"));
    const whole = coveragesOf(terms, "加强行政复议工作,现已审理31件");
    expect(coveragesOf(terms, "现已审理31件", whole)).toEqual(coveragesOf(terms, "现已审理31件"));
    expect(whole[1]).toBe(0);
  });
});
