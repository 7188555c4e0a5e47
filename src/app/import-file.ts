import type { OfficialDocument } from "../core/document/official-document.ts";
import type { SourceText } from "../core/document/source-text.ts";
import type { LedgerReading } from "../core/ledger/index.ts";
import type { ReadDocument, SourceFile } from "./corpus.ts";
import { type DocumentLibrary, factsGiven, type GivenFacts, type LibraryFacts } from "./document-library.ts";
import { importReport } from "./import-document.ts";
import { compareTasks, type TaskChanges } from "./task-changes.ts";

/** A file to import: its base name, its bytes, and what somebody says of it that its text does not. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly given: GivenFacts & { readonly id?: string | undefined };
}

/** What is read in a file, with the misprints in its tasks. */
export interface ImportReading extends ReadDocument {
  readonly entry: LedgerReading;
}

/** What became of a file. */
export type ImportOutcome =
  | { readonly kind: "added" }
  /** It is there already; `shipped` with the program. */
  | { readonly kind: "unchanged"; readonly shipped: boolean }
  | { readonly kind: "replaced"; readonly changes: TaskChanges };

export interface ImportedFile<Reading extends ImportReading> {
  readonly reading: Reading;
  readonly outcome: ImportOutcome;
}

/** A document that ships with the program. */
export interface ShippedDocument {
  readonly facts: Omit<LibraryFacts, "importedAtMs">;
  readonly reading: ImportReading;
}

export interface ImporterOptions<Reading extends ImportReading> {
  readonly library: DocumentLibrary;
  /** Text and tables of a file. @throws {AppError} as contract `import.md`, rule 19, says */
  readonly readSource: (bytes: Uint8Array, file: string) => Promise<SourceText>;
  readonly readDocument: (file: SourceFile) => Reading;
  readonly loadShipped: () => Promise<readonly ShippedDocument[]>;
  /** SHA-256 in hexadecimal. */
  readonly digestOf: (bytes: Uint8Array) => string;
  /** An id made of a file's name. */
  readonly idFromName: (name: string) => string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Imports files. A file that is refused, or fails, changes nothing. */
export interface Importer<Reading extends ImportReading> {
  /** Reads a file and keeps nothing. @throws {AppError} for a file that is refused */
  tryFile(file: ImportFile): Promise<Reading>;
  /** Reads a file and keeps it. @throws {AppError} for a file that is refused, `store_failed` where it cannot be kept */
  importFile(file: ImportFile): Promise<ImportedFile<Reading>>;
}

export function createImporter<Reading extends ImportReading>(options: ImporterOptions<Reading>): Importer<Reading> {
  const { library, readSource, readDocument, loadShipped, idFromName } = options;
  return {
    async tryFile(file) {
      const source = await readSource(file.bytes, file.name);
      return readDocument(sourceFileOf(file, source, file.given.id ?? idFromName(file.name), undefined));
    },
    async importFile(file) {
      const source = await readSource(file.bytes, file.name);
      const shipped = await loadShipped();
      return await library.whileLocked(() => keep(keepingFacts(file, source, shipped, options), { file, source, shipped }, options));
    },
  };
}

/** What the file would be kept as, with an id of its own or that of the document that it is. */
function keepingFacts<Reading extends ImportReading>(
  file: ImportFile,
  source: SourceText,
  shipped: readonly ShippedDocument[],
  { library, readDocument, digestOf, idFromName, clock }: ImporterOptions<Reading>,
): LibraryFacts {
  const wished = file.given.id ?? idFromName(file.name);
  const { document } = readDocument(sourceFileOf(file, source, wished, undefined));
  const digest = digestOf(file.bytes);
  const there = [...library.list(), ...shipped.map(({ facts }) => facts)];
  const same = there.find((facts) => facts.digest === digest) ?? there.find((facts) => isVersionOf(facts, document, file, wished));
  const id = same?.id ?? freeId(wished, new Set(there.map((facts) => facts.id)));
  return factsOf(document, { id, file: file.name, digest, importedAtMs: clock(), given: givenFacts(file.given) });
}

interface Arrived {
  readonly file: ImportFile;
  readonly source: SourceText;
  readonly shipped: readonly ShippedDocument[];
}

function keep<Reading extends ImportReading>(
  facts: LibraryFacts,
  { file, source, shipped }: Arrived,
  { library, readDocument }: ImporterOptions<Reading>,
): ImportedFile<Reading> {
  const before = library.list().find(({ id }) => id === facts.id);
  const shippedBefore = before ? undefined : shipped.find((known) => known.facts.id === facts.id);
  const reading = readDocument(sourceFileOf(file, source, facts.id, library.loadCorrections(facts.id)));
  if (shippedBefore?.facts.digest === facts.digest) return { reading, outcome: { kind: "unchanged", shipped: true } };
  const sourceBefore = before && library.loadSource(facts.id);
  if (before?.digest === facts.digest && sourceBefore && isSameSource(sourceBefore, source)) return { reading, outcome: { kind: "unchanged", shipped: false } };
  const readingBefore =
    before && sourceBefore
      ? readDocument({
          ...factsGiven(before.given, sourceBefore),
          id: before.id,
          file: before.file,
          text: sourceBefore.text,
          tables: sourceBefore.tables,
          corrections: library.loadCorrections(before.id),
        })
      : shippedBefore?.reading;
  const report = importReport(reading.document, reading.entry);
  library.save({ facts, original: file.bytes, source, report });
  if (!readingBefore) return { reading, outcome: { kind: "added" } };
  return { reading, outcome: { kind: "replaced", changes: compareTasks(importReport(readingBefore.document, readingBefore.entry).tasks, report.tasks) } };
}

/** What is kept of a document besides its text. */
export function factsOf(
  { title, documentNumber, issuer, issuedOn }: OfficialDocument,
  facts: Pick<LibraryFacts, "id" | "file" | "digest" | "importedAtMs" | "given">,
): LibraryFacts {
  return { ...facts, title, documentNumber: documentNumber?.printed, issuer, issuedOn };
}

function sourceFileOf({ name, given }: ImportFile, source: SourceText, id: string, corrections: string | undefined): SourceFile {
  return { id, file: name, text: source.text, tables: source.tables, ...factsGiven(given, source), corrections };
}

/** Facts that are there, so that what is stored reads back the same. */
function givenFacts({ region, year, title, lapsed }: GivenFacts): GivenFacts {
  return {
    ...(region !== undefined && { region }),
    ...(year !== undefined && { year }),
    ...(title !== undefined && { title }),
    ...(lapsed !== undefined && { lapsed }),
  };
}

/**
 * Whether a document is another version of one that is there: by its number and issuer; where either has no number, by its title under the same
 * id or file name. Two documents that merely have the same file name are two.
 */
function isVersionOf(
  there: Pick<LibraryFacts, "id" | "file" | "title" | "documentNumber" | "issuer">,
  document: OfficialDocument,
  file: ImportFile,
  wished: string,
): boolean {
  if (file.given.id !== undefined && file.given.id === there.id) return true;
  const number = document.documentNumber?.printed;
  if (number !== undefined && there.documentNumber !== undefined) {
    const isSameIssuer = document.issuer === undefined || there.issuer === undefined || folded(document.issuer) === folded(there.issuer);
    return folded(number) === folded(there.documentNumber) && isSameIssuer && isLikeTitle(there.title, document.title);
  }
  return (there.file === file.name || there.id === wished) && folded(there.title) === folded(document.title);
}

/** A plan and its attached table may both print the plan's number; then their titles have little in common. */
function isLikeTitle(one: string, other: string): boolean {
  const [a, b] = [new Set(folded(one)), new Set(folded(other))];
  const shared = [...a].filter((character) => b.has(character)).length;
  return shared >= Math.min(a.size, b.size) / 2;
}

/** Brackets of either width and kind, and spaces, do not count. */
function folded(words: string): string {
  return words
    .normalize("NFKC")
    .replace(/[\s"“”'‘’]+/gu, "")
    .replace(/[〔[【(（]/gu, "〔")
    .replace(/[〕\]】)）]/gu, "〕");
}

function isSameSource(one: SourceText, other: SourceText): boolean {
  return one.text === other.text && one.lapse === other.lapse && JSON.stringify(one.tables) === JSON.stringify(other.tables);
}

/** The id, with a number behind it where it is taken. */
function freeId(wished: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wished)) return wished;
  for (let number = 2; ; number += 1) if (!taken.has(`${wished}-${number}`)) return `${wished}-${number}`;
}
