import type { ReadDocument, SourceFile } from "../app/corpus.ts";
import { parseDocument } from "../core/document/index.ts";
import { type LedgerReading, readLedger } from "../core/ledger/index.ts";
import { passagesOf } from "../core/search/passages-of.ts";
import type { UnitRegister } from "../core/units/unit.ts";

/** What became of the corrections of a document, a sentence each. */
export interface Corrected {
  readonly applied: readonly string[];
  readonly unused: readonly string[];
}

/** A file, read, with the misprints found in its tasks. */
export interface FileReading extends ReadDocument {
  readonly entry: LedgerReading;
  readonly corrected: Corrected;
}

/** What stands in a file. */
export function readDocument({ text, tables, corrections, ...facts }: SourceFile, register: UnitRegister): FileReading {
  const document = parseDocument(text, facts, tables);
  const entry = readLedger(document, register);
  return { document, entry, corrected: { applied: [], unused: [] }, passages: passagesOf(document, entry) };
}
