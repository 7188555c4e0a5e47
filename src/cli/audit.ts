import { renderCsv } from "../adapters/spreadsheet/csv.ts";
import { openStore } from "../adapters/store/store.ts";
import { timeInChina } from "../app/date-in-china.ts";
import { AUDIT_COLUMNS, actionName, actorName, resultName } from "../app/office/audit-words.zh.ts";
import { parseDate } from "../core/document/calendar.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { write } from "./edge.ts";
import * as say from "./store-messages.zh.ts";
import { storePlaceOf } from "./store-place.ts";
import { renderTable } from "./table.ts";

/** `mingbai audit`: who did what, when, with what result. */
export async function runAudit({ edge, values }: CommandCall): Promise<number> {
  const since = values.get("since");
  const sinceMs = since === undefined ? undefined : startOf(since);
  const store = await openStore(storePlaceOf(edge));
  const entries = await store.auditEntries(sinceMs === undefined ? {} : { sinceMs }).finally(() => store.close());
  const format = values.get("format");
  if (format === "json") {
    const described = entries.map(({ atMs, ...entry }) => ({ time: `${timeInChina(atMs).replace(" ", "T")}+08:00`, ...entry }));
    await write(edge.stdout, `${JSON.stringify(described, undefined, 2)}\n`);
    return 0;
  }
  const rows = entries.map(({ atMs, person, actor, action, object, result, detail }) => [
    timeInChina(atMs),
    actorName({ actor, person }),
    actionName(action),
    object,
    resultName(result),
    detail,
  ]);
  if (format === "csv") await write(edge.stdout, renderCsv([AUDIT_COLUMNS, ...rows]));
  else await write(edge.stdout, rows.length === 0 ? `${say.noAuditEntries()}\n` : renderTable(AUDIT_COLUMNS, rows));
  return 0;
}

/** Midnight in China. @throws {AppError} `usage` for what is no date */
function startOf(text: string): number {
  const date = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? parseDate(text) : undefined;
  if (date === undefined) throw new AppError("usage", say.noDate(text));
  return Date.parse(`${date}T00:00:00+08:00`);
}
