import { AppError } from "../../../../errors.ts";
import { openCompoundFile } from "../compound-file.ts";
import type { FormatReader } from "../format-reader.ts";

/**
 * Reads a Word 97–2003 document (doc). Its structures are read here, because a library's plain text has lost the automatic numbers, the
 * merged cells and the borders between cells.
 * @throws {AppError} also `classified`: a page header or a text box has a 密级 mark; `unsupported` Word 95 and older
 */
export const readDoc: FormatReader = async (bytes, file) => {
  const { readWordBinary } = await import("./word-document.ts");
  try {
    return readWordBinary(openCompoundFile(bytes, file), file);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError("unreadable", `「${file}」不完整或已损坏：请重新取得完整的文件。`, { cause: error });
  }
};
