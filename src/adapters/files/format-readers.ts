import type { ReadableKind } from "./formats/file-type.ts";
import type { FormatReader } from "./formats/format-reader.ts";

/** Formats that are no plain text. Their readers run in a thread of their own. */
export type ForeignKind = Exclude<ReadableKind, "text">;

/** Each reader, and with it its library, is loaded when its format is met. */
const LOADERS: Readonly<Record<ForeignKind, () => Promise<FormatReader>>> = {
  doc: async () => (await import("./formats/doc/read-doc.ts")).readDoc,
  docx: async () => (await import("./formats/docx/read-docx.ts")).readDocx,
  html: async () => (await import("./formats/html/read-html.ts")).readHtml,
  ofd: async () => (await import("./formats/ofd/read-ofd.ts")).readOfd,
  pdf: async () => (await import("./formats/pdf/read-pdf.ts")).readPdf,
  xlsx: async () => (await import("./formats/xlsx/read-xlsx.ts")).readXlsx,
};

export function loadFormatReader(kind: ForeignKind): Promise<FormatReader> {
  return LOADERS[kind]();
}
