import { describe, expect, test } from "vitest";
import { printNumber } from "./number-format.ts";

describe("printNumber 自动编号的写法", () => {
  test.each([
    ["decimal", 12, "12"],
    ["decimalZero", 7, "07"],
    ["decimalFullWidth", 12, "１２"],
    ["upperRoman", 1994, "MCMXCIV"],
    ["lowerRoman", 4, "iv"],
    ["upperLetter", 26, "Z"],
    ["lowerLetter", 28, "bb"],
    ["chineseCounting", 10, "十"],
    ["chineseCounting", 21, "二十一"],
    ["chineseCounting", 103, "一〇三"],
    ["chineseCountingThousand", 19, "十九"],
    ["chineseCountingThousand", 103, "一百〇三"],
    ["chineseCountingThousand", 110, "一百一十"],
    ["chineseCountingThousand", 10_003, "一万〇三"],
    ["japaneseCounting", 30, "三十"],
    ["chineseLegalSimplified", 10, "壹拾"],
    ["ideographDigital", 120, "一二〇"],
    ["ideographTraditional", 10, "癸"],
    ["ideographTraditional", 11, "11"],
    ["ideographZodiac", 12, "亥"],
    ["ideographZodiacTraditional", 13, "丙子"],
    ["decimalEnclosedCircle", 20, "⑳"],
    ["decimalEnclosedCircleChinese", 36, "㊱"],
    ["decimalEnclosedCircle", 51, "51"],
    ["decimalEnclosedParen", 3, "⑶"],
    ["ideographEnclosedCircle", 2, "㊁"],
    ["none", 3, ""],
    ["没有见过的写法", 3, "3"],
    ["upperRoman", 0, "0"],
  ])("%s 的 %d 印作「%s」", (format, value, printed) => expect(printNumber(value, format)).toBe(printed));
});
