import { createHash } from "node:crypto";
import { join } from "node:path";
import { readFileBytes } from "../adapters/files/file-bytes.ts";
import { createLibrary } from "../adapters/files/library.ts";
import { idFromName } from "../adapters/files/seed-files.ts";
import { takeSnapshot } from "../adapters/files/seeds.ts";
import { createSourceTextReader } from "../adapters/files/source-text-reader.ts";
import { createImporter, factsOf, type Importer, type ShippedDocument } from "../app/import-file.ts";
import type { UnitRegister } from "../core/units/unit.ts";
import { corpusConfigOf, libraryFolderOf, seedReadingOf, threadProgramOf, unitRegister } from "./compose.ts";
import type { Edge } from "./edge.ts";
import { type FileReading, readDocument } from "./read-document.ts";

/** What imports files, and how to end it. */
export interface ImportDesk extends Importer<FileReading> {
  readonly register: UnitRegister;
  close(): Promise<void>;
}

export function importDeskOf(edge: Edge): ImportDesk {
  const register = unitRegister();
  const reader = createSourceTextReader({ thread: threadProgramOf(edge) });
  let shipped: Promise<readonly ShippedDocument[]> | undefined;
  const importer = createImporter<FileReading>({
    library: createLibrary(libraryFolderOf(edge)),
    readSource: (bytes, file) => reader.read(bytes, file),
    readDocument: (file) => readDocument(file, register),
    loadShipped: () => {
      shipped ??= readShipped(edge, register);
      return shipped;
    },
    digestOf,
    idFromName,
    clock: Date.now,
  });
  return { ...importer, register, close: () => reader.close() };
}

/** The documents that ship with the program. Those that cannot be read are told elsewhere. */
async function readShipped(edge: Edge, register: UnitRegister): Promise<readonly ShippedDocument[]> {
  const { seedsDir } = corpusConfigOf(edge);
  const { files } = await takeSnapshot(seedsDir, seedReadingOf(edge)).read();
  return files.map((file) => {
    const reading = readDocument(file, register);
    const digest = digestOf(readFileBytes(join(seedsDir, file.file)).bytes);
    return { facts: factsOf(reading.document, { id: file.id, file: file.file, digest, importedAtMs: 0, given: {} }), reading };
  });
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
