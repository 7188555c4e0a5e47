import type { FormatReader } from "./formats/format-reader.ts";

/** Formats that are no plain text. Their readers run in a thread of their own. */
export type ForeignType = "docx" | "doc" | "xlsx" | "pdf" | "ofd" | "html";

/** Each reader is loaded when its format is met. */
const LOADERS: Readonly<Partial<Record<ForeignType, () => Promise<FormatReader>>>> = {};

export function isForeignType(type: string): type is ForeignType {
  return type in LOADERS;
}

export function loadFormatReader(type: ForeignType): Promise<FormatReader> {
  const load = LOADERS[type];
  if (!load) throw new Error(`there is no reader for ${type}`);
  return load();
}
