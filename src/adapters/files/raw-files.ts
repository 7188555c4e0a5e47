import { readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { AppError } from "../../errors.ts";
import { type FileBytes, readFileBytes } from "./file-bytes.ts";

export const TEXT_EXTENSIONS: ReadonlySet<string> = new Set([".txt", ".md"]);
export const SIDECAR_EXTENSION = ".json";

/** A file as it lies in a directory: its bytes, or why they cannot be had. */
export type RawFile = { readonly name: string } & (FileBytes | { readonly problem: string });

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
  if (UNSAFE_NAME.test(name)) return { name, problem: `「${name}」的文件名含有「..」，未读取：请改名。` };
  const extension = extname(name).toLowerCase();
  if (!TEXT_EXTENSIONS.has(extension) && extension !== SIDECAR_EXTENSION) {
    return { name, problem: `「${name}」不是 .txt 或 .md 文件，暂不能读取：请另存为纯文本。` };
  }
  try {
    return { name, ...readFileBytes(join(directory, name)) };
  } catch (error) {
    return { name, problem: sentenceOf(error) };
  }
}

/** A step upwards in either system's way of writing paths. */
const UNSAFE_NAME = /(?:^|[\\/])\.\.(?:[\\/]|$)/u;

/** What is wrong with a file, as its reader is told. */
export function sentenceOf(error: unknown): string {
  return error instanceof AppError ? error.message : `读取时出错：${error instanceof Error ? error.message : "原因不明"}`;
}
