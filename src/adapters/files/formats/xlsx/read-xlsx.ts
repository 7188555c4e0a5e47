import type { SourceBlock } from "../../../../core/document/source-text.ts";
import { AppError } from "../../../../errors.ts";
import type { FormatReader } from "../format-reader.ts";
import { tableBlocks } from "../table-blocks.ts";
import { openZip, type ZipArchive } from "../zip.ts";
import { type CellContext, readSheet, SheetTooLarge } from "./read-sheet.ts";
import { BadXml } from "./scan-xml.ts";
import { readRelations, readSharedStrings, readStyleFormats, readWorkbook, type SheetEntry, WORKBOOK_PART } from "./workbook.ts";

/**
 * Reads a workbook, sheet by sheet in the order of the tabs; hidden sheets only where no other has words. A sheet's lines above and below its table
 * (title, 填报单位, 备注) are lines. The sheets' XML is scanned here and not by exceljs, which takes 582 MB for a million empty cells, more than an import
 * may use; the scan takes none for them.
 */
export const readXlsx: FormatReader = async (bytes, file) => {
  const archive = await openZip(bytes, file);
  try {
    return readBlocks(archive, file);
  } catch (error) {
    if (error instanceof BadXml) throw new AppError("unreadable", `「${file}」不完整或已损坏：请重新取得完整的文件。`, { cause: error });
    if (error instanceof SheetTooLarge) throw new AppError("too_large", `「${file}」的单元格太多，不像一份台账：请只留下需要的工作表和行，另存后再导入。`);
    throw error;
  }
};

function readBlocks(archive: ZipArchive, file: string): readonly SourceBlock[] {
  const workbookXml = partText(archive, WORKBOOK_PART);
  if (workbookXml === undefined) throw new AppError("unreadable", `「${file}」里没有工作簿：请重新取得完整的文件。`);
  const workbook = readWorkbook(workbookXml, readRelations(partText(archive, "xl/_rels/workbook.xml.rels") ?? ""));
  const context: CellContext = {
    strings: readSharedStrings(partText(archive, "xl/sharedStrings.xml") ?? ""),
    formats: readStyleFormats(partText(archive, "xl/styles.xml") ?? ""),
    from1904: workbook.from1904,
  };
  const read = (sheets: readonly SheetEntry[]): readonly SourceBlock[] => sheets.flatMap((sheet) => sheetBlocks(archive, sheet, context));
  const shown = read(workbook.sheets.filter((sheet) => !sheet.isHidden));
  const blocks = shown.length > 0 ? shown : read(workbook.sheets.filter((sheet) => sheet.isHidden));
  if (blocks.length === 0) throw new AppError("empty", `「${file}」的工作表里没有文字：请换成有内容的文件。`);
  return blocks;
}

function sheetBlocks(archive: ZipArchive, sheet: SheetEntry, context: CellContext): readonly SourceBlock[] {
  const xml = partText(archive, sheet.part);
  const blocks = xml === undefined ? [] : tableBlocks(readSheet(xml, context));
  return blocks.length === 0 ? [] : [{ kind: "sheet", name: sheet.name }, ...blocks];
}

/** A part's XML: UTF-8, or UTF-16 with its mark. */
function partText(archive: ZipArchive, name: string): string | undefined {
  const bytes = archive.read(name);
  if (bytes === undefined) return undefined;
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
