import { expect, test } from "vitest";
import { momentInChina } from "../../src/app/date-in-china.ts";
import { planReminders } from "../../src/app/office/plan-reminders.ts";
import { corpusOf, DAYS, seeds, yunling } from "../reminders/corpus.ts";
import { officeOver } from "../reminders/office.ts";
import { describeStores } from "./stores.ts";

const corpus = corpusOf(...seeds(), yunling());

describeStores("安排好的提醒", (current) => {
  const plan = (date: string, minute: number) => planReminders(officeOver(current.store, corpus), DAYS, { mostMessagesADay: 1 }, momentInChina(date, minute));
  const rows = async () => (await current.store.outboxRows({ what: "digest" })).map(({ occasion, state }) => `${occasion} ${state}`).sort();
  const subscribe = async () => {
    await current.store.saveChat("telegram:1", { kind: "group" });
    await current.store.subscribe("telegram:1", { kind: "unit", unit: "县司法局", collective: false }, 0);
  };

  test("8:40以前取不到；发出去的记下，第二天不再提", async () => {
    await subscribe();
    expect(await plan("2020-09-17", 510)).toMatchObject({ digests: 1 });
    expect(await current.store.dueRows("telegram", momentInChina("2020-09-17", 519), 9)).toEqual([]);
    const [row] = await current.store.dueRows("telegram", momentInChina("2020-09-17", 520), 9);
    expect(row?.notice.title).toBe("今日提醒：2项（9月17日）");
    expect(await current.store.lease("w", { id: row?.id ?? "", chat: "telegram:1" })).toBe(true);
    await current.store.recordSent("w", row?.id ?? "", "100", momentInChina("2020-09-17", 521));
    expect(await plan("2020-09-18", 510)).toMatchObject({ digests: 0 });
    expect(await rows()).toEqual(["2020-09-17 sent"]);
  });

  test("当天没有时间了的、停机时过期的，都记为错过，一次也取不出来；没到期的并进下一个工作日", async () => {
    await subscribe();
    await plan("2026-09-15", 540);
    await current.store.saveChat("telegram:1", { quiet: { from: 900, to: 1080 } });
    expect(await plan("2026-10-09", 960)).toMatchObject({ digests: 0, held: 1, missed: 1 });
    const later = momentInChina("2026-10-09", 1039);
    expect(await current.store.dueRows("telegram", later, 9)).toEqual([]);
    await current.store.expire(later, later);
    expect(await rows()).toEqual(["2026-10-08 missed", "2026-10-09 missed"]);
    expect(await plan("2026-10-10", 540)).toMatchObject({ digests: 1, missed: 0 });
    const [row] = await current.store.dueRows("telegram", momentInChina("2026-10-10", 541), 9);
    expect(row?.notice.paragraphs.join("\n")).toContain("本应10月8日提醒，当时没有发出，今天补发。");
  });

  test("两个进程同时安排，只有一份", async () => {
    await subscribe();
    await Promise.all([plan("2020-09-17", 540), plan("2020-09-17", 540), plan("2020-09-17", 540)]);
    expect(await rows()).toEqual(["2020-09-17 waiting"]);
  });
});
