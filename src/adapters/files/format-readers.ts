import type { SourceBlock } from "../../core/document/source-text.ts";
import type { ReadableKind } from "./formats/file-type.ts";
import type { FormatReader } from "./formats/format-reader.ts";

/** Formats that are no plain text. Their readers run in a thread of their own. */
export type ForeignKind = Exclude<ReadableKind, "text">;

/** What a reader makes of a file. */
export interface FormatReading {
  readonly blocks: readonly SourceBlock[];
  /** As in `SourceText`. */
  readonly lapse?: string | undefined;
}

/** Each reader, and with it its library, is loaded when its format is met. */
const LOADERS: Readonly<Record<ForeignKind, () => Promise<(bytes: Uint8Array, file: string) => Promise<FormatReading>>>> = {
  doc: async () => blocksOf((await import("./formats/doc/read-doc.ts")).readDoc),
  docx: async () => blocksOf((await import("./formats/docx/read-docx.ts")).readDocx),
  html: async () => (await import("./formats/html/read-html.ts")).readWebPage,
  ofd: async () => blocksOf((await import("./formats/ofd/read-ofd.ts")).readOfd),
  pdf: async () => blocksOf((await import("./formats/pdf/read-pdf.ts")).readPdf),
  xlsx: async () => blocksOf((await import("./formats/xlsx/read-xlsx.ts")).readXlsx),
};

function blocksOf(read: FormatReader): (bytes: Uint8Array, file: string) => Promise<FormatReading> {
  return async (bytes, file) => ({ blocks: await read(bytes, file) });
}

/** @throws as `FormatReader` does, when it is called */
export function loadFormatReader(kind: ForeignKind): Promise<(bytes: Uint8Array, file: string) => Promise<FormatReading>> {
  return LOADERS[kind]();
}
