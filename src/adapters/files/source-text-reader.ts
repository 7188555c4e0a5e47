import type { SourceText } from "../../core/document/source-text.ts";
import { AppError } from "../../errors.ts";
import { refuseClassified } from "./classification-mark.ts";
import { decodeText } from "./decode.ts";
import type { ForeignKind } from "./format-readers.ts";
import { createFormatThread, type ThreadProgram } from "./format-thread.ts";
import { readableKindOf } from "./formats/file-type.ts";
import { tablesInMarkdown } from "./formats/markdown.ts";
import { isNoDocument } from "./no-document.ts";
import type { TextCache } from "./text-cache.ts";

/** No document has a paragraph this long; what has one is data. */
const MOST_LINE_CHARACTERS = 1_000_000;

/** Reads the text and the tables of files of every format that the program knows. */
export interface SourceTextReader {
  /**
   * @param file base name, for messages; its ending must not claim another type than the bytes have
   * @throws {AppError} as contract `import.md`, rule 19, says
   */
  read(bytes: Uint8Array, file: string): Promise<SourceText>;
  /** Ends the thread that foreign formats are read in, if one was started. */
  close(): Promise<void>;
}

export interface SourceTextReaderOptions {
  /** The program of the thread that foreign formats are read in. */
  readonly thread: ThreadProgram;
  /** What foreign files were read as before. */
  readonly cache?: TextCache | undefined;
}

export function createSourceTextReader({ thread: program, cache }: SourceTextReaderOptions): SourceTextReader {
  const thread = createFormatThread(program);
  const readForeign = async (kind: ForeignKind, bytes: Uint8Array, file: string): Promise<SourceText> => {
    const known = cache?.find(bytes);
    if (known) return known;
    const source = await thread.read({ kind, bytes, file });
    cache?.keep(bytes, source);
    return source;
  };
  return {
    async read(bytes, file) {
      const kind = readableKindOf(bytes, file);
      const source = kind === "text" ? textOf(decodeText(bytes, file)) : await readForeign(kind, bytes, file);
      refuseUnfit(source.text, file);
      return source;
    },
    close: () => thread.close(),
  };
}

/** A plain text with the pipe tables in it. */
function textOf(text: string): SourceText {
  return { text, tables: tablesInMarkdown(text) };
}

/** @throws {AppError} `empty`, `classified`, `too_large`, `not_a_document` */
function refuseUnfit(text: string, file: string): void {
  if (text.trim() === "") throw new AppError("empty", `「${file}」里没有文字：请换成有内容的文件。`);
  refuseClassified(text, file);
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
