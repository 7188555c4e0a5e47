import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseHolidayFile, readDate } from "../adapters/calendar/holiday-file.ts";
import { createHolidayTable } from "../adapters/calendar/holiday-table.ts";
import { openStore, type Store } from "../adapters/store/store.ts";
import { dateInChina } from "../app/date-in-china.ts";
import * as office from "../app/office/messages.zh.ts";
import type { HolidayRecord } from "../app/office/ports.ts";
import { loadWorkingDays } from "../app/office/working-days.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { type Edge, write } from "./edge.ts";
import * as say from "./reminder-messages.zh.ts";
import { storePlaceOf } from "./store-place.ts";
import { renderTable } from "./table.ts";

/** `mingbai holidays`: the table of holidays and worked weekend days, which an administrator edits. */
export async function runHolidays({ edge, words: [what = "list", ...rest] }: CommandCall): Promise<number> {
  const act = ACTIONS[what];
  if (!act) throw new AppError("usage", say.holidaysUsage());
  const store = await openStore(storePlaceOf(edge));
  try {
    await write(edge.stdout, `${await act(store, edge, rest)}\n`);
  } finally {
    await store.close();
  }
  return 0;
}

const ACTIONS: Readonly<Record<string, (store: Store, edge: Edge, words: readonly string[]) => Promise<string>>> = {
  list: (store, _edge, [year = dateInChina(Date.now()).slice(0, 4)]) => listYear(store, year),
  set: (store, { workingDir }, [path = ""]) => save(store, parseHolidayFile(readFile(resolve(workingDir, path), path), basename(path))),
  add: (store, _edge, [date = "", name = ""]) => {
    if (name === "") throw new AppError("usage", say.holidaysUsage());
    return save(store, [{ date: getDate(date), kind: "holiday", name }]);
  },
  workday: (store, _edge, [date = "", name = say.WORKED]) => save(store, [{ date: getDate(date), kind: "workday", name }]),
  remove: (store, _edge, [date = ""]) => remove(store, getDate(date)),
};

async function listYear(store: Store, text: string): Promise<string> {
  if (!/^(?:19|20|21)\d{2}$/u.test(text)) throw new AppError("usage", say.noYear(text));
  const table = createHolidayTable();
  const year = Number(text);
  const own = (await store.holidays()).filter(({ date }) => date.startsWith(`${year}-`));
  const entered = new Set(own.map(({ date }) => date));
  const shipped = (table.daysOf(year) ?? []).filter(({ date }) => !entered.has(date));
  const rows = [...own, ...shipped].sort((one, other) => one.date.localeCompare(other.date)).map((day) => say.holidayRow(day, entered.has(day.date)));
  const warning = (await loadWorkingDays(store, table)).covers(year) ? [] : [office.yearNotCovered(year)];
  return [rows.length > 0 ? renderTable(say.HOLIDAY_COLUMNS, rows).trimEnd() : say.noHolidays(year), ...warning].join("\n");
}

async function save(store: Store, days: readonly HolidayRecord[]): Promise<string> {
  await store.saveHolidays(days);
  await audit(store, "holidays_set", days);
  return say.holidaysSaved(days.length);
}

async function remove(store: Store, date: string): Promise<string> {
  const there = (await store.holidays()).filter((day) => day.date === date);
  if (there.length === 0) return say.holidayNotThere(date);
  await store.removeHolidays([date]);
  await audit(store, "holidays_remove", there);
  return say.holidayRemoved(date);
}

function audit(store: Store, action: string, days: readonly HolidayRecord[]): Promise<void> {
  const [first, last] = [days[0]?.date ?? "", days.at(-1)?.date ?? ""];
  return store.audit({
    atMs: Date.now(),
    actor: "cli",
    action,
    object: first === last ? first : `${first}..${last}`,
    result: "done",
    detail: `${days.length}`,
  });
}

function getDate(text: string): string {
  const date = readDate(text);
  if (date === undefined) throw new AppError("usage", say.noDate(text));
  return date;
}

function readFile(path: string, given: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new AppError("not_found", say.holidayFileMissing(given));
  }
}
