import { lstatSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { AppError } from "../../errors.ts";

/** A file longer than this is no official document; it is also the most that Telegram hands over. */
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
  const { ctimeMs } = examineFile(path);
  try {
    return { bytes: readFileSync(path), changedAtMs: ctimeMs };
  } catch (error) {
    throw new AppError("unreadable", `「${file}」不能读取：请检查文件权限。`, { cause: error });
  }
}

/** Two dots that are no ellipsis: a step upwards in either system's way of writing paths, or too near to one. */
const UNSAFE_NAME = /(?<!\.)\.\.(?!\.)/u;

/**
 * What the system says of a regular file that may be read.
 * @throws {AppError} `unreadable`, `too_large`, `unsafe_path`
 */
export function examineFile(path: string): Stats {
  const file = basename(path);
  if (UNSAFE_NAME.test(file)) throw new AppError("unsafe_path", `「${file}」的文件名含有「..」，未读取：请改名。`);
  const stats = followLink(path, file);
  if (!stats.isFile()) throw new AppError("unreadable", `「${file}」不是文件：请给出文件的路径。`);
  if (stats.size > MAX_FILE_BYTES) throw new AppError("too_large", `「${file}」超过 ${MAX_FILE_BYTES / 1024 / 1024} MB：请拆成较小的文件。`);
  return stats;
}

/** What the system says of a file, or of what a link inside its directory leads to. */
function followLink(path: string, file: string): Stats {
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
