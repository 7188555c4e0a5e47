import { createHolidayTable } from "../src/adapters/calendar/holiday-table.ts";
import { momentInChina } from "../src/app/date-in-china.ts";
import type { Office } from "../src/app/office/office.ts";
import type { NewOutboxRow } from "../src/app/office/outbox.ts";
import { planReminders } from "../src/app/office/plan-reminders.ts";
import type { ChatRecord, OfficeStores } from "../src/app/office/ports.ts";
import { unitRegister } from "../src/cli/compose.ts";
import { parseDocument } from "../src/core/document/index.ts";
import { type Corpus, createCorpus } from "../src/core/ledger/corpus.ts";
import { readLedger } from "../src/core/ledger/index.ts";
import type { Subscription } from "../src/core/reminders/subscription.ts";
import { createWorkingDays } from "../src/core/reminders/working-days.ts";
import { type Effort, type Measurement, median } from "./measurement.ts";

const CHATS = 1000;
const DOCUMENTS = 100;
const TASKS_A_DOCUMENT = 100;
const ROUNDS = { short: 3, full: 9 } as const;
/** A day before the end of quarter, half and year, when nearly everything is due. */
const BUSY_DAY = "2026-12-17";
const TIMES = ["每季度至少开展1次检查", "12月28日前完成", "全年至少举办2期培训", "每月28日前报送进展", "持续推进有关工作"];

/** Planning a busy day for 1,000 chats over 10,000 tasks, the outbox in memory: what it writes there is measured with the store. */
export async function measurePlan(effort: Effort): Promise<readonly Measurement[]> {
  const corpus = createPlans();
  const table = createHolidayTable();
  const times: number[] = [];
  let rows = 0;
  for (let round = 0; round < ROUNDS[effort]; round += 1) {
    const office = createOffice(corpus);
    const days = createWorkingDays((year) => table.daysOf(year), []);
    const startMs = performance.now();
    const planned = await planReminders(office, days, { mostMessagesADay: 1 }, momentInChina(BUSY_DAY, 9 * 60));
    times.push(performance.now() - startMs);
    rows = planned?.digests ?? 0;
  }
  if (rows === 0) throw new Error("nothing was planned");
  const value = median(times);
  return [
    {
      what: `plan a day: ${CHATS} chats, ${corpus.tasks.length} tasks`,
      measured: `${value.toFixed(0)} ms, ${rows} digests`,
      value,
      unit: "ms",
      target: { atMost: 1000 },
    },
  ];
}

function createPlans(): Corpus {
  const register = unitRegister();
  const units = register.units.map(({ short }) => `县${short}`);
  const documents = Array.from({ length: DOCUMENTS }, (_, number) => {
    const items = Array.from({ length: TASKS_A_DOCUMENT }, (_item, index) => {
      const named = [0, 7, 19].map((step) => units[(number * 31 + index + step) % units.length]).join("、");
      return `${index + 1}.推进第${index + 1}项工作。${TIMES[(number + index) % TIMES.length]}。\n责任单位:${named}、各有关部门`;
    });
    const text = `云政办发〔2026〕${number + 1}号\n云岭县2026年第${number + 1}批重点工作安排\n${items.join("\n")}\n云岭县人民政府办公室\n2026年1月12日\n`;
    return parseDocument(text, { id: `plan-${number}`, file: `plan-${number}.txt`, region: "云岭县", year: 2026 });
  });
  return createCorpus(
    documents,
    documents.map((document) => readLedger(document, register)),
    register,
  );
}

/** Every chat has a unit, some ask for collective duties too; each tenth has a document besides, each hundredth everything. */
function createOffice(corpus: Corpus): Office {
  const units = corpus.register.units.map(({ short }) => `县${short}`);
  const names = Array.from({ length: CHATS }, (_, index) => `telegram:${index}`);
  const chats = names.map((chat): ChatRecord => ({ chat, kind: "group", title: undefined, unit: undefined, quiet: undefined, parked: undefined }));
  const subscriptions = names.flatMap((chat, index): Subscription[] => [
    { id: `a${index}`, chat, scope: { kind: "unit", unit: units[index % units.length] ?? "", collective: index % 50 === 0 } },
    ...(index % 10 === 0 ? [{ id: `b${index}`, chat, scope: { kind: "document", documentId: `plan-${index % DOCUMENTS}` } as const }] : []),
    ...(index % 100 === 0 ? [{ id: `c${index}`, chat, scope: { kind: "all" } as const }] : []),
  ]);
  const stores: Partial<OfficeStores> = {
    chats: () => Promise.resolve(chats),
    subscriptions: () => Promise.resolve(subscriptions),
    progress: () => Promise.resolve([]),
    sentSince: () => Promise.resolve(new Map()),
    lastPlannedDay: () => Promise.resolve("2026-12-16"),
    notePlannedDay: () => Promise.resolve(),
    outboxRows: () => Promise.resolve([]),
    putIntoOutbox: (rows: readonly NewOutboxRow[]) => Promise.resolve(rows.length),
  };
  return {
    stores: stores as OfficeStores,
    corpus: () => Promise.resolve(corpus),
    findUnit: () => Promise.resolve({ kind: "unknown" }),
    named: { owners: new Set(), administrators: new Set() },
    clock: Date.now,
  };
}
