import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { findDuties } from "../../src/app/duties/find-duties.ts";
import { unitProfile } from "../../src/app/duties/unit-profile.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { parsePage } from "./page-text.ts";
import { createTestWeb } from "./server.ts";

const seeds = await createSeedsAssistant();
const web = await createTestWeb({ ...seeds, clock: () => Date.parse("2026-11-22T04:00:00Z") });
const corpus = await seeds.assistant.corpus();
const JUSTICE = encodeURIComponent("县司法局");
const OFFICE = encodeURIComponent("办公室");

function textsOf(html: string, selector: string): readonly string[] {
  return [...parsePage(html).querySelectorAll(selector)].map(({ textContent }) => (textContent ?? "").replace(/\s+/gu, " ").trim());
}

describe("日历", () => {
  test("不写年份，看最近有到期任务的一年；次数就是台账里的次数", async () => {
    const { text } = await web.get("/calendar");
    expect(textsOf(text, "h1")).toEqual(["2020年到期日历"]);
    const dues = findDuties(corpus, {}).flatMap((duty) => duty.dues.filter(({ dueOn }) => dueOn.startsWith("2020")));
    expect(textsOf(text, ".day li")).toHaveLength(dues.length);
    expect(textsOf(text, ".lead")[0]).toContain(`到期${dues.length}次`);
  });

  test("每一次写明任务、原文、怎么算的、出处，点开就是任务的地址", async () => {
    const { text } = await web.get(`/calendar?unit=${JUSTICE}&year=2020&month=9`);
    expect(textsOf(text, "h1")).toEqual(["县司法局2020年到期日历"]);
    expect(textsOf(text, ".day h3")).toEqual(["9月30日 星期三"]);
    const [first] = textsOf(text, ".day li");
    expect(first).toContain("严格行政规范性文件管理");
    expect(first).toContain("按季度对工作情况进行通报等方式");
    expect(first).toContain("《西平县2020年度法治政府建设工作安排》（西政办〔2020〕20号）");
    expect(parsePage(text).querySelector(".due-task")?.getAttribute("href")).toBe("/d/xiping-2020#t10");
  });

  test("别名和错字也认得；叫这个名字的不止一个，先问是哪个", async () => {
    expect(textsOf((await web.get(`/calendar?unit=${encodeURIComponent("司发局")}`)).text, "h1")[0]).toBe("县司法局2020年到期日历");
    const several = (await web.get(`/calendar?unit=${OFFICE}`)).text;
    expect(several).toContain("叫这个名字的单位不止一个");
    expect(several).toContain("县政府办公室");
    expect(textsOf(several, ".day li")).toEqual([]);
  });

  test.each([
    ["没有的文件", "/calendar?document=none", 404],
    ["没有的单位", `/calendar?unit=${encodeURIComponent("天气")}`, 404],
    ["没有到期任务的一年", "/calendar?year=2031", 200],
    ["没有的月份", "/calendar?year=2020&month=13", 200],
    ["没有的一页", "/calendar?year=2020&month=12&page=99", 200],
    ["不是年份", "/calendar?year=abc&month=x&page=-1", 200],
    ["没有日期的文件", "/calendar?document=nanchang-2019", 200],
  ])("%s", async (_, path, status) => expect((await web.get(path)).status).toBe(status));

  test("订阅的日历：别的程序读得出，写明是谁的，每天看一次有没有变", async () => {
    const { status, headers, text } = await web.get(`/calendar.ics?unit=${JUSTICE}`);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
    const calendar = new ICAL.Component(ICAL.parse(text));
    const dues = findDuties(corpus, { units: ["县司法局"] }).flatMap((duty) => duty.dues);
    expect(calendar.getAllSubcomponents("vevent")).toHaveLength(dues.length);
    expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("县司法局到期日");
    expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("P1D");
    const again = await web.get(`/calendar.ics?unit=${JUSTICE}`, { "if-none-match": String(headers["etag"]) });
    expect(again.status).toBe(304);
  });

  test("页面上写着完整的订阅地址", async () => {
    const { text } = await web.get(`/calendar?unit=${JUSTICE}`);
    expect(textsOf(text, ".address")).toEqual([`${web.address}/calendar.ics?unit=${JUSTICE}`]);
    expect(parsePage(text).querySelector('a[href^="webcal:"]')).not.toBeNull();
  });
});

describe("单位", () => {
  test("点名的任务一项不少，和台账一样", async () => {
    const { text } = await web.get(`/u/${JUSTICE}`);
    const { named, collective, partners } = unitProfile("县司法局", corpus);
    expect(named).toHaveLength(29);
    const [own, grouped] = [...parsePage(text).querySelectorAll(".duty-list")];
    expect([...(own?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href"))).toEqual(
      named.map(({ task }) => `/d/${task.documentId}#t${task.ordinal}`),
    );
    expect(grouped?.querySelectorAll("li")).toHaveLength(collective.length);
    expect(textsOf(text, ".partners li")[0]).toBe(`${partners[0]?.name} ${partners[0]?.count}项`);
    expect(textsOf(text, ".lead")[0]).toContain("共29项");
  });

  test("别的叫法转到文件里的叫法", async () => {
    const { status, headers } = await web.get(`/u/${encodeURIComponent("发展和改革委员会")}`);
    expect([status, headers["location"]]).toEqual([302, `/u/${encodeURIComponent("县发改委")}`]);
  });

  test("不止一个就列出来；不是单位，说明怎么写", async () => {
    const several = await web.get(`/u/${OFFICE}`);
    expect(several.status).toBe(200);
    expect(textsOf(several.text, "main li")).toContain("县政府办公室");
    const unknown = await web.get(`/u/${encodeURIComponent("<script>alert(1)</script>")}`);
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain("没有认出");
    expect(unknown.text).not.toContain("<script>alert");
    expect((await web.get(`/u/${encodeURIComponent("长".repeat(500))}`)).status).toBe(404);
  });

  test("文件没有点名的单位：说没有，不编", async () => {
    const { status, text } = await web.get(`/u/${encodeURIComponent("县气象局")}`);
    expect(status).toBe(200);
    expect(textsOf(text, ".lead")[0]).toBe("现有文件里没有点名由它负责的任务。");
    expect(text).toContain("笼统点名");
  });
});
