import ExcelJS from "exceljs";

/** Opens a workbook as an office program does. */
export async function readWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

/** The cells of its first sheet under a title. @throws where no column has it */
export function columnOf({ worksheets: [sheet] }: ExcelJS.Workbook, title: string): readonly string[] {
  const titles = sheet?.getRow(1).values ?? [];
  const column = Array.isArray(titles) ? titles.indexOf(title) : -1;
  if (sheet === undefined || column < 1) throw new Error(`没有“${title}”一列`);
  return Array.from({ length: sheet.rowCount - 1 }, (_, row) => String(sheet.getCell(row + 2, column).value ?? ""));
}
