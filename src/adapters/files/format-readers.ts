import { AppError } from "../../errors.ts";
import type { ReadableKind } from "./formats/file-type.ts";
import type { FormatReader } from "./formats/format-reader.ts";

/** Formats that are no plain text. Their readers run in a thread of their own. */
export type ForeignKind = Exclude<ReadableKind, "text">;

/** Each reader, and with it its library, is loaded when its format is met. */
const LOADERS: Readonly<Partial<Record<ForeignKind, () => Promise<FormatReader>>>> = {
  docx: async () => (await import("./formats/docx/read-docx.ts")).readDocx,
  html: async () => (await import("./formats/html/read-html.ts")).readHtml,
  ofd: async () => (await import("./formats/ofd/read-ofd.ts")).readOfd,
  pdf: async () => (await import("./formats/pdf/read-pdf.ts")).readPdf,
};

export function loadFormatReader(kind: ForeignKind): Promise<FormatReader> {
  const load = LOADERS[kind];
  if (!load) throw new AppError("unsupported", `还不能读 ${kind} 格式：请另存为 docx 或 PDF 后再用。`);
  return load();
}
