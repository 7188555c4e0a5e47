import type { SourceText } from "../../core/document/source-text.ts";
import { AppError } from "../../errors.ts";
import { classificationMark } from "./classification-mark.ts";
import { decodeText } from "./decode.ts";
import { type ForeignType, isForeignType } from "./format-readers.ts";
import { createFormatThread } from "./format-thread.ts";
import { fileTypeOf } from "./formats/file-type.ts";
import { isNoDocument } from "./no-document.ts";
import type { TextCache } from "./text-cache.ts";

/** No document has a paragraph this long; what has one is data. */
const MOST_LINE_CHARACTERS = 1_000_000;

/** Reads the text and the tables of files of every format that the program knows. */
export interface SourceTextReader {
  /**
   * @param file base name, for messages; what a file is tell its bytes alone
   * @throws {AppError} as contract `import.md`, rule 19, says
   */
  read(bytes: Uint8Array, file: string): Promise<SourceText>;
  /** Ends the thread that foreign formats are read in, if one was started. */
  close(): Promise<void>;
}

export interface SourceTextReaderOptions {
  /** The program of the thread that foreign formats are read in. */
  readonly threadEntry: string;
  /** What foreign files were read as before. */
  readonly cache?: TextCache | undefined;
}

export function createSourceTextReader({ threadEntry, cache }: SourceTextReaderOptions): SourceTextReader {
  const thread = createFormatThread(threadEntry);
  const readForeign = async (type: ForeignType, bytes: Uint8Array, file: string): Promise<SourceText> => {
    const known = cache?.find(bytes);
    if (known) return known;
    const source = await thread.read({ type, bytes, file });
    cache?.keep(bytes, source);
    return source;
  };
  return {
    async read(bytes, file) {
      if (bytes.length === 0) throw new AppError("empty", `「${file}」是空文件：请换成有内容的文件。`);
      const type = fileTypeOf(bytes);
      const source = isForeignType(type) ? await readForeign(type, bytes, file) : { text: decodeText(bytes, file), tables: [] };
      refuseUnfit(source.text, file);
      return source;
    },
    close: () => thread.close(),
  };
}

/** @throws {AppError} `empty`, `classified`, `too_large`, `not_a_document` */
function refuseUnfit(text: string, file: string): void {
  if (text.trim() === "") throw new AppError("empty", `「${file}」里没有文字：请换成有内容的文件。`);
  const mark = classificationMark(text);
  if (mark !== undefined) throw new AppError("classified", `「${file}」标有密级「${mark}」，涉密文件不能收入：请按保密规定处理，不要放在联网的设备上。`);
  if (hasEndlessLine(text))
    throw new AppError("too_large", `「${file}」里有一行超过 ${MOST_LINE_CHARACTERS / 10_000} 万字，不像公文：请检查文件，分好段落后再用。`);
  if (isNoDocument(text)) throw new AppError("not_a_document", `「${file}」里几乎没有中文语句，不是公文：请换成要收录的文件。`);
}

function hasEndlessLine(text: string): boolean {
  for (let start = 0; text.length - start > MOST_LINE_CHARACTERS; ) {
    const end = text.indexOf("\n", start);
    if (end < 0 || end - start > MOST_LINE_CHARACTERS) return true;
    start = end + 1;
  }
  return false;
}
