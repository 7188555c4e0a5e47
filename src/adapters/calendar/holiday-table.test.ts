import { describe, expect, test } from "vitest";
import { addDays, weekdayOf } from "../../core/document/index.ts";
import { createWorkingDays } from "../../core/reminders/working-days.ts";
import { createHolidayTable } from "./holiday-table.ts";

/** As the State Council's yearly notices (国务院办公厅关于部分节假日安排的通知) print them: days off, both ends included, and weekend days worked. */
const PUBLISHED: readonly (readonly [year: number, off: readonly (readonly [string, string])[], worked: readonly string[]])[] = [
  [
    2020,
    // The Spring Festival of 2020 was prolonged to 2 February because of the epidemic.
    [
      ["01-01", "01-01"],
      ["01-24", "02-02"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["06-25", "06-27"],
      ["10-01", "10-08"],
    ],
    ["01-19", "04-26", "05-09", "06-28", "09-27", "10-10"],
  ],
  [
    2021,
    [
      ["01-01", "01-03"],
      ["02-11", "02-17"],
      ["04-03", "04-05"],
      ["05-01", "05-05"],
      ["06-12", "06-14"],
      ["09-19", "09-21"],
      ["10-01", "10-07"],
    ],
    ["02-07", "02-20", "04-25", "05-08", "09-18", "09-26", "10-09"],
  ],
  [
    2024,
    [
      ["01-01", "01-01"],
      ["02-10", "02-17"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["06-08", "06-10"],
      ["09-15", "09-17"],
      ["10-01", "10-07"],
    ],
    ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"],
  ],
  [
    2025,
    [
      ["01-01", "01-01"],
      ["01-28", "02-04"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["05-31", "06-02"],
      ["10-01", "10-08"],
    ],
    ["01-26", "02-08", "04-27", "09-28", "10-11"],
  ],
  [
    2026,
    [
      ["01-01", "01-03"],
      ["02-15", "02-23"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["06-19", "06-21"],
      ["09-25", "09-27"],
      ["10-01", "10-07"],
    ],
    ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
  ],
];

const table = createHolidayTable();
const days = createWorkingDays((year) => table.daysOf(year), []);

describe("自带的放假安排", () => {
  test.each(PUBLISHED)("%i年逐日与国务院办公厅公布的安排相同", (year, off, worked) => {
    const wrong: string[] = [];
    for (let date = `${year}-01-01`; date.startsWith(`${year}`); date = addDays(date, 1) ?? "") {
      const day = date.slice(5);
      const isFree = off.some(([first, last]) => first <= day && day <= last) || (weekdayOf(date) % 6 === 0 && !worked.includes(day));
      if (days.isWorkingDay(date) === isFree) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  test("有的年份有，没有的年份不装作有", () => {
    expect([2004, 2020, 2026].every((year) => days.covers(year))).toBe(true);
    expect([2003, 2027, 2030].some((year) => days.covers(year))).toBe(false);
    expect(table.daysOf(2027)).toBeUndefined();
  });

  test("节日有中文名字", () => {
    expect(table.daysOf(2020)?.find(({ date }) => date === "2020-01-24")).toEqual({ date: "2020-01-24", kind: "holiday", name: "春节" });
  });
});
