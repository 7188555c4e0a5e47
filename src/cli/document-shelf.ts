import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseCorrections } from "../adapters/files/corrections-file.ts";
import { createLibrary } from "../adapters/files/library.ts";
import { correctionsPath } from "../adapters/files/library-stamp.ts";
import { writeWhole } from "../adapters/files/write-file.ts";
import type { SourceFile } from "../app/corpus.ts";
import type { Corrected, DocumentShelf } from "../app/document-shelf.ts";
import { correctionsTemplate } from "../core/ledger/corrections-template.ts";
import { AppError } from "../errors.ts";
import { libraryFolderOf, takeUsualSnapshot, unitRegister } from "./compose.ts";
import { getById } from "./document-choice.ts";
import type { Edge } from "./edge.ts";
import * as say from "./messages.zh.ts";
import { readDocument } from "./read-document.ts";

/** The documents of the usual corpus. @param onChanged is called when one was taken out or mended */
export function createDocumentShelf(edge: Edge, onChanged: () => void): DocumentShelf {
  const folder = libraryFolderOf(edge);
  const library = createLibrary(folder);
  const getFile = async (id: string) => getById((await takeUsualSnapshot(edge).read()).files, id);
  const tryOn = (file: SourceFile, text: string): Corrected => {
    parseCorrections(text, basename(correctionsPath(folder, file.id)));
    return correctedBy(file, text);
  };
  return {
    imported: () => Promise.resolve(library.list()),
    async remove(id) {
      const removed = await library.whileLocked(() => {
        const facts = library.list().find((known) => known.id === id);
        if (facts) library.remove(id);
        return facts;
      });
      if (removed) onChanged();
      return removed;
    },
    async loadCorrections(id) {
      const file = await getFile(id);
      const path = correctionsPath(folder, file.id);
      return existsSync(path) ? { text: readFileSync(path, "utf8"), isTemplate: false } : { text: templateOf(file), isTemplate: true };
    },
    tryCorrections: async (id, text) => tryOn(await getFile(id), text),
    async saveCorrections(id, text) {
      const file = await getFile(id);
      const corrected = tryOn(file, text);
      keepCorrections(correctionsPath(folder, file.id), text);
      onChanged();
      return corrected;
    },
  };
}

/** What corrections do to the reading of a document. */
export function correctedBy(file: SourceFile, corrections: string): Corrected {
  return readDocument({ ...file, corrections }, unitRegister()).corrected;
}

/** Corrections of a document to fill in. */
export function templateOf(file: SourceFile): string {
  const { document, entry } = readDocument({ ...file, corrections: undefined }, unitRegister());
  return correctionsTemplate(document, entry);
}

/** @throws {AppError} `store_failed` */
export function keepCorrections(path: string, text: string): void {
  try {
    writeWhole(path, text);
  } catch (cause) {
    throw new AppError("store_failed", say.correctionsNotKept(path), { cause });
  }
}
