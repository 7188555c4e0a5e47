import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { toICalendar } from "../../src/core/reminders/icalendar.ts";
import { withDues } from "../../src/core/reminders/schedule.ts";
import { corpusOf, document, seeds, yunling } from "./corpus.ts";

const corpus = corpusOf(...seeds(), yunling(), document("time-forms"));
const file = toICalendar(withDues(corpus));
const calendar = new ICAL.Component(ICAL.parse(file));
const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));

describe("日历文件（RFC 5545）", () => {
  test("每行以回车换行结束，不超过75个字节，折行不切断汉字", () => {
    const lines = file.split("\r\n");
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.some((line) => line.startsWith(" "))).toBe(true);
    expect(file).not.toContain("\uFFFD");
  });

  test("别的程序读得出来：全天的事件，没有闹铃，编号不重复", () => {
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("prodid")).toBe("-//mingbai//duty ledger//ZH");
    expect(events.length).toBe(withDues(corpus).flatMap(({ dues }) => dues).length);
    expect(events.every(({ startDate, endDate }) => startDate.isDate && endDate.subtractDate(startDate).toSeconds() === 86_400)).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(file).not.toContain("VALARM");
  });

  test("写着任务、原文、怎么算的、出处", () => {
    const event = events.find(({ uid }) => uid === "xiping-2020.33.quarterly.20200930@mingbai");
    expect(event?.summary).toBe("认真落实领导干部学法用法制度");
    expect(event?.startDate.toString()).toBe("2020-09-30");
    expect(event?.description).toBe(
      "「政府常务会议、部门办公会议每季度至少学法1次」\n每季度的任务，记在季度最后一天。\n《西平县2020年度法治政府建设工作安排》（西政办〔2020〕20号）九、(三十三)",
    );
  });

  test("同样的文件写出同样的字节；时间戳是成文日期", () => {
    expect(toICalendar(withDues(corpusOf(...seeds(), yunling(), document("time-forms"))))).toBe(file);
    expect(file).toContain("DTSTAMP:20200708T000000Z");
  });

  test("逗号、分号、反斜杠写成转义，读回来还是原样", () => {
    const plan = yunling();
    const odd = toICalendar(withDues(corpusOf({ ...plan, text: plan.text.replace("年底前将所需经费", "年底前将“甲;乙\\丙,丁”") })));
    const read = new ICAL.Component(ICAL.parse(odd)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
    expect(odd.replaceAll("\r\n ", "")).toContain("甲\\;乙\\\\丙\\,丁");
    expect(read.find(({ uid }) => uid === "yunling-2026.10.once.20261231@mingbai")?.description).toContain("「年底前将“甲;乙\\丙,丁”纳入预算」");
  });
});
