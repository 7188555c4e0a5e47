import { describe, expect, test } from "vitest";
import { formatCodeOf, formatNumber } from "./number-format.ts";

const show = (value: number, code: string) => formatNumber(value, code, false);
/** 2021-06-30, counted from 1899-12-30. */
const JUNE_30 = 44377;

describe("formatNumber 数字按单元格的样子", () => {
  test.each([
    ["yyyy/m/d"],
    ['yyyy"年"m"月"d"日";@'],
    ["[$-804]yyyy\\-mm\\-dd"],
    ['m"月"d"日"'],
    ["d-mmm-yy"],
    ["yyyy/m/d h:mm"],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"'],
  ])("%s 是日期，印作年月日", (code) => expect(show(JUNE_30, code)).toBe("2021年6月30日"));

  test.each([
    ["只到月", 'yyyy"年"m"月"', "2021年6月"],
    ["只有年", "yyyy", "2021年"],
  ])("%s", (_name, code, text) => expect(show(JUNE_30, code)).toBe(text));

  test("时刻不进日期", () => expect(show(JUNE_30 + 0.99, "yyyy/m/d h:mm")).toBe("2021年6月30日"));
  test("只有时刻", () => expect(show(0.375, "h:mm")).toBe("9:00"));
  test("从 1904 年起算的工作簿", () => expect(formatNumber(JUNE_30 - 1462, "yyyy/m/d", true)).toBe("2021年6月30日"));
  test("负数不是日期", () => expect(show(-5, "yyyy/m/d")).toBe("-5"));

  test.each([
    [1, "General", "1"],
    [0.1 + 0.2, "General", "0.3"],
    [13800000000, "General", "13800000000"],
    [3, "G/通用格式", "3"],
    [7, "@", "7"],
    [0.85, "0%", "85%"],
    [0.8525, "0.00%", "85.25%"],
    [0.9, "#0.##%", "90%"],
    [12, "0.00", "12.00"],
    [1234567.5, "#,##0.0", "1,234,567.5"],
    [5, "000", "005"],
    [30, '0"公里"', "30公里"],
    [2, '"第"0"批"', "第2批"],
    [-3.5, "0.0", "-3.5"],
    [-3, "0;(0)", "(3)"],
    [0, '0;-0;"无"', "无"],
    [8, "0_ ", "8"],
    [5, '[红色]0"次"', "5次"],
    [0.5, "# ?/?", "0.5"],
    [3, "[DBNum1]General", "三"],
  ])("%d 用 %s → %s", (value, code, text) => expect(show(value, code)).toBe(text));

  test("内置格式：14 是日期，9 是百分数，没有的按常规", () => {
    expect([14, 9, 200].map((id) => formatNumber(1, formatCodeOf(id, new Map()), false))).toEqual(["1900年1月1日", "100%", "1"]);
    expect(formatNumber(JUNE_30, formatCodeOf(176, new Map([[176, "yyyy年m月d日"]])), false)).toBe("2021年6月30日");
  });
});
