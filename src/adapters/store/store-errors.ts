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
  ["ENOTFOUND", "找不到服务器：请检查 DATABASE_URL 里的主机名"],
  ["EAI_AGAIN", "找不到服务器：请检查网络和 DATABASE_URL 里的主机名"],
  ["ECONN", "连不上：请确认数据库正在运行，DATABASE_URL 里的主机和端口没有写错"],
  ["CONNECTION_LOST", "连不上，或连接中断：请确认数据库正在运行，恢复后自动继续"],
  ["ETIMEDOUT", "连不上：请确认数据库正在运行，网络畅通"],
  ["EHOSTUNREACH", "连不上：请检查网络和 DATABASE_URL 里的主机"],
  ["EPIPE", "连接中断：请确认数据库正在运行，恢复后自动继续"],
  ["08", "连接中断：请确认数据库正在运行，恢复后自动继续"],
  ["57P", "正在停止或启动：恢复后自动继续"],
  ["25P03", "连接中断：恢复后自动继续"],
  ["28", "不认 DATABASE_URL 里的用户名或密码：请改正"],
  ["3D000", "里没有 DATABASE_URL 写的库：请先建库，或改正库名"],
  ["3F000", "里没有可以建表的模式：请检查 DATABASE_URL"],
  ["42501", "不许这个用户读写：请给它建表和读写的权限"],
  ["25006", "只能读：请连接可以写入的服务器"],
  ["53100", "写入失败，磁盘已满：请腾出空间"],
  ["53300", "连接数已满：请调大 max_connections，或停掉不用的程序"],
  ["55P03", "正被另一个程序占用：请稍后再试"],
  ["40", "正被另一个程序占用：请稍后再试"],
  ["57014", "太久没有完成：请检查数据库是否过忙，稍后再试"],
  ["58", "读写出错：请检查数据库的磁盘"],
  ["XX", "已损坏：请从备份恢复"],
  ["DEPTH_ZERO", "的证书不受信任：请检查 DATABASE_URL 里的 sslmode 和证书"],
  ["SELF_SIGNED", "的证书不受信任：请检查 DATABASE_URL 里的 sslmode 和证书"],
  ["UNABLE_TO", "的证书不受信任：请检查 DATABASE_URL 里的 sslmode 和证书"],
  ["ENOTDIR", "打不开：MINGBAI_HOME 给出的路径不是目录，请改正"],
  ["EEXIST", "打不开：MINGBAI_HOME 给出的路径不是目录，请改正"],
];

/** Turns an error of the database or the file system into one sentence; an AppError stays as it is. @param name of the database in it */
export function toStoreError(error: unknown, name: string): AppError {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const sentence = SENTENCES.find(([prefix]) => code.startsWith(prefix))?.[1] ?? "出错：请查看日志";
  return new AppError("store_failed", `${name} ${sentence}。`, { cause: error });
}

/** What would fail alike for everybody now, and takes long to: another program holds the store, or the server is not there. */
const SHARED = /^(?:SQLITE_BUSY|CONNECTION_LOST|E[A-Z_]+$|08|28|3D|57P|53300|25P03|55P03)/u;

export function isSharedFailure(error: unknown): boolean {
  return SHARED.test(codeOf(error));
}

/** Whether two programs were in each other's way, and the database undid the work of one, which is to be done again. */
export function isCollision(error: unknown): boolean {
  return /^(?:40001|40P01)$/u.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
