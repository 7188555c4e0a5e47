import type { LibraryFacts } from "../../../../app/document-library.ts";

/** What the pages of documents say. */

export const TITLE = "文件";
export const UPLOAD = "收录文件";
export const UPLOAD_HINT =
  "可以一次选几份：Word（docx、doc）、PDF、Excel（xlsx）、OFD、网页（html）、文本（txt、md）。每份不超过 20 MB，一次一共不超过 40 MB。先给您看程序读到了什么，点「收录」才收。标有密级的不收。";
export const CHOOSE = "选择文件";
export const READ = "读一读";
export const READ_TITLE = "读到的内容";
export const READ_HINT = "请看一眼，跟原件对得上再收录。没有决定的保留 7 天。";
export const ACCEPT = "收录";
export const DISCARD = "放弃";
export const WAITING = "还没有决定的";
export const THERE = "现有的文件";
export const CORRECT = "更正";
export const REMOVE = "去掉";
export const SHIPPED = "程序自带";
export const COLUMNS = ["文件", "文号", "任务", "来源", "操作"] as const;
export const ACCEPTED_TITLE = "收录的结果";
export const ACCEPTED_HINT = "几秒钟以后就可以提问；正在看网页、用机器人的人不用重新打开。";
export const DISCARDED_TITLE = "已放弃";
export const TO_DOCUMENTS = "回到文件";
export const NOTHING_CHOSEN = "还没有选文件：请先选一份或几份，再点「读一读」。";
export const DECIDED = "这份文件已经决定过，或者放了 7 天以上已经删除；现有的文件见下面。";
export const REMOVE_TITLE = "去掉一份收录的文件";

export function tooManyFiles(most: number): string {
  return `一次最多 ${most} 份，请分几次选。`;
}

export function fileTooLarge(name: string): string {
  return `「${name}」超过 20 MB：请拆成较小的文件。`;
}

export function notRead(name: string): string {
  return `「${name}」读取时出错，没有收录：请换一个格式另存以后再试。`;
}

export function importedOn(day: string, file: string): string {
  return `${day} 收录（${file}）`;
}

export function removeQuestion({ title, documentNumber, file }: LibraryFacts): string {
  return `要去掉《${title}》${documentNumber === undefined ? "" : `（${documentNumber}）`}吗？它的更正单也一起去掉，以后问不到它。原件「${file}」请自己留存，再用时重新收录。`;
}

export function removed({ title }: LibraryFacts): string {
  return `已去掉《${title}》，几秒钟以后不再按它回答。`;
}

export function notImported(): string {
  return "没有收录过这个编号的文件，可能已经去掉；程序自带的文件不能去掉。";
}

export function filesRead(count: number): string {
  return `${count} 份文件`;
}

/** For the log. */
export const READING_FAILED_LOG = "管理页收到的一份文件读取时出错";
