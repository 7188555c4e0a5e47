import { basename, resolve } from "node:path";
import { idFromName } from "../adapters/files/seed-files.ts";
import { readDocumentFile } from "../adapters/files/text-file.ts";
import { importReport, refusal } from "../app/import-document.ts";
import type { UnitRegister } from "../core/units/unit.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { unitRegister } from "./compose.ts";
import { write } from "./edge.ts";
import * as say from "./messages.zh.ts";
import { type FileReading, readDocument } from "./read-document.ts";

/** `mingbai import --dry-run`: reads files and reports what stands in them; nothing is kept. @returns 1 when a file was refused */
export async function runImport({ edge, switches, words }: CommandCall): Promise<number> {
  if (!switches.has("dry-run")) throw new AppError("usage", say.importNeedsDryRun());
  const register = unitRegister();
  let status = 0;
  for (const path of words) {
    const file = basename(path);
    const read = readFile(resolve(edge.workingDir, path), register);
    if (read instanceof AppError) status = 1;
    await write(edge.stdout, `${switches.has("json") ? JSON.stringify(toJson(file, read)) : toText(read)}\n`);
  }
  return status;
}

/** What stands in the file, or why it is refused. */
function readFile(path: string, register: UnitRegister): FileReading | AppError {
  try {
    const { file, text } = readDocumentFile(path);
    return readDocument({ id: idFromName(file), file, text, tables: [], region: undefined, year: undefined, title: undefined }, register);
  } catch (error) {
    return error instanceof AppError ? error : new AppError("unreadable", say.readingFailed(basename(path)), { cause: error });
  }
}

function toJson(file: string, read: FileReading | AppError): object {
  if (!(read instanceof AppError)) return importReport(read.document, read.entry);
  // To whoever imports, a file that is not there is one that cannot be read; the contract has no other code for it.
  return refusal(file, read.code === "not_found" ? new AppError("unreadable", read.message, { cause: read }) : read);
}

function toText(read: FileReading | AppError): string {
  return read instanceof AppError ? say.importRefused(read.message) : say.importSummary(read);
}
