import { spreadsheets } from "../adapters/spreadsheet/spreadsheets.ts";
import * as say from "../app/duties/duty-words.zh.ts";
import { bytesOf, type ExportFormat, exportRows } from "../app/duties/export-duties.ts";
import { type Edge, write } from "./edge.ts";
import type { LedgerPart } from "./render-ledger.ts";

/** The ledger for office programs. @param unit the unit that the tasks were chosen by, as the user wrote it */
export async function writeLedgerFile(edge: Edge, parts: readonly LedgerPart[], unit: string | undefined, format: ExportFormat): Promise<void> {
  const rows = parts.flatMap(({ document, tasks }) => tasks.map((task) => ({ document, task })));
  const conditions = unit === undefined ? [] : [say.unitFilterWords(unit)];
  const exported = exportRows({ sheet: say.LEDGER, subject: say.LEDGER, rows, conditions, order: say.orderWords("document", false) }, Date.now());
  await write(edge.stdout, await bytesOf(exported, format, spreadsheets));
}
