import type { CalendarDate, DocumentId } from "../core/document/index.ts";
import type { SourceText } from "../core/document/source-text.ts";
import type { SourceFile } from "./corpus.ts";
import type { ImportReport } from "./import-document.ts";

/** What is known of an imported document without reading it. */
export interface LibraryFacts {
  readonly id: DocumentId;
  /** Base name of the file that it came from. */
  readonly file: string;
  /** SHA-256 of that file's bytes, in hexadecimal. */
  readonly digest: string;
  readonly importedAtMs: number;
  /** As it was read when it was imported. */
  readonly title: string;
  readonly documentNumber: string | undefined;
  readonly issuer: string | undefined;
  readonly issuedOn: CalendarDate | undefined;
  /** What a file beside it said that its text does not. */
  readonly given: GivenFacts;
}

/** What a document's text does not say. */
export interface GivenFacts {
  readonly region?: string | undefined;
  readonly year?: number | undefined;
  readonly title?: string | undefined;
  /** That it is no longer in force: 失效. */
  readonly lapsed?: string | undefined;
}

/** An imported document as it is kept: the file, the text that was taken from it, and what was read in it. */
export interface LibraryDocument {
  readonly facts: LibraryFacts;
  readonly original: Uint8Array;
  readonly source: SourceText;
  readonly report: ImportReport;
}

/** The imported documents. Everything throws AppError `store_failed` when it cannot be read or written. */
export interface DocumentLibrary {
  /** In the order in which they were imported. */
  list(): readonly LibraryFacts[];
  /** One sentence for each that is damaged, and so not listed. */
  problems(): readonly string[];
  /** The text and tables of a document that is there. */
  loadSource(id: DocumentId): SourceText;
  /** What is mended in its reading (`corrections.yaml`); undefined where nothing is. Outlives a newer version. */
  loadCorrections(id: DocumentId): string | undefined;
  /** Keeps a document, or puts it in the place of the one with its id. Whatever happens, there is the old one or the whole new one. */
  save(document: LibraryDocument): void;
  remove(id: DocumentId): void;
  /** Does what no other process may do at the same time. Waits for its turn. */
  whileLocked<T>(work: () => T | Promise<T>): Promise<T>;
}

/** What is said of a document outside its text: by somebody, else by its file. */
export function factsGiven({ region, year, title, lapsed }: GivenFacts, { lapse }: SourceText): Pick<SourceFile, "region" | "year" | "title" | "lapsed"> {
  return { region, year, title, lapsed: lapsed ?? lapse };
}
