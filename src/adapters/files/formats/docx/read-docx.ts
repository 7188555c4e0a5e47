import { AppError } from "../../../../errors.ts";
import { isCompoundFile, openCompoundFile } from "../compound-file.ts";
import type { FormatReader } from "../format-reader.ts";
import { openZip } from "../zip.ts";

/**
 * Reads a Word document (docx). Automatic numbers are printed as Word shows them, tracked changes are accepted; notes, comments, hidden words,
 * page headers and footers, and tables of contents are left out.
 * @throws {AppError} also `classified`: a page header or a text box has a 密级 mark, which the blocks would not show at their head;
 * `unsafe_path`, `type_mismatch`
 */
export const readDocx: FormatReader = async (bytes, file) => {
  if (isCompoundFile(bytes)) throw notAPackage(bytes, file);
  const zip = await openZip(bytes, file);
  const { readWordPackage } = await import("./word-package.ts");
  return readWordPackage(zip, file);
};

/** A docx with a password is a compound file around the encrypted package ([MS-OFFCRYPTO]). */
function notAPackage(bytes: Uint8Array, file: string): AppError {
  if (openCompoundFile(bytes, file).names.includes("EncryptedPackage")) {
    return new AppError("encrypted", `「${file}」加了密码，不能读取：请在 Word 里取消密码后另存再用。`);
  }
  return new AppError("type_mismatch", `「${file}」的内容其实是旧版 Office 文档，不是 docx：请改用它原来的扩展名，或用 Word 另存为 docx。`);
}
