import type { ImportedReport } from "./records/import-record.ts";

/** A file that nobody has decided on. */
export interface WaitingDocument {
  readonly id: string;
  readonly name: string;
  /** What was read in it. */
  readonly report: string;
}

/** What became of an accepted file. */
export interface AcceptedDocument {
  readonly said: string;
  /** Of the document that it is now, or was already. */
  readonly documentId: string;
}

/** Takes files that administrators hand in. A file waits until it is decided on, also across a restart. */
export interface FileDesk {
  /**
   * Reads a file and lets it wait.
   * @param name as its sender named it
   * @returns what it is called until it is decided on, letters and digits, at most 12; and what was read in it
   * @throws {AppError} for a file that is refused, which does not wait
   */
  receive(name: string, bytes: Uint8Array): Promise<{ readonly id: string; readonly report: string }>;
  /** Those that wait, the oldest first. */
  waiting(): Promise<readonly WaitingDocument[]>;
  /** Imports a waiting file. @returns what became of it; undefined where it waits no more @throws {AppError} where it cannot be imported */
  accept(id: string): Promise<AcceptedDocument | undefined>;
  /** Forgets a waiting file. @returns what to say of it; undefined where it waits no more */
  discard(id: string): Promise<string | undefined>;
}

/** Takes files that programs hand in: they do not wait. */
export interface ProgramDesk {
  /**
   * Reads a file, and imports it at once where it is to be kept.
   * @returns when it can be answered from, or after some seconds
   * @throws {AppError} for a file that is refused or cannot be kept
   */
  take(name: string, bytes: Uint8Array, keeps: boolean): Promise<ImportedReport>;
}
