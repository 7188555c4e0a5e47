/** What is said of law libraries. */

const KEPT = "原有的法规库没有改动。";

/** @param field the field that is missing or wrong; empty where the line is no JSON */
export function noArticleInLine(file: string, line: number, field: string): string {
  const what = field === "" ? "不是 JSON 对象" : `缺少 ${field}，或者它的内容不对`;
  return `${file} 第 ${line} 行${what}；每行应为 {"id","law","article","text"}。请改正后重新导入，${KEPT}`;
}

export function articleTwice(file: string, id: string, first: number, second: number): string {
  return `${file} 第 ${first} 行和第 ${second} 行的编号都是 ${id}；编号不能重复，请改正后重新导入，${KEPT}`;
}

export function noArticles(file: string): string {
  return `${file} 里没有法条，${KEPT}`;
}
