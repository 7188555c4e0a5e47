import { beforeAll, describe, expect, test } from "vitest";
import { momentInChina } from "../../src/app/date-in-china.ts";
import { planReminders } from "../../src/app/office/plan-reminders.ts";
import { addDays } from "../../src/core/document/index.ts";
import { scheduleOf } from "../../src/core/reminders/schedule.ts";
import { corpusOf, DAYS, document, seeds, yunling } from "./corpus.ts";
import { openOffice, type TestRow } from "./office.ts";

const corpus = corpusOf(...seeds(), document("joint-measures-sentences"), document("parts-officers-items"), yunling());
const YEARS = [2020, 2026];
const RULES = { mostMessagesADay: 1 };
/** Minutes after midnight at which the bot looks whether there is something to plan. */
const LOOKS = [0, 500, 510, 600, 1039, 1041, 1439];

const rows: TestRow[] = [];

beforeAll(async () => {
  for (const year of YEARS) {
    const { office, rows: planned, close } = await openOffice(corpus);
    await office.stores.saveChat("telegram:1", { kind: "group" });
    await office.stores.subscribe("telegram:1", { kind: "all" }, 0);
    for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addDays(day, 1) ?? "") {
      for (const minute of LOOKS) await planReminders(office, DAYS, RULES, momentInChina(day, minute));
      for (const row of planned) row.state = "sent";
    }
    rows.push(...planned);
    await close();
  }
}, 120_000);

const minuteOf = (ms: number): number => ((ms + 8 * 3_600_000) / 60_000) % 1440;

describe("2020年和2026年逐日模拟：两份自带的文件和三份收录的文件", () => {
  test("每条提醒都在工作日，8:30到17:20之间发；过了17:20就不再发", () => {
    const wrong = rows.filter(
      ({ occasion, notBeforeMs, expiresAtMs }) =>
        !DAYS.isWorkingDay(occasion) || minuteOf(notBeforeMs) < 510 || minuteOf(notBeforeMs) > 1040 || minuteOf(expiresAtMs ?? 0) !== 1040,
    );
    expect(rows.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });

  test("一天一个会话最多一条", () => {
    expect(new Set(rows.map(({ occasion, chat }) => `${occasion} ${chat}`)).size).toBe(rows.length);
  });

  test("成文当天和以前没有；2020年的安排在2026年没有；写明次年的才到次年", () => {
    const early = scheduleOf(corpus, DAYS, "1990-01-01", "2199-12-31").flatMap(({ document: { issuedOn }, reminders }) =>
      reminders.filter(({ on }) => issuedOn !== undefined && on <= issuedOn),
    );
    expect(early).toEqual([]);
    const documentsIn = (year: number) => [...new Set(scheduleOf(corpus, DAYS, `${year}-01-01`, `${year}-12-31`).map(({ document: { id } }) => id))];
    expect(documentsIn(2019)).toEqual([]);
    expect(documentsIn(2020)).toEqual(["xiping-2020", "joint-measures-sentences"]);
    expect(documentsIn(2021)).toEqual(["joint-measures-sentences"]);
    expect(documentsIn(2026)).toEqual(["parts-officers-items", "yunling-2026"]);
    expect(documentsIn(2027)).toEqual(["yunling-2026"]);
    expect(documentsIn(2028)).toEqual([]);
  });

  test("没有写时间的、持续推进的、定期的、立行立改的，一次也不提醒", () => {
    const reminded = scheduleOf(corpus, DAYS, "1990-01-01", "2199-12-31").map(({ task }) => task);
    expect(
      reminded.filter(({ deadline, obligations }) =>
        [deadline, ...obligations].every((one) => one === undefined || (one.dueOn === undefined && (one.recurring ?? "irregular") === "irregular")),
      ),
    ).toEqual([]);
    expect(
      reminded
        .filter(({ documentId }) => documentId === "yunling-2026")
        .map(({ ordinal }) => ordinal)
        .sort((a, b) => a - b),
    ).toEqual([1, 2, 4, 5, 6, 7, 9, 10]);
  });

  test("引文都是原文里的一段，一字不差", () => {
    for (const { document: read, reminders } of scheduleOf(corpus, DAYS, "2020-01-01", "2027-12-31"))
      for (const { due } of reminders) for (const { start, end } of due.clauses) expect(read.source.slice(start, end).trim().length).toBeGreaterThan(1);
    const quotes = rows.flatMap(({ notice }) =>
      notice.paragraphs.flatMap((text) => [...text.matchAll(/「(?<quote>[^」]+)」/gu)].map(([, quote]) => quote ?? "")),
    );
    expect(quotes.filter((quote) => !corpus.documents.some(({ source }) => source.includes(quote)))).toEqual([]);
  });

  test("全部提醒列成一张表，人看过", async () => {
    const table = rows.map(({ occasion, notBeforeMs, notice }) => {
      const minute = minuteOf(notBeforeMs);
      const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      return [`== ${occasion} ${time} ${notice.title}`, ...notice.paragraphs].join("\n");
    });
    await expect(`${table.join("\n\n")}\n`).toMatchFileSnapshot("every-day.snap");
  });
});
