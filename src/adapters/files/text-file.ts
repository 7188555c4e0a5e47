import { readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { AppError } from "../../errors.ts";
import { classificationMark } from "./classification-mark.ts";
import { decodeText } from "./decode.ts";

/** A plain text file longer than this is no official document. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

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
  return documentText(readFileBytes(path), basename(path));
}

/**
 * The text of a file's bytes.
 * @throws {AppError} `empty`, `type_mismatch`, `unreadable`, `classified`
 */
export function documentText(bytes: Uint8Array, file: string): TextFile {
  const text = decodeText(bytes, file);
  const mark = classificationMark(text);
  if (mark !== undefined) throw new AppError("classified", `「${file}」标有密级「${mark}」，涉密文件不能收入：请按保密规定处理，不要放在联网的设备上。`);
  return { file, text };
}

/**
 * The bytes of a regular file. A link that leads out of its own directory is not followed: what is read is what lies there.
 * @throws {AppError} `unreadable`, `too_large`, `unsafe_path`
 */
export function readFileBytes(path: string): Uint8Array {
  const file = basename(path);
  const { isFile, bytes } = examine(path, file);
  if (!isFile) throw new AppError("unreadable", `「${file}」不是文件：请给出文件的路径。`);
  if (bytes > MAX_FILE_BYTES) throw new AppError("too_large", `「${file}」超过 ${MAX_FILE_BYTES / 1024 / 1024} MB：请拆成较小的文件。`);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new AppError("unreadable", `「${file}」不能读取：请检查文件权限。`, { cause: error });
  }
}

function examine(path: string, file: string): { readonly isFile: boolean; readonly bytes: number } {
  let target: string;
  let directory: string;
  let stats: Stats;
  try {
    target = realpathSync(path);
    directory = realpathSync(dirname(path));
    stats = statSync(target);
  } catch (error) {
    throw new AppError("unreadable", `找不到「${file}」：请检查路径和文件名。`, { cause: error });
  }
  if (!target.startsWith(directory.endsWith(sep) ? directory : directory + sep)) {
    throw new AppError("unsafe_path", `「${file}」是指向其他目录的链接，未读取：请把文件本身放进来。`);
  }
  return { isFile: stats.isFile(), bytes: stats.size };
}
