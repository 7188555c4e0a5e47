import type { LawArticle } from "../core/search/laws/law-article.ts";

/** What the commands of law libraries say. */

export const NOT_ADVICE = "仅供参考，不构成法律意见；需要帮助可拨打 12348 公共法律服务热线。";
export const COLUMNS = ["名称", "法条", "法规", "导入时间"];

export function libraryKept(name: string, articles: number, laws: number): string {
  return `法规库「${name}」已导入：${laws} 部法规，${articles} 条。`;
}

export function nameNotFit(): string {
  return "法规库的名称只能用汉字、字母、数字、下划线和连字符，最多 41 个字，例如 法律 或 laws。";
}

export function noLibraries(): string {
  return "还没有法规库；用 mingbai import --library 名称 文件 导入。";
}

export function noLibrary(name: string, others: readonly string[]): string {
  return others.length === 0
    ? `没有名为「${name}」的法规库，也没有别的；用 mingbai import --library ${name} 文件 导入。`
    : `没有名为「${name}」的法规库；现有：${others.join("、")}。`;
}

export function oneFile(): string {
  return "导入法规库一次给一个文件（.jsonl 或 .jsonl.gz）。";
}

export function cannotRead(file: string, reason: string): string {
  return `${file} 读不出来${reason === "" ? "" : `（${reason}）`}，请检查文件；原有的法规库没有改动。`;
}

export function lineTooLong(file: string, line: number): string {
  return `${file} 第 ${line} 行太长，不是一条法条；请改正后重新导入，原有的法规库没有改动。`;
}

export function notUtf8(file: string, line: number): string {
  return `${file} 第 ${line} 行不是 UTF-8 文字；请转成 UTF-8 后重新导入，原有的法规库没有改动。`;
}

export function building(articles: number): string {
  return `正在建立法条索引，共 ${articles} 条${articles > 5000 ? "，要几十秒" : ""}。`;
}

export function libraryMissing(): string {
  return "请用 --library 写明在哪个法规库里查；有哪些见 mingbai libraries。";
}

export function topWrong(): string {
  return "--top 应为 1 到 1000 的整数。";
}

export function queryWrong(line: number): string {
  return `第 ${line} 行不是问题；每行应为 {"id","question"}。`;
}

export function nothingAsked(): string {
  return "请写要查的内容，或用 --jsonl 从标准输入逐行读问题。";
}

export function nothingFound(): string {
  return "没有找到。";
}

/** An article as it is shown: where it stands, and its words verbatim. */
export function articleText({ law, article, text, headings, version }: LawArticle, position: number): string {
  const place = [...headings, article].join(" ");
  return `${position}. 《${law}》${place}${version === undefined ? "" : `（${version} 版）`}\n${text}`;
}
