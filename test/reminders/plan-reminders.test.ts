import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { momentInChina } from "../../src/app/date-in-china.ts";
import { planReminders } from "../../src/app/office/plan-reminders.ts";
import { corpusOf, DAYS, seeds, yunling } from "./corpus.ts";
import { openOffice } from "./office.ts";

const corpus = corpusOf(...seeds(), yunling());
const MINUTE = 60_000;
let opened: Awaited<ReturnType<typeof openOffice>>;

beforeEach(async () => {
  opened = await openOffice(corpus);
  await subscribe("telegram:1", "县司法局");
});
afterEach(() => opened.close());

async function subscribe(chat: string, unit: string, collective = false): Promise<void> {
  await opened.office.stores.saveChat(chat, { kind: chat.startsWith("telegram") ? "group" : "robot" });
  await opened.office.stores.subscribe(chat, { kind: "unit", unit, collective }, 0);
}
const at = (date: string, time: string): number => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return momentInChina(date, hour * 60 + minute);
};
const plan = (date: string, time: string, mostMessagesADay = 1) => planReminders(opened.office, DAYS, { mostMessagesADay }, at(date, time));
const sentAll = (): void => {
  for (const row of opened.rows) row.state = "sent";
};
const textOf = (index: number): string => opened.rows[index]?.notice.paragraphs.join("\n") ?? "";

describe("安排一天的提醒", () => {
  test("工作日8:30安排，8:40发，17:20以后不再有用；只有这个单位的任务，带着任务供按钮用", async () => {
    expect(await plan("2020-09-17", "08:30")).toEqual({ day: "2020-09-17", digests: 1, held: 0, missed: 0, isCovered: true });
    expect(opened.rows).toMatchObject([
      { what: "digest", occasion: "2020-09-17", chat: "telegram:1", notBeforeMs: at("2020-09-17", "08:40"), expiresAtMs: at("2020-09-17", "17:20") },
    ]);
    expect(opened.rows[0]?.notice.tasks).toEqual([
      { documentId: "xiping-2020", ordinal: 10, unit: "县司法局" },
      { documentId: "xiping-2020", ordinal: 37, unit: "县司法局" },
    ]);
  });

  test("休息日、8:30以前、17:20以后不安排；没有到期的日子不发", async () => {
    for (const [day, time] of [
      ["2020-10-03", "09:00"],
      ["2020-09-17", "08:29"],
      ["2020-09-17", "17:21"],
      ["2020-09-17", "00:00"],
    ] as const)
      expect(await plan(day, time)).toBeUndefined();
    expect(await plan("2020-09-18", "09:00")).toMatchObject({ digests: 0 });
    expect(opened.rows).toEqual([]);
  });

  test("一天只安排一次；时钟往回跳、往前跳都不会再来一条", async () => {
    await plan("2020-09-17", "09:00");
    sentAll();
    expect(await plan("2020-09-17", "10:00")).toBeUndefined();
    await plan("2020-09-16", "10:00");
    await plan("2020-10-09", "09:00");
    expect(opened.rows.map(({ occasion }) => occasion)).toEqual(["2020-09-17", "2020-10-09"]);
    sentAll();
    await plan("2020-09-17", "11:00");
    await plan("2020-09-18", "09:00");
    await plan("2020-10-09", "16:00");
    expect(opened.rows).toHaveLength(2);
  });

  test("时钟跳到几年以后又跳回来，以后照常提醒", async () => {
    expect(await plan("2031-03-03", "09:00")).toMatchObject({ isCovered: false });
    await plan("2020-09-17", "09:00");
    expect(opened.rows.filter(({ state }) => state === "waiting").map(({ occasion }) => occasion)).toContain("2020-09-17");
  });

  test("写进发件箱以后、记下之前断了电，重来一次也不会多一条", async () => {
    const broken = { ...opened.office, stores: { ...opened.office.stores, notePlannedDay: () => Promise.reject(new Error("断电")) } };
    await expect(planReminders(broken, DAYS, { mostMessagesADay: 1 }, at("2020-09-17", "09:00"))).rejects.toThrow("断电");
    await plan("2020-09-17", "09:05");
    expect(opened.rows).toHaveLength(1);
  });

  test("机器人停了几天：还没到期的并进一条补发，写明是补发；已经过期的记为错过，不发", async () => {
    await plan("2026-09-15", "09:00");
    sentAll();
    opened.rows.length = 0;
    // 9月30日到期：9月18日应提醒（前7个工作日），9月27日起放假；10月4日到期的已经过了。
    expect(await plan("2026-10-09", "09:00")).toMatchObject({ digests: 1, missed: 1 });
    const [lost, digest] = opened.rows;
    expect(lost?.expiresAtMs).toBeLessThan(at("2026-10-09", "09:00"));
    expect(lost?.notBeforeMs).toBeGreaterThan(lost?.expiresAtMs ?? 0);
    expect(lost?.notice.paragraphs.join("")).toContain("2026年9月底前");
    expect(digest?.occasion).toBe("2026-10-09");
    expect(digest?.notice.paragraphs.join("\n")).toContain("本应10月8日提醒，当时没有发出，今天补发");
    expect(digest?.notice.paragraphs.join("\n")).not.toContain("2026年9月底前");
  });

  test("前一天安排了没有发出去的，第二天并进一条；发出去的不再提", async () => {
    await subscribe("telegram:2", "县司法局");
    await plan("2020-09-17", "09:00");
    for (const row of opened.rows) row.state = row.chat === "telegram:1" ? "missed" : "sent";
    await plan("2020-09-18", "09:00");
    expect(opened.rows.slice(2).map(({ chat, occasion }) => [chat, occasion])).toEqual([["telegram:1", "2020-09-18"]]);
    expect(textOf(2)).toContain("还有9个工作日");
  });

  test("免打扰时段往后推；当天没有时间了，留到下一个工作日", async () => {
    await opened.office.stores.saveChat("telegram:1", { quiet: { from: 20 * 60, to: 9 * 60 + 30 } });
    await plan("2020-09-17", "08:35");
    expect(opened.rows[0]?.notBeforeMs).toBe(at("2020-09-17", "09:30"));
    sentAll();
    await opened.office.stores.saveChat("telegram:1", { quiet: { from: 15 * 60, to: 18 * 60 } });
    expect(await plan("2020-10-09", "16:00")).toMatchObject({ digests: 0, held: 1 });
    expect(opened.rows[1]?.expiresAtMs).toBe(at("2020-10-09", "16:00"));
    expect(await plan("2020-10-10", "08:35")).toMatchObject({ digests: 1 });
    expect(textOf(2)).toContain("本应10月9日提醒");
  });

  test("今天已经收到别的消息，到了上限就留到下一个工作日；今天到期的照发", async () => {
    const broadcast = { what: "broadcast:1", occasion: "-", chat: "telegram:1", notice: { title: "", paragraphs: [] }, notBeforeMs: 0, expiresAtMs: undefined };
    await opened.office.stores.putIntoOutbox([broadcast], 0);
    expect(await plan("2020-09-17", "09:00")).toMatchObject({ digests: 0, held: 1 });
    expect(await plan("2020-12-31", "09:00")).toMatchObject({ digests: 1, held: 0 });
  });

  test("停用的会话不安排；群机器人的结尾不说命令", async () => {
    await opened.office.stores.saveChat("telegram:1", { parked: "机器人被移出了群" });
    await subscribe("wecom:法治群", "县司法局");
    await plan("2020-09-17", "09:00");
    expect(opened.rows.map(({ chat }) => chat)).toEqual(["wecom:法治群"]);
    expect(opened.rows[0]?.notice.footer).not.toContain("/");
  });

  test("报了已办结的不再提醒；下一季度照常", async () => {
    const done = { documentId: "xiping-2020", ordinal: 37, unit: "司法局", state: "done", note: undefined, person: "telegram:9" } as const;
    await opened.office.stores.saveProgress({ ...done, atMs: at("2020-09-01", "10:00") });
    await plan("2020-09-17", "09:00");
    expect(opened.rows[0]?.notice.tasks?.map(({ ordinal }) => ordinal)).toEqual([10]);
    sentAll();
    await plan("2020-10-09", "09:00");
    expect(opened.rows[1]?.notice.tasks?.map(({ ordinal }) => ordinal)).toEqual([10, 37]);
  });
});

describe("订阅什么提醒什么", () => {
  const tasksOn = async (day: string): Promise<readonly string[]> => {
    opened.rows.length = 0;
    await plan(day, "09:00");
    return opened.rows.flatMap(({ chat, notice }) => notice.paragraphs.map((text) => `${chat} ${/⟦(?<path>[^⟧]+)⟧/u.exec(text)?.groups?.["path"]}`));
  };

  test("乡镇：点名的提醒；笼统点名只在要求时提醒，部门不会收到只给乡镇的", async () => {
    await subscribe("telegram:2", "谭店乡");
    await subscribe("telegram:3", "云岭县谭店乡人民政府", true);
    await subscribe("telegram:4", "县教育局");
    await subscribe("telegram:5", "县教育局", true);
    expect((await tasksOn("2026-07-01")).filter((line) => !line.startsWith("telegram:1"))).toEqual([
      "telegram:2 二、(七)",
      "telegram:3 二、(五)",
      "telegram:3 二、(七)",
      "telegram:5 二、(五)",
    ]);
  });

  test("带县名的只管那个县的文件；一部分、一份文件、全部", async () => {
    await subscribe("telegram:2", "西平县司法局");
    const { subscribe: add } = opened.office.stores;
    const section = corpus.sectionsOf("yunling-2026")[1]?.node ?? 0;
    for (const chat of ["telegram:6", "telegram:7", "telegram:8"]) await opened.office.stores.saveChat(chat, { kind: "group" });
    await add("telegram:6", { kind: "section", documentId: "yunling-2026", node: section }, 0);
    await add("telegram:7", { kind: "document", documentId: "xiping-2020" }, 0);
    await add("telegram:8", { kind: "all" }, 0);
    await add("telegram:8", { kind: "document", documentId: "yunling-2026" }, 0);
    expect((await tasksOn("2026-12-17")).filter((line) => !line.startsWith("telegram:1"))).toEqual([
      "telegram:6 二、(四)",
      "telegram:6 二、(七)",
      "telegram:8 二、(四)",
      "telegram:8 二、(七)",
    ]);
  });
});

test("一分钟也不早", () => {
  expect(at("2020-09-17", "08:40") - at("2020-09-17", "08:39")).toBe(MINUTE);
  expect(new Date(at("2020-09-17", "08:40")).toISOString()).toBe("2020-09-17T00:40:00.000Z");
});
