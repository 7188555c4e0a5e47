import { importReport } from "../app/import-document.ts";
import type { CommandCall } from "./command.ts";
import { takeUsualSnapshot, unitRegister } from "./compose.ts";
import { getById } from "./document-choice.ts";
import { renderReport } from "./document-report.ts";
import { write } from "./edge.ts";
import { readDocument } from "./read-document.ts";

/** `mingbai report`: what was read of a document, told again from the text that is kept. */
export async function runReport({ edge, switches, words }: CommandCall): Promise<number> {
  const { files } = await takeUsualSnapshot(edge).read();
  const register = unitRegister();
  const reading = readDocument(getById(files, words[0] ?? ""), register);
  const report = switches.has("json") ? JSON.stringify(importReport(reading.document, reading.entry)) : renderReport(reading, register);
  await write(edge.stdout, `${report}\n`);
  return 0;
}
