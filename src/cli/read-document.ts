import { parseCorrections } from "../adapters/files/corrections-file.ts";
import { CORRECTIONS_FILE } from "../adapters/files/library-stamp.ts";
import type { ReadDocument, SourceFile } from "../app/corpus.ts";
import type { Corrected } from "../app/document-shelf.ts";
import { type OfficialDocument, parseDocument } from "../core/document/index.ts";
import { applyCorrections, type CorrectedReading } from "../core/ledger/corrections.ts";
import { type LedgerReading, readLedger } from "../core/ledger/index.ts";
import { passagesOf } from "../core/search/passages-of.ts";
import type { UnitRegister } from "../core/units/unit.ts";
import { AppError } from "../errors.ts";

/** A file, read, with the misprints found in its tasks. */
export interface FileReading extends ReadDocument {
  readonly entry: LedgerReading;
  readonly corrected: Corrected;
}

/** What stands in a file. */
export function readDocument({ text, tables, corrections, ...facts }: SourceFile, register: UnitRegister): FileReading {
  const document = parseDocument(text, facts, tables);
  const read = readLedger(document, register);
  const { reading: entry, ...corrected } =
    corrections === undefined ? { reading: read, applied: [], unused: [] } : correct(read, corrections, document, register);
  return { document, entry, corrected, passages: passagesOf(document, entry) };
}

/** Mends a reading. A file of corrections that is not in order mends nothing and says why. */
function correct(read: LedgerReading, corrections: string, document: OfficialDocument, register: UnitRegister): CorrectedReading {
  try {
    return applyCorrections(read, parseCorrections(corrections, CORRECTIONS_FILE), document, register);
  } catch (error) {
    if (error instanceof AppError) return { reading: read, applied: [], unused: error.message.split("\n") };
    throw error;
  }
}
