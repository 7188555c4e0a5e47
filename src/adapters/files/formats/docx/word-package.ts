import type { SourceBlock } from "../../../../core/document/source-text.ts";
import { AppError } from "../../../../errors.ts";
import { refuseClassified } from "../../classification-mark.ts";
import { cellText } from "../word/table-grid.ts";
import type { ZipArchive } from "../zip.ts";
import { StoryReader } from "./body.ts";
import { readNumbering } from "./numbering.ts";
import { readParts } from "./package-parts.ts";
import { Styles } from "./styles.ts";
import { childOf } from "./xml.ts";

/**
 * The blocks of a Word package's body.
 * @throws {AppError} see `readDocx`
 */
export function readWordPackage(zip: ZipArchive, file: string): readonly SourceBlock[] {
  const parts = readParts(zip, file);
  const read = () => new StoryReader({ styles: new Styles(parts.styles), lists: readNumbering(parts.numbering), file });
  for (const header of parts.headers) refuseClassified(cellText(read().read(header)), file);
  const body = childOf(parts.document, "w:body");
  if (!body) throw new AppError("unreadable", `「${file}」缺少正文部分，文件不完整：请用 Word 打开后另存，或重新取得完整的文件。`);
  return read().read(body);
}
