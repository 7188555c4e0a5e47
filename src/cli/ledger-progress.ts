import { spreadsheets } from "../adapters/spreadsheet/spreadsheets.ts";
import { dateInChina } from "../app/date-in-china.ts";
import { ABOUT, NO_FILTER } from "../app/duties/duty-words.zh.ts";
import { type ProgressRow, type ProgressSource, progressTable } from "../app/office/progress-table.ts";
import { dayOf, dueOf, NO_ASSESSMENT, PROGRESS_STATES, whoSaid, wordsOf } from "../app/office/progress-words.zh.ts";
import type { StoredCorpus } from "../app/ports.ts";
import { placeOf } from "../core/answer/cite.ts";
import { createCorpus } from "../core/ledger/corpus.ts";
import { AppError } from "../errors.ts";
import { unitRegister } from "./compose.ts";
import { type Edge, write } from "./edge.ts";
import { namedPersonsOf } from "./named-persons.ts";
import { readStore } from "./office-at-hand.ts";
import * as say from "./office-messages.zh.ts";
import type { LedgerPart } from "./render-ledger.ts";
import { renderTable } from "./table.ts";

const WIDTHS = [16, 36, 48, 14, 12, 30, 10, 12, 48];

/**
 * `mingbai ledger --progress`: every unit's duties with what it said of them, for the office.
 * @param parts the documents that are looked at @param unit as the user named it; undefined for all
 * @throws {AppError} `usage`
 */
export async function writeProgress(
  edge: Edge,
  { documents, ledger }: StoredCorpus,
  { parts, unit, format }: { readonly parts: readonly LedgerPart[]; readonly unit: string | undefined; readonly format: string },
): Promise<void> {
  if (format === "json") throw new AppError("usage", say.jsonNotForProgress());
  const corpus = createCorpus(documents, ledger, unitRegister());
  const sourceOver = (stores: ProgressSource["stores"]) => ({ stores, corpus: () => Promise.resolve(corpus), named: namedPersonsOf(edge) });
  const all = await readStore(edge, (store) => progressTable(sourceOver(store), unit), undefined);
  const rows = (all ?? (await progressTable(sourceOver(NOTHING_SAID), unit))).filter(({ document }) => parts.some((part) => part.document.id === document.id));
  const cells = rows.map(cellsOf);
  const table = {
    name: say.progressSheetName(),
    columns: say.PROGRESS_COLUMNS.map((title, index) => ({ title, width: WIDTHS[index] ?? 0 })),
    rows: cells,
    note: NO_ASSESSMENT,
    about: [
      [ABOUT.what, say.progressSheetName()],
      [ABOUT.filter, unit ?? NO_FILTER],
      [ABOUT.rows, String(cells.length)],
      [ABOUT.madeOn, dateInChina(Date.now())],
      [ABOUT.note, NO_ASSESSMENT],
    ] as const,
  };
  if (format === "csv") return await write(edge.stdout, spreadsheets.toCsv(table));
  if (format === "xlsx") return await write(edge.stdout, await spreadsheets.toXlsx(table));
  await write(edge.stdout, rows.length === 0 ? `${say.noProgress()}\n` : `${renderTable(say.PROGRESS_COLUMNS, cells)}${NO_ASSESSMENT}\n`);
}

const NOTHING_SAID: ProgressSource["stores"] = {
  saveProgress: () => Promise.resolve(),
  progress: () => Promise.resolve([]),
  roleOf: () => Promise.resolve(undefined),
};

function cellsOf(row: ProgressRow): string[] {
  const { unit, task, document, said } = row;
  return [
    unit,
    task.title,
    wordsOf(task),
    dueOf(task),
    said ? PROGRESS_STATES[said.state] : "",
    said?.note ?? "",
    whoSaid(row),
    said ? dayOf(said) : "",
    placeOf(document, task.path),
  ];
}
