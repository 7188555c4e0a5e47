import type { LibraryFacts } from "./document-library.ts";

/** What became of corrections, a sentence each. */
export interface Corrected {
  readonly applied: readonly string[];
  /** Those that fit nothing, and why. */
  readonly unused: readonly string[];
}

/** The corrections of a document (更正单), to be written. */
export interface CorrectionsSheet {
  /** YAML; where nothing is corrected yet, a template with the tasks as they were read. */
  readonly text: string;
  readonly isTemplate: boolean;
}

/** Looks after the documents that are there. Everything throws AppError `store_failed` where it cannot be read or written. */
export interface DocumentShelf {
  /** In the order in which they were imported; those that ship with the program are not among them. */
  imported(): Promise<readonly LibraryFacts[]>;
  /** Takes an imported document out. @returns what it was; undefined where there is none such */
  remove(id: string): Promise<LibraryFacts | undefined>;
  /** Also of a document that ships with the program. @throws {AppError} `not_found` */
  loadCorrections(id: string): Promise<CorrectionsSheet>;
  /** What corrections would do; nothing is kept. @throws {AppError} `not_found`; `unreadable`, a sentence a line, naming the line, where they are not in order */
  tryCorrections(id: string, text: string): Promise<Corrected>;
  /** Keeps corrections that are in order. @throws {AppError} as `tryCorrections` does */
  saveCorrections(id: string, text: string): Promise<Corrected>;
}
