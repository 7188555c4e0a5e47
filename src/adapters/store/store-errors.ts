import { AppError } from "../../errors.ts";

/** What the database says went wrong, and what to do about it; by the beginning of its error code, the first that fits. */
const SENTENCES: readonly (readonly [prefix: string, sentence: string])[] = [
  ["SQLITE_BUSY", "正被另一个程序占用：请确认只运行了一个 mingbai，稍后再试"],
  ["SQLITE_LOCKED", "正被另一个程序占用：请确认只运行了一个 mingbai，稍后再试"],
  ["SQLITE_READONLY", "不能写入：请检查数据目录和文件的权限"],
  ["SQLITE_CANTOPEN", "打不开：请检查数据目录和文件的权限"],
  ["SQLITE_PERM", "打不开：请检查数据目录和文件的权限"],
  ["SQLITE_FULL", "写入失败，磁盘已满：请腾出空间"],
  ["SQLITE_NOTADB", "不是数据库文件：请移走它后重新启动"],
  ["SQLITE_CORRUPT", "已损坏：请从备份恢复，或移走它后重新启动"],
  ["SQLITE_IOERR", "读写出错：请检查磁盘"],
  ["EACCES", "打不开：请检查数据目录和文件的权限"],
  ["EPERM", "打不开：请检查数据目录和文件的权限"],
  ["EROFS", "不能写入：请检查数据目录和文件的权限"],
  ["ENOSPC", "写入失败，磁盘已满：请腾出空间"],
  ["ENOTDIR", "打不开：MINGBAI_HOME 给出的路径不是目录，请改正"],
  ["EEXIST", "打不开：MINGBAI_HOME 给出的路径不是目录，请改正"],
];

/** Turns an error of the database or the file system into one sentence; an AppError stays as it is. */
export function toStoreError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const sentence = SENTENCES.find(([prefix]) => code.startsWith(prefix))?.[1] ?? "出错：请查看日志";
  return new AppError("store_failed", `数据存储 mingbai.db ${sentence}。`, { cause: error });
}

/** Whether another program holds the store, so that whatever is tried now fails alike and waits long for it. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}
