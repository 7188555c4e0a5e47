import { describe, expect, test } from "vitest";
import { parseNumeral, toChineseNumeral } from "./numerals.ts";

describe("parseNumeral 数字的各种写法", () => {
  test.each([
    ["一", 1],
    ["十", 10],
    ["十二", 12],
    ["二十", 20],
    ["二十五", 25],
    ["九十九", 99],
    ["一百", 100],
    ["一百零五", 105],
    ["二百", 200],
    ["两百一十", 210],
    ["二〇二一", 2021],
    ["二○一一", 2011],
    ["三零", 30],
    ["21", 21],
    ["２０２１", 2021],
    ["①", 1],
    ["⑳", 20],
    ["⑴", 1],
    ["⒇", 20],
    ["⒈", 1],
    ["㈠", 1],
    ["(二十一)", 21],
    ["（3）", 3],
    ["一万二千", 12_000],
  ])("%s → %d", (text, value) => expect(parseNumeral(text)).toBe(value));

  test.each(["", " ", "甲", "第一", "一是", "1.5", "12月", "一二三四五六七八九十一二三"])("「%s」不是数", (text) => expect(parseNumeral(text)).toBeUndefined());
});

describe("toChineseNumeral 公文里的写法", () => {
  test.each([
    [0, "零"],
    [1, "一"],
    [10, "十"],
    [12, "十二"],
    [23, "二十三"],
    [40, "四十"],
    [100, "一百"],
    [105, "一百零五"],
    [110, "一百一十"],
    [999, "九百九十九"],
    [1001, "一千零一"],
  ])("%d → %s", (value, text) => expect(toChineseNumeral(value)).toBe(text));

  test("读回来是同一个数", () => {
    for (let value = 0; value <= 2500; value += 1) expect(parseNumeral(toChineseNumeral(value))).toBe(value);
  });
});
