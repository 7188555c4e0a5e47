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
import { PLAN_REGION, PLAN_YEAR, planTexts } from "./plan-texts.ts";

const CHATS = 1000;
const DOCUMENTS = 100;
const ROUNDS = { short: 3, full: 9 } as const;
/** A day before the end of quarter, half and year, when nearly everything is due. */
const BUSY_DAY = "2026-12-17";

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
  const documents = planTexts(DOCUMENTS).map((text, number) =>
    parseDocument(text, { id: `plan-${number}`, file: `plan-${number}.txt`, region: PLAN_REGION, year: PLAN_YEAR }),
  );
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
