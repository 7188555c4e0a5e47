import { lstatSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { AppError } from "../../errors.ts";

/** A plain text file longer than this is no official document. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** A regular file's bytes, and when they were last written, in epoch milliseconds of the file system's clock. */
export interface FileBytes {
  readonly bytes: Uint8Array;
  readonly changedAtMs: number;
}

/**
 * Reads a regular file. A link that leads out of its own directory is not followed: what is read is what lies there.
 * @throws {AppError} `unreadable`, `too_large`, `unsafe_path`
 */
export function readFileBytes(path: string): FileBytes {
  const file = basename(path);
  const stats = examine(path, file);
  if (!stats.isFile()) throw new AppError("unreadable", `「${file}」不是文件：请给出文件的路径。`);
  if (stats.size > MAX_FILE_BYTES) throw new AppError("too_large", `「${file}」超过 ${MAX_FILE_BYTES / 1024 / 1024} MB：请拆成较小的文件。`);
  try {
    return { bytes: readFileSync(path), changedAtMs: stats.ctimeMs };
  } catch (error) {
    throw new AppError("unreadable", `「${file}」不能读取：请检查文件权限。`, { cause: error });
  }
}

function examine(path: string, file: string): Stats {
  let target: string;
  let directory: string;
  let stats: Stats;
  try {
    stats = lstatSync(path);
    if (!stats.isSymbolicLink()) return stats;
    target = realpathSync(path);
    directory = realpathSync(dirname(path));
    stats = statSync(target);
  } catch (error) {
    throw new AppError("unreadable", `找不到「${file}」：请检查路径和文件名。`, { cause: error });
  }
  if (!target.startsWith(directory.endsWith(sep) ? directory : directory + sep)) {
    throw new AppError("unsafe_path", `「${file}」是指向其他目录的链接，未读取：请把文件本身放进来。`);
  }
  return stats;
}
