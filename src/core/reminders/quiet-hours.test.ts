import { describe, expect, test } from "vitest";
import { parseQuietHours, printQuietHours } from "./quiet-hours.ts";

describe("parseQuietHours 免打扰时段", () => {
  test.each([
    ["20:00-8:00", "20:00至次日8:00"],
    ["20：00－8：00", "20:00至次日8:00"],
    ["20：00至次日8：00", "20:00至次日8:00"],
    ["２０：００至次日８：００", "20:00至次日8:00"],
    ["晚8点到早8点", "20:00至次日8:00"],
    ["晚上八点半 到 第二天早上七点", "20:30至次日7:00"],
    ["22点~7点", "22:00至次日7:00"],
    ["22-7", "22:00至次日7:00"],
    ["中午12点到下午2点30分", "12:00至14:30"],
    ["12:00—14:00", "12:00至14:00"],
    ["晚12点到早6点", "0:00至6:00"],
    ["每天20时至8时", "20:00至次日8:00"],
    ["24:00-6:00", "0:00至6:00"],
    ["夜里11点到早上6点", "23:00至次日6:00"],
  ])("%s → %s", (words, printed) => {
    const hours = parseQuietHours(words);
    expect(hours && printQuietHours(hours)).toBe(printed);
  });

  test.each(["", "晚上", "25:00-8:00", "20:60-8:00", "8:00-8:00", "20:00", "明天", "20:00-8:00-9:00", "1".repeat(5000)])("读不懂的「%s」→ 不猜", (words) => {
    expect(parseQuietHours(words)).toBeUndefined();
  });
});
