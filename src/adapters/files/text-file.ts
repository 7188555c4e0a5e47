import { basename } from "node:path";
import { refuseClassified } from "./classification-mark.ts";
import { decodeText } from "./decode.ts";
import { readFileBytes } from "./file-bytes.ts";

/** A file's text, and its base name. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads a plain text file that the user names.
 * @throws {AppError} `unreadable`, `too_large`, `empty`, `type_mismatch`, `classified`, `unsafe_path`
 */
export function readDocumentFile(path: string): TextFile {
  return documentText(readFileBytes(path).bytes, basename(path));
}

/**
 * The text of a file's bytes.
 * @throws {AppError} `empty`, `type_mismatch`, `unreadable`, `classified`
 */
export function documentText(bytes: Uint8Array, file: string): TextFile {
  const text = decodeText(bytes, file);
  refuseClassified(text, file);
  return { file, text };
}
