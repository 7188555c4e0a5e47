import { describe, expect, test } from "vitest";
import { matchText } from "./match-text.ts";

describe("matchText 折叠写法,位置不动", () => {
  test.each([
    ["国办发〔2018〕37号", "国办发[2018]37号"],
    ["国办发【2018】37号", "国办发[2018]37号"],
    ["（一）甲：乙，丙；", "(一)甲:乙,丙;"],
    ["“放管服”", '"放管服"'],
    ["ＡＰＰ和IPv6", "app和ipv6"],
    ["二〇二〇年", "二零二零年"],
    ["１２３％", "123%"],
    ["甲　乙", "甲 乙"],
    ["县司法局", "县司法局"],
    ["", ""],
  ])("%s → %s", (text, expected) => {
    expect(matchText(text)).toBe(expected);
    expect(matchText(text)).toHaveLength(text.length);
  });

  test("已折叠的再折叠一次,没有变化", () => {
    const once = matchText("（Ａ）〔２０２０〕“甲”");
    expect(matchText(once)).toBe(once);
  });
});
