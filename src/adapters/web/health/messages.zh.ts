import type { Readiness } from "../../../app/readiness.ts";

/** What programs that look after this one are told. */

/** @returns undefined where nothing is wrong */
export function notReady({ documents, store }: Readiness): string | undefined {
  if (documents === undefined) return "文件没有读成，请看日志里的原因。";
  return store === "failed" ? "数据存储不能写入，请看日志里的原因，检查磁盘或数据库。" : undefined;
}

export function tokenMissing(): string {
  return "运行数据只给本机直接来取；从别处取，请带上有 metrics 权限的令牌（Authorization: Bearer 令牌）。\n";
}

export function tokenRefused(): string {
  return "这个令牌不对、已失效，或没有 metrics 权限，请向管理人员要一个。\n";
}
