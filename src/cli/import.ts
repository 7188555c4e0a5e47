import { statSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { readFileBytes } from "../adapters/files/file-bytes.ts";
import { findGivenFacts } from "../adapters/files/given-facts.ts";
import { walkFolder } from "../adapters/files/walk-folder.ts";
import { importReport, refusal } from "../app/import-document.ts";
import type { ImportFile, ImportOutcome } from "../app/import-file.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { warnOn } from "./compose.ts";
import { type ImportDesk, importDeskOf } from "./compose-import.ts";
import { changesReport, renderImported } from "./document-report.ts";
import { type Edge, write } from "./edge.ts";
import { createProgress } from "./import-progress.ts";
import * as say from "./messages.zh.ts";
import type { FileReading } from "./read-document.ts";

/** `mingbai import`: reads files and folders, keeps what is read (`--dry-run`: nothing), and reports. @returns 1 when a file was refused */
export async function runImport(call: CommandCall): Promise<number> {
  const { edge, switches, values, words } = call;
  const library = values.get("library");
  if (library !== undefined) return (await import("./import-laws.ts")).importLaws(call, library);
  const paths = words.flatMap((word) => filesAt(edge, word));
  const desk = importDeskOf(edge);
  const keeps = !switches.has("dry-run");
  const progress = await createProgress(edge, paths.length);
  let status = 0;
  try {
    for (const path of paths) {
      const file = basename(path);
      const result = await importPath(desk, path, keeps);
      if (result instanceof AppError) status = 1;
      progress.step(file);
      await write(edge.stdout, `${switches.has("json") ? JSON.stringify(toJson(file, result)) : toText(result, desk)}\n`);
    }
  } finally {
    progress.stop();
    await desk.close();
  }
  return status;
}

/** A file that was read, and where it is kept what became of it. */
interface ImportResult {
  readonly reading: FileReading;
  readonly outcome: ImportOutcome | undefined;
}

/** The files that a word names: itself, or all in the folder. What is left out of a folder is told. */
function filesAt(edge: Edge, word: string): readonly string[] {
  const path = resolve(edge.workingDir, word);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const { files, leftOut } = walkFolder(path);
  if (leftOut.length > 0)
    warnOn(edge)(
      say.leftOutOfFolder(
        word,
        leftOut.map((left) => relative(path, left)),
      ),
    );
  if (files.length === 0) warnOn(edge)(say.folderIsEmpty(word));
  return files;
}

/** What stands in the file, or why it is refused. */
async function importPath(desk: ImportDesk, path: string, keeps: boolean): Promise<ImportResult | AppError> {
  try {
    const file: ImportFile = { name: basename(path), bytes: readFileBytes(path).bytes, given: findGivenFacts(path) ?? {} };
    return keeps ? await desk.importFile(file) : { reading: await desk.tryFile(file), outcome: undefined };
  } catch (error) {
    return error instanceof AppError ? error : new AppError("unreadable", say.readingFailed(basename(path)), { cause: error });
  }
}

function toJson(file: string, result: ImportResult | AppError): object {
  // To whoever imports, a file that is not there is one that cannot be read; the contract has no other code for it.
  if (result instanceof AppError) return refusal(file, result.code === "not_found" ? new AppError("unreadable", result.message, { cause: result }) : result);
  const { reading, outcome } = result;
  return { ...importReport(reading.document, reading.entry), ...(outcome && { outcome: changesReport(outcome) }) };
}

function toText(result: ImportResult | AppError, { register }: ImportDesk): string {
  return result instanceof AppError ? say.importRefused(result.message) : renderImported(result.reading, result.outcome, register);
}
