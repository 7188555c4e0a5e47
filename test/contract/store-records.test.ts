import { describe, expect, test } from "vitest";
import type { AuditEntry, ProgressRecord } from "../../src/app/office/ports.ts";
import { describeStores } from "./stores.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const PERSON = "telegram:700100";
const GROUP = "telegram:-100200";

describeStores("办公室的记录", (current) => {
  const entry = (given: Partial<AuditEntry>): AuditEntry => ({
    atMs: 1,
    actor: PERSON,
    action: "subscribe",
    object: GROUP,
    result: "done",
    detail: "",
    ...given,
  });

  describe("审计记录", () => {
    test("人写成代号，谁是谁另存；同一个人同一个代号，重启后也是", async () => {
      await current.store.saveChat(GROUP, { kind: "group" });
      await current.store.audit(entry({ atMs: 1 }));
      await current.reopen();
      await current.store.audit(entry({ atMs: 2, action: "grant", object: PERSON, detail: "联络员" }));
      await current.store.audit(entry({ atMs: 3, actor: "cli", action: "import", object: "xiping-2020" }));
      const entries = await current.store.auditEntries({});
      const pseudonym = entries[0]?.actor;
      expect(pseudonym).toMatch(/^P[0-9A-Za-z]+$/u);
      expect(entries).toEqual([
        { ...entry({ atMs: 1 }), actor: pseudonym, person: PERSON },
        { ...entry({ atMs: 2, action: "grant", object: PERSON, detail: "联络员" }), actor: pseudonym, person: PERSON },
        { ...entry({ atMs: 3, actor: "cli", action: "import", object: "xiping-2020" }), person: undefined },
      ]);
      expect(JSON.stringify(await current.database.run("SELECT * FROM audit_log"))).not.toContain("700100");
    });
    test("同一毫秒的按先后；起止时间，最近几条", async () => {
      await Promise.all(Array.from({ length: 20 }, (_, index) => current.store.audit(entry({ atMs: 5, detail: `${index}` }))));
      await current.store.audit(entry({ atMs: 4, detail: "早" }));
      await current.store.audit(entry({ atMs: 6, detail: "晚" }));
      const details = async (filter: Parameters<typeof current.store.auditEntries>[0]) =>
        (await current.store.auditEntries(filter)).map(({ detail }) => detail);
      const fives = Array.from({ length: 20 }, (_, index) => `${index}`);
      expect(await details({})).toEqual(["早", ...fives, "晚"]);
      expect(await details({ sinceMs: 5, untilMs: 6 })).toEqual(fives);
      expect(await details({ limit: 2 })).toEqual(["19", "晚"]);
      expect(await details({ limit: 2, skip: 1 })).toEqual(["18", "19"]);
      expect(await details({ limit: 2, skip: 21 })).toEqual(["早"]);
    });
    test("改不动；六个月以内的删不掉，谁来都一样", async () => {
      await current.store.audit(entry({ atMs: Date.now() - 182 * DAY_MS }));
      for (const sql of ["UPDATE audit_log SET detail = '改'", "DELETE FROM audit_log"]) {
        await expect(current.database.run(sql)).rejects.toThrow(/audit_log/u);
      }
      await current.store.forgetAuditBefore(Date.now() + DAY_MS);
      expect(await current.store.auditEntries({})).toHaveLength(1);
    });
    test("更早的可以忘掉，只忘到给出的时间", async () => {
      const [older, old] = [Date.now() - 400 * DAY_MS, Date.now() - 300 * DAY_MS];
      await current.store.audit(entry({ atMs: older }));
      await current.store.audit(entry({ atMs: old }));
      await current.store.forgetAuditBefore(old);
      expect((await current.store.auditEntries({})).map(({ atMs }) => atMs)).toEqual([old]);
    });
  });

  describe("忘掉一个人", () => {
    const progress: ProgressRecord = { documentId: "xiping-2020", ordinal: 3, unit: "县司法局", state: "done", note: undefined, person: PERSON, atMs: 1 };
    test("只剩代号，没人知道是谁；别人的都在", async () => {
      const { store, database } = current;
      await store.saveChat(GROUP, { kind: "group" });
      for (const person of [PERSON, "telegram:7001001"]) {
        await store.audit(entry({ actor: person }));
        await store.saveGrant({ person, role: "liaison", unit: "县司法局" });
        await store.saveChat(person, { kind: "private" });
        await store.subscribe(person, { kind: "all" }, 1);
        await store.savePlace(person, "西平县");
        await store.saveConversation(`${person}:${person.slice("telegram:".length)}`, { state: 1, updatedAtMs: 1 });
        await store.saveConversation(`${GROUP}:${person.slice("telegram:".length)}`, { state: 1, updatedAtMs: 1 });
        await store.saveProgress({ ...progress, ordinal: person.length, person });
        await database.run(
          `INSERT INTO outbox (id, what, occasion, chat, notice, not_before_ms, state, created_at_ms) VALUES ('${person}', 'digest', '-', '${person}', '{}', 1, 'waiting', 1)`,
        );
        await store.saveBroadcast({
          id: `b${person.length}`,
          author: person,
          notice: { title: "", paragraphs: [] },
          audience: { kind: "chats", chats: [PERSON, GROUP] },
          plannedAtMs: undefined,
          state: "confirmed",
          progressMessage: { chat: person, messageId: "1" },
          createdAtMs: 1,
        });
      }
      const [{ actor: pseudonym } = { actor: "" }] = await store.auditEntries({});
      await store.forgetPerson(PERSON);
      const tables = ["conversations", "places", "chats", "grants", "subscriptions", "outbox", "broadcasts", "pseudonyms", "audit_log", "progress"];
      const rows = await Promise.all(tables.map((table) => database.run(`SELECT * FROM ${table}`)));
      expect(JSON.stringify(rows)).not.toMatch(/700100(?!1)/u);
      expect(rows.map(({ length }) => length)).toEqual([2, 1, 2, 1, 1, 1, 2, 1, 2, 2]);
      expect((await store.auditEntries({}))[0]).toMatchObject({ actor: pseudonym, person: undefined });
      expect((await store.progress({})).map(({ person }) => person)).toEqual([pseudonym, "telegram:7001001"]);
      await store.audit(entry({ atMs: 9 }));
      expect((await store.auditEntries({ sinceMs: 9 }))[0]?.actor).not.toBe(pseudonym);
    });
    test("没有留下过什么的人：不出错", async () => {
      await current.store.saveProgress(progress);
      await current.store.forgetPerson(PERSON);
      await current.store.forgetPerson("telegram:404");
      expect((await current.store.progress({}))[0]?.person).toMatch(/^P/u);
    });
  });

  describe("办理情况", () => {
    const record: ProgressRecord = { documentId: "xiping-2020", ordinal: 3, unit: "县司法局", state: "known", note: undefined, person: PERSON, atMs: 1 };
    test("一项任务一个单位一条，后说的算；按单位、文件查", async () => {
      const done: ProgressRecord = { ...record, state: "done", note: "已报送", atMs: 2 };
      const other: ProgressRecord = { ...record, documentId: "yunling-2021", unit: "县教育局" };
      await current.store.saveProgress(record);
      await current.store.saveProgress(other);
      await current.store.saveProgress(done);
      await current.reopen();
      expect(await current.store.progress({})).toEqual([done, other]);
      expect(await current.store.progress({ unit: "县教育局" })).toEqual([other]);
      expect(await current.store.progress({ unit: "县司法局", documentId: "yunling-2021" })).toEqual([]);
    });
  });

  describe("反馈", () => {
    test("同一问题同一评价只记次数；多的在前；旧的忘掉", async () => {
      const { store } = current;
      await store.recordFeedback("低保怎么申请", "not_found", 1);
      await store.recordFeedback("低保怎么申请", "not_found", 7);
      await store.recordFeedback("低保怎么申请", "disliked", 3);
      await current.reopen();
      expect(await current.store.feedback()).toEqual([
        { question: "低保怎么申请", verdict: "not_found", count: 2, lastAtMs: 7 },
        { question: "低保怎么申请", verdict: "disliked", count: 1, lastAtMs: 3 },
      ]);
      await current.store.forgetFeedbackBefore(7);
      expect((await current.store.feedback()).map(({ verdict }) => verdict)).toEqual(["not_found"]);
    });
    test("问题里的 NUL 字符不碍事", async () => {
      await current.store.recordFeedback("低保\0怎么申请", "liked", 1);
      await current.store.recordFeedback("低保\0怎么申请", "liked", 2);
      expect((await current.store.feedback())[0]?.count).toBe(2);
    });
  });

  describe("节假日", () => {
    test("按日期；再存则换掉；去掉没有的不出错", async () => {
      const { store } = current;
      const days = [
        { date: "2027-01-02", kind: "workday", name: "元旦调休" },
        { date: "2027-01-01", kind: "holiday", name: "元旦" },
      ] as const;
      await store.saveHolidays(days);
      await store.saveHolidays([{ date: "2027-01-02", kind: "holiday", name: "元旦" }]);
      await current.reopen();
      expect(await current.store.holidays()).toEqual([days[1], { date: "2027-01-02", kind: "holiday", name: "元旦" }]);
      await current.store.removeHolidays(["2027-01-01", "2027-05-01"]);
      expect((await current.store.holidays()).map(({ date }) => date)).toEqual(["2027-01-02"]);
      await current.store.saveHolidays([]);
      await current.store.removeHolidays([]);
    });
  });

  describe("安排过提醒的日子", () => {
    test("取到某天为止最近的一天；记两次也是一次；时钟跑到前面去的以后才算", async () => {
      const { store } = current;
      expect(await store.lastPlannedDay("2026-12-31")).toBeUndefined();
      for (const day of ["2026-09-17", "2026-09-18", "2026-09-17", "2031-01-02"]) await store.notePlannedDay(day);
      await current.reopen();
      expect(await current.store.lastPlannedDay("2026-12-31")).toBe("2026-09-18");
      expect(await current.store.lastPlannedDay("2026-09-17")).toBe("2026-09-17");
      expect(await current.store.lastPlannedDay("2026-09-16")).toBeUndefined();
      expect(await current.store.lastPlannedDay("2031-01-02")).toBe("2031-01-02");
    });
  });
});
