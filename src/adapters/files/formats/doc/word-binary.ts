import { AppError } from "../../../../errors.ts";
import type { CompoundFile } from "../compound-file.ts";

/** The streams of a Word 97–2003 document and where its structures stand ([MS-DOC] 2.5, the FIB). Offsets and lengths are in bytes. */
export interface WordBinary {
  /** The stream WordDocument: text and formatting pages. */
  readonly main: Uint8Array;
  /** The stream 0Table or 1Table: tables that point into the main one. */
  readonly table: Uint8Array;
  /** The stream Data: formatting too long for a page; empty where there is none. */
  readonly data: Uint8Array;
  readonly stories: Stories;
  /** The bytes of a structure in the table stream, by its place in the FIB; empty where there is none. */
  readonly structure: (fibOffset: number) => Uint8Array;
  /** Where that structure begins in the table stream. */
  readonly structureStart: (fibOffset: number) => number;
}

/** Character positions where the stories of a document begin and end; all stand in one row. */
export interface Stories {
  readonly body: Range;
  readonly headers: Range;
  readonly textBoxes: Range;
  readonly headerTextBoxes: Range;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

const WORD_97 = 0xa5ec;
const WORD_6 = 0xa5dc;
const FIRST_VERSION = 0xc1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
/** Lengths of the stories in their order: body, footnotes, headers, macros, comments, endnotes, text boxes, text boxes of headers. */
const STORY_LENGTHS = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64, 0x68];

/**
 * @param file base name, for messages
 * @throws {AppError} `encrypted`, `unsupported` Word 95 and older, `not_a_document`, `unreadable`
 */
export function readBinary(container: CompoundFile, file: string): WordBinary {
  if (container.names.includes("EncryptedPackage")) throw encrypted(file);
  const main = container.stream("WordDocument");
  if (!main) throw new AppError("not_a_document", `「${file}」不是 Word 文档：请换成公文的原文件。`);
  const view = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const kind = view.getUint16(0, true);
  if (kind === WORD_6 || (kind === WORD_97 && view.getUint16(2, true) < FIRST_VERSION)) {
    throw new AppError("unsupported", `「${file}」是 Word 95 或更早的格式，不能读取：请用 Word 打开后另存为 docx。`);
  }
  if (kind !== WORD_97) throw new AppError("unreadable", `「${file}」已损坏，不能读取：请重新取得完整的文件。`);
  const flags = view.getUint16(0x0a, true);
  if (flags & ENCRYPTED) throw encrypted(file);
  const table = container.stream(flags & SECOND_TABLE ? "1Table" : "0Table");
  if (!table) throw new AppError("unreadable", `「${file}」不完整：请重新取得完整的文件。`);
  const structureStart = (fibOffset: number) => view.getUint32(fibOffset, true);
  return {
    main,
    table,
    data: container.stream("Data") ?? new Uint8Array(0),
    stories: storiesOf(view),
    structureStart,
    structure: (fibOffset) => {
      const start = structureStart(fibOffset);
      return table.subarray(start, start + view.getUint32(fibOffset + 4, true));
    },
  };
}

function storiesOf(view: DataView): Stories {
  let end = 0;
  const ranges = STORY_LENGTHS.map((offset): Range => {
    const start = end;
    end += view.getUint32(offset, true);
    return { start, end };
  });
  const none: Range = { start: 0, end: 0 };
  return { body: ranges[0] ?? none, headers: ranges[2] ?? none, textBoxes: ranges[6] ?? none, headerTextBoxes: ranges[7] ?? none };
}

function encrypted(file: string): AppError {
  return new AppError("encrypted", `「${file}」加了密码，不能读取：请在 Word 里取消密码后另存再用。`);
}
