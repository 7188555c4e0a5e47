import { describe, expect, test } from "vitest";
import { addDays, addMonths, lastDayOfMonth, parseDate, toCalendarDate } from "./calendar.ts";

describe("parseDate 成文日期", () => {
  test.each([
    ["2020年7月8日", "2020-07-08"],
    ["二〇二一年三月五日", "2021-03-05"],
    ["二○一一年八月九日", "2011-08-09"],
    ["二〇二二年十二月三十一日", "2022-12-31"],
    ["２０２１年１月２日", "2021-01-02"],
    ["2021 年 3 月 5 日", "2021-03-05"],
    ["发布于2021-03-05", "2021-03-05"],
  ])("%s → %s", (text, date) => expect(parseDate(text)).toBe(date));

  test.each(["", "2021年3月", "2021年2月30日", "2021年13月1日", "三月五日"])("「%s」没有完整的日期", (text) => expect(parseDate(text)).toBeUndefined());
});

describe("日历", () => {
  test.each([
    [2021, 2, "2021-02-28"],
    [2020, 2, "2020-02-29"],
    [2000, 2, "2000-02-29"],
    [2100, 2, "2100-02-28"],
    [2021, 9, "2021-09-30"],
  ])("%d年%d月的最后一天", (year, month, date) => expect(lastDayOfMonth(year, month)).toBe(date));

  test("没有的日子", () => expect(toCalendarDate(2021, 6, 31)).toBeUndefined());
  test("印发次日起算三十日", () => expect(addDays("2021-03-05", 30)).toBe("2021-04-04"));
  test("跨年的月", () => expect(addMonths("2021-11-30", 3)).toBe("2022-02-28"));
});
