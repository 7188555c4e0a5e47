import { readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { AppError } from "../../errors.ts";
import { examineFile, type FileBytes, readFileBytes } from "./file-bytes.ts";

const TEXT_EXTENSIONS: ReadonlySet<string> = new Set([".txt", ".md"]);
/** Files of a folder that are read as documents. */
export const DOCUMENT_EXTENSIONS: ReadonlySet<string> = new Set([...TEXT_EXTENSIONS, ".html", ".htm", ".docx", ".doc", ".wps", ".pdf", ".ofd", ".xlsx"]);
export const SIDECAR_EXTENSION = ".json";

/** A file as it lies in a directory: its bytes, where they are when they are needed, or why they cannot be had. */
export type RawFile = { readonly name: string } & (
  | FileBytes
  | { readonly path: string; readonly length: number; readonly changedAtMs: number }
  | { readonly problem: string }
);

/** Reads the files of a directory, hidden ones left out. Never throws: what cannot be read has its problem. */
export function readRawFiles(directory: string): readonly RawFile[] {
  try {
    return readdirSync(directory)
      .filter((name) => !name.startsWith("."))
      .sort()
      .map((name) => readRaw(directory, name));
  } catch {
    return [{ name: directory, problem: `文件目录「${directory}」找不到或不能读取：请检查路径和权限。` }];
  }
}

function readRaw(directory: string, name: string): RawFile {
  const path = join(directory, name);
  const extension = extname(name).toLowerCase();
  if (!DOCUMENT_EXTENSIONS.has(extension) && extension !== SIDECAR_EXTENSION) {
    return { name, problem: `「${name}」不是能读的格式：请另存为 txt、md、html、docx、doc、pdf、xlsx 或 ofd。` };
  }
  try {
    // What is small is read at once, so that all of it is of one moment; what may be large is read when it must be.
    if (TEXT_EXTENSIONS.has(extension) || extension === SIDECAR_EXTENSION) return { name, ...readFileBytes(path) };
    const { size, ctimeMs } = examineFile(path);
    return { name, path, length: size, changedAtMs: ctimeMs };
  } catch (error) {
    return { name, problem: sentenceOf(error) };
  }
}

/** The file's bytes. @throws {AppError} as `readFileBytes` does */
export function bytesOf(file: Exclude<RawFile, { readonly problem: string }>): Uint8Array {
  return "bytes" in file ? file.bytes : readFileBytes(file.path).bytes;
}

/** What is wrong with a file, as its reader is told. */
export function sentenceOf(error: unknown): string {
  return error instanceof AppError ? error.message : `读取时出错：${error instanceof Error ? error.message : "原因不明"}`;
}
