import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate as turn } from "node:timers/promises";
import type ExcelJS from "exceljs";
import type { SheetTable } from "../../app/spreadsheets.ts";

/** The most that a cell holds. UTF-16 code units. */
const MAX_CELL_CHARACTERS = 32_767;
/** Older programs show longer cells in the format of text as ####. */
const MAX_TEXT_FORMAT_CHARACTERS = 255;
/** Rows are written without pause; others wait no longer than for so many. */
const ROWS_A_TURN = 200;
const PROGRAM = "明白";
const ABOUT = { name: "说明", widths: [14, 90] } as const;

const FRAME = { vertical: "top", wrapText: true } as const;
const HEADER: Partial<ExcelJS.Style> = { font: { bold: true }, alignment: FRAME };
const LONG: Partial<ExcelJS.Style> = { alignment: FRAME };
/** A cell in the format of text stays text also when somebody edits it. */
const SHORT: Partial<ExcelJS.Style> = { alignment: FRAME, numFmt: "@" };

/** A table as a workbook: its rows under a bold header that stays in sight and filters, and behind them a sheet that tells what it is. */
export async function renderXlsx({ name, columns, rows, note, about }: SheetTable): Promise<Uint8Array<ArrayBuffer>> {
  // It takes a tenth of a second to load.
  const { default: WorkbookWriter } = await import("exceljs/lib/stream/xlsx/workbook-writer.js");
  const output = new PassThrough();
  const workbook = new WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: true });
  const bytes = buffer(output);
  Object.assign(workbook, { creator: PROGRAM, lastModifiedBy: PROGRAM, title: name, subject: about[0]?.[1] ?? "" });
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  setWidths(
    sheet,
    columns.map(({ width }) => width),
  );
  if (columns.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  addRow(
    sheet,
    columns.map(({ title }) => title),
    () => HEADER,
  );
  let written = 0;
  for (const row of rows) {
    addRow(sheet, row, styleOf);
    written += 1;
    if (written % ROWS_A_TURN === 0) await turn();
  }
  // Over the whole width, so that its row is not as high as it is long.
  if (note !== undefined) addRow(sheet, [note], () => ({ alignment: { wrapText: false } }));
  sheet.commit();
  const facts = workbook.addWorksheet(ABOUT.name);
  setWidths(facts, ABOUT.widths);
  for (const [fact, value] of about) addRow(facts, [fact, value], (_, column) => (column === 0 ? HEADER : styleOf(value)));
  facts.commit();
  await workbook.commit();
  return new Uint8Array(await bytes);
}

function setWidths(sheet: ExcelJS.Worksheet, widths: readonly number[]): void {
  sheet.columns = widths.map((width) => ({ width }));
}

function addRow(sheet: ExcelJS.Worksheet, cells: readonly string[], styleFor: (text: string, column: number) => Partial<ExcelJS.Style>): void {
  const texts = cells.map(cleaned);
  // Nothing is an empty cell, which filters of spreadsheet programs know.
  const row = sheet.addRow(texts.map((text) => (text === "" ? null : text)));
  for (const [column, text] of texts.entries()) row.getCell(column + 1).style = styleFor(text, column);
  row.commit();
}

function styleOf(text: string): Partial<ExcelJS.Style> {
  return text.length > MAX_TEXT_FORMAT_CHARACTERS ? LONG : SHORT;
}

/** Characters that XML 1.0 cannot hold are left out. */
function cleaned(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").slice(0, MAX_CELL_CHARACTERS);
}
