import { timeInChina } from "../app/date-in-china.ts";

/*
 * What the commands about the store say: audit, backup, restore.
 */

interface BackupFacts {
  readonly madeAtMs: number;
  readonly entries: number;
}

export function noAuditEntries(): string {
  return "没有审计记录。";
}

export function noDate(text: string): string {
  return `--since 后面的「${text}」不是日期：请写成 2026-11-01 这样。`;
}

export function backedUp(path: string, rows: number, documents: number): string {
  return `已备份到「${path}」：数据 ${rows} 条，收录的文件 ${documents} 份。里面有平台编号和提问原文，请妥善保管。`;
}

export function askToRestore({ madeAtMs }: BackupFacts): string {
  return `用 ${timeInChina(madeAtMs)} 的备份替换现在的数据？审计记录和已经发出的消息不会丢。输入 y 确认：`;
}

export function restoreNeedsYes(): string {
  return "恢复会替换现在的数据：确认要恢复，请加上 --yes。";
}

export function notRestored(): string {
  return "没有恢复，什么也没有改动。";
}

export function restored({ madeAtMs }: BackupFacts, documents: number, notSentAgain: number): string {
  const missed = notSentAgain === 0 ? "" : `有 ${notSentAgain} 条消息在备份时还没发出，不知道后来发了没有，没有再发。`;
  return `已恢复 ${timeInChina(madeAtMs)} 的备份，收录的文件 ${documents} 份。${missed}`;
}
