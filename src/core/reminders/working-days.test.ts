import { describe, expect, test } from "vitest";
import { addDays, weekdayOf } from "../document/index.ts";
import { createWorkingDays, type SpecialDay } from "./working-days.ts";

const HOLIDAYS: readonly SpecialDay[] = [
  ...["01", "02", "03", "04", "05", "06", "07", "08"].map((day): SpecialDay => ({ date: `2020-10-${day}`, kind: "holiday", name: "国庆节" })),
  { date: "2020-09-27", kind: "workday", name: "国庆节" },
  { date: "2020-10-10", kind: "workday", name: "国庆节" },
];
const days = createWorkingDays((year) => (year === 2020 ? HOLIDAYS : undefined), []);

describe("工作日", () => {
  test("周一至周五上班，周末休息；放假的休息，调休的上班", () => {
    expect(
      ["2020-09-25", "2020-09-26", "2020-09-27", "2020-09-30", "2020-10-01", "2020-10-08", "2020-10-09", "2020-10-10", "2020-10-11"].map(days.isWorkingDay),
    ).toEqual([true, false, true, true, false, false, true, true, false]);
  });

  test("往前往后数工作日，跳过假期，数上调休", () => {
    expect(days.shift("2020-09-30", 1)).toBe("2020-10-09");
    expect(days.shift("2020-10-09", -1)).toBe("2020-09-30");
    expect(days.shift("2020-09-30", -3)).toBe("2020-09-27");
    expect(days.onOrBefore("2020-10-04")).toBe("2020-09-30");
    expect(days.onOrAfter("2020-10-04")).toBe("2020-10-09");
    expect(days.onOrAfter("2020-10-09")).toBe("2020-10-09");
  });

  test("还有几个工作日：今天不算，到期日算", () => {
    expect(days.countBetween("2020-09-25", "2020-09-30")).toBe(4);
    expect(days.countBetween("2020-09-30", "2020-10-08")).toBe(0);
    expect(days.countBetween("2020-10-09", "2020-10-09")).toBe(0);
    expect(days.countBetween("2020-10-09", "2020-09-01")).toBe(0);
  });

  test("没有放假安排的年份按周一至周五算，并说没有", () => {
    expect(days.covers(2020)).toBe(true);
    expect(days.covers(2027)).toBe(false);
    expect(days.isWorkingDay("2027-10-01")).toBe(true);
  });

  test("自己录入的日子在自带的之前；录全一年的假期，这一年就有了", () => {
    const own = createWorkingDays(() => HOLIDAYS, [{ date: "2020-10-08", kind: "workday", name: "改为上班" }]);
    expect(own.isWorkingDay("2020-10-08")).toBe(true);
    const entered = ["01-01", "02-06", "02-07", "02-08", "04-05", "05-01", "06-09", "09-15", "10-01", "10-02", "10-03"].map(
      (date): SpecialDay => ({ date: `2027-${date}`, kind: "holiday", name: "假" }),
    );
    expect(createWorkingDays(() => undefined, entered).covers(2027)).toBe(true);
    expect(createWorkingDays(() => undefined, entered.slice(1)).covers(2027)).toBe(false);
  });

  test("日历的尽头也有结果，不会转不出来", () => {
    const never = createWorkingDays(() => undefined, [{ date: "2199-12-31", kind: "holiday", name: "" }]);
    expect(never.shift("2199-12-30", 40)).toBe("2199-12-31");
    expect(never.shift("1900-01-02", -40)).toBe("1900-01-01");
    expect(never.countBetween("2199-12-01", "2199-12-31")).toBeLessThan(31);
  });

  test("一天不多、一天不少：逐日数与跳着数相同", () => {
    let date = "2020-08-01";
    for (let passed = 0; passed < 120; passed += 1) {
      const next = addDays(date, 1) ?? date;
      expect(days.countBetween(date, next)).toBe(days.isWorkingDay(next) ? 1 : 0);
      date = next;
    }
    expect(weekdayOf("2020-09-27")).toBe(0);
  });
});
