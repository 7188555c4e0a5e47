import { describe, expect, test } from "vitest";
import { findAskedTime } from "./times-asked.ts";

const read = (question: string, year: number | undefined = 2021) => findAskedTime(question, year, "2021-05-20");

describe("多久一次", () => {
  test.each([
    ["每季度要做的任务", "quarterly"],
    ["按季度通报的有哪些", "quarterly"],
    ["每个月的任务", "monthly"],
    ["半年一次的任务", "half-yearly"],
    ["每年都要做的", "yearly"],
    ["全年至少的要求", "yearly"],
    ["要求定期做的", "irregular"],
    ["哪些任务", undefined],
  ])("%s → %s", (question, recurrence) => expect(read(question).recurrence).toBe(recurrence));
});

describe("什么时候之前", () => {
  test.each<readonly [string, string | undefined, string | undefined]>([
    ["6月底前完成的任务", undefined, "2021-06-30"],
    ["六月底前完成的", undefined, "2021-06-30"],
    ["2月底前完成的", undefined, "2021-02-28"],
    ["9月15日前完成的", undefined, "2021-09-15"],
    ["2022年3月底前完成的", undefined, "2022-03-31"],
    ["年底前要完成的", undefined, "2021-12-31"],
    ["年内要完成的", undefined, "2021-12-31"],
    ["上半年的任务", undefined, "2021-06-30"],
    ["下半年的任务", "2021-07-01", "2021-12-31"],
    ["第三季度的任务", "2021-07-01", "2021-09-30"],
    ["2021年要实现什么", "2021-01-01", "2021-12-31"],
    ["2021年的任务", undefined, undefined],
    ["13月底前完成的", undefined, undefined],
    ["哪些任务", undefined, undefined],
  ])("%s → %s 起 %s 止", (question, from, by) => expect([read(question).dueFrom, read(question).dueBy]).toEqual([from, by]));

  test("闰年的二月有二十九天", () => expect(read("2月底前完成的", 2020).dueBy).toBe("2020-02-29"));

  test.each(["6月底前完成的任务", "年底前要完成的", "第三季度的任务"])("不知道哪一年,「%s」不猜日期", (question) =>
    expect(findAskedTime(question, undefined, undefined)).toMatchObject({ dueBy: undefined, dueFrom: undefined }),
  );
});

describe("快慢", () => {
  test.each([
    ["立行立改的任务", "immediate"],
    ["长期坚持的任务", "ongoing"],
    ["持续推进行政执法规范化建设由谁负责", undefined],
    ["哪些任务", undefined],
  ])("%s → %s", (question, pace) => expect(read(question).pace).toBe(pace));
});

test("说时间的字记下来,不当作话题", () => expect(read("每季度要做的任务").printed).toEqual(["每季度"]));
