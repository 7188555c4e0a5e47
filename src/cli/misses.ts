import { renderCsv } from "../adapters/spreadsheet/csv.ts";
import { timeInChina } from "../app/date-in-china.ts";
import { loadMisses } from "../app/office/feedback.ts";
import type { CommandCall } from "./command.ts";
import { write } from "./edge.ts";
import { readStore } from "./office-at-hand.ts";
import * as say from "./office-messages.zh.ts";
import { renderTable } from "./table.ts";

/** `mingbai misses`: questions that found nothing or were disliked, without who asked. */
export async function runMisses({ edge, values }: CommandCall): Promise<number> {
  const misses = await readStore(edge, loadMisses, []);
  const format = values.get("format");
  if (format === "json") {
    const described = misses.map(({ question, verdict, count, lastAtMs }) => ({ question, verdict, count, last: timeInChina(lastAtMs) }));
    await write(edge.stdout, `${JSON.stringify(described, undefined, 2)}\n`);
    return 0;
  }
  const rows = misses.map(({ question, verdict, count, lastAtMs }) => [say.verdictName(verdict), String(count), timeInChina(lastAtMs), question]);
  if (format === "csv") await write(edge.stdout, renderCsv([say.MISSES_COLUMNS, ...rows]));
  else await write(edge.stdout, rows.length === 0 ? `${say.noMisses()}\n` : renderTable(say.MISSES_COLUMNS, rows));
  return 0;
}
