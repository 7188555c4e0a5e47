import { describeFilter, describeQuery } from "../../core/answer/describe.ts";
import type { CalendarDate } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import { readState } from "../conversation.ts";
import { dateInChina } from "../date-in-china.ts";
import type { SheetTable, Spreadsheets } from "../spreadsheets.ts";
import type { DutyArrangement, DutyGroup } from "./arrange-duties.ts";
import { dutyTable, type TableRow } from "./duty-table.ts";
import * as say from "./duty-words.zh.ts";
import { filterParts } from "./filter-parts.ts";
import type { DutyFilter } from "./find-duties.ts";

/** A table that can be handed over as a file. */
export interface DutyExport {
  /** Of the file, in Chinese, without an ending; free of what no name of a file may hold. */
  readonly name: string;
  readonly table: SheetTable;
}

/** A table of the ledger as it was filtered and laid out. */
export function exportLedger(
  corpus: Corpus,
  { filter, arrangement, groups }: { readonly filter: DutyFilter; readonly arrangement: DutyArrangement; readonly groups: readonly DutyGroup[] },
  nowMs: number,
): DutyExport {
  const rows = groups.flatMap(({ heading, rows: own }) => own.map((row): TableRow => ({ ...row, group: heading && say.groupWords(heading) })));
  const conditions = filterParts(corpus, filter).map(({ words }) => words);
  const subject = [say.LEDGER, ...(filter.units ?? [])].join("-");
  return exportRows({ sheet: say.LEDGER, subject, rows, conditions, order: say.orderWords(arrangement.sort, arrangement.isDescending) }, nowMs);
}

/**
 * A table of the tasks that a turn of a conversation listed, all of them and in its order, named after what was asked.
 * @param state what the turn left @returns undefined where it listed none
 */
export function exportTurn(corpus: Corpus, state: unknown, nowMs: number): DutyExport | undefined {
  const { previous } = readState(state);
  if (previous === undefined) return undefined;
  const { query, shown } = previous;
  const rows = shown.flatMap(({ document: id, ordinal }): TableRow[] => {
    const [document, task] = [corpus.document(id), corpus.task(id, ordinal)];
    return document && task ? [{ document, task }] : [];
  });
  if (rows.length === 0) return undefined;
  const understood = query.kind === "tasks" ? describeFilter(query, corpus) : describeQuery(query, corpus);
  // The last part says what is wanted: 列出任务.
  const parts = understood.split(" · ");
  const subject = parts.length > 1 ? parts.slice(0, -1) : parts;
  return exportRows({ sheet: say.TASK_LIST, subject: [say.TASK_LIST, ...subject].join("-"), rows, conditions: [understood], order: say.AS_ANSWERED }, nowMs);
}

/** What an export is made of. */
interface ExportedRows {
  readonly sheet: string;
  /** What the file is named after. */
  readonly subject: string;
  readonly rows: readonly TableRow[];
  /** By which the rows were chosen, for the reader. */
  readonly conditions: readonly string[];
  /** How they are sorted, for the reader. */
  readonly order: string;
}

/** A table of rows with what it tells of itself. */
export function exportRows({ sheet, subject, rows, conditions, order }: ExportedRows, nowMs: number): DutyExport {
  const today = dateInChina(nowMs);
  const titles = [...new Map(rows.map(({ document }) => [document.id, say.documentWords(document)])).values()];
  return {
    name: fileName(subject, today),
    table: dutyTable(sheet, rows, [
      [say.ABOUT.what, sheet],
      [say.ABOUT.documents, titles.join("\n")],
      [say.ABOUT.filter, conditions.join("；") || say.NO_FILTER],
      [say.ABOUT.order, order],
      [say.ABOUT.rows, String(rows.length)],
      [say.ABOUT.madeOn, today],
      [say.ABOUT.note, say.ABOUT_NOTE],
    ]),
  };
}

/** With the day it stays below what file systems take: 255 bytes, three a character. */
const MAX_SUBJECT_CHARACTERS = 60;

function fileName(subject: string, day: CalendarDate): string {
  const plain = subject.toWellFormed().replace(/[\s\p{C}\\/:;*?"<>|“”]+/gu, "");
  return `${[...plain]
    .slice(0, MAX_SUBJECT_CHARACTERS)
    .join("")
    .replace(/[. ]+$/u, "")}-${day}`;
}

/** The bytes of an export in a format. */
export async function bytesOf({ table }: DutyExport, format: ExportFormat, spreadsheets: Spreadsheets): Promise<Uint8Array<ArrayBuffer>> {
  return format === "csv" ? new Uint8Array(new TextEncoder().encode(spreadsheets.toCsv(table))) : await spreadsheets.toXlsx(table);
}

export type ExportFormat = "csv" | "xlsx";

/** A table as the file that chats hand over. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
}

/** What a turn of a conversation listed, as a workbook. @param state what the turn left @returns undefined where it listed no task */
export type TurnExport = (state: unknown) => Promise<ExportedFile | undefined>;

export function createTurnExport(corpus: () => Promise<Corpus>, spreadsheets: Spreadsheets, clock: () => number): TurnExport {
  return async (state) => {
    const exported = exportTurn(await corpus(), state, clock());
    return exported && { name: `${exported.name}.xlsx`, bytes: await bytesOf(exported, "xlsx", spreadsheets), rows: exported.table.rows.length };
  };
}
