/** What an agent is told where a call cannot be answered: one sentence, what is wrong and what to do. */

export function noSuchTool(name: string, known: readonly string[]): string {
  return `没有名为「${name.slice(0, LONGEST_NAME).toWellFormed()}」的工具，可用的是 ${known.join("、")}。`;
}

/** UTF-16 code units. */
const LONGEST_NAME = 60;
const MOST_NAMED = 5;

export function argumentsWrong(wrong: readonly { readonly name: string; readonly why: string }[]): string {
  const named = wrong.slice(0, MOST_NAMED).map(({ name, why }) => (name === "" ? `参数${why}` : `参数 ${name} ${why}`));
  return `${named.join("；")}${wrong.length > MOST_NAMED ? `；等 ${wrong.length} 处` : ""}。`;
}

const TYPES: Readonly<Record<string, string>> = { int: "整数", number: "数", boolean: "true 或 false", array: "一个数组", object: "一个 JSON 对象" };

/** Why an argument is refused. */
export const WHY = {
  missing: "没有写",
  unknown: "不认识，请去掉",
  form: "写法不对",
  date: "应是 2026-11-22 这样的日期，并且有这一天",
  type: (expected: string) => `应是${TYPES[expected] ?? "一段文字"}`,
  choices: (choices: readonly unknown[]) => `应是 ${choices.join("、")} 之一`,
  most: (most: unknown, origin: string) => (origin === "string" ? `最多 ${most} 个字` : origin === "array" ? `最多 ${most} 个` : `不能大于 ${most}`),
  least: (least: unknown, origin: string) => (origin === "string" ? `最少 ${least} 个字` : origin === "array" ? `最少 ${least} 个` : `不能小于 ${least}`),
} as const;

export function stateBroken(): string {
  return "参数 state 要原样用上次回答给的，新的问题请不写它。";
}

const MOST_IDS = 20;

export function noSuchDocument(id: string, known: readonly string[]): string {
  if (known.length === 0) return `没有编号是 ${id} 的文件，现在一份文件也没有。`;
  return `没有编号是 ${id} 的文件，现有${known.slice(0, MOST_IDS).join("、")}${known.length > MOST_IDS ? ` 等 ${known.length} 份，全部用 documents 看` : ""}。`;
}

export function sectionNeedsDocument(): string {
  return "参数 section 要和 document 一起写。";
}

export function noSuchSection(id: string, node: number): string {
  return `文件 ${id} 没有编号是 ${node} 的部分，各部分用 documents 看它的 outline。`;
}

export function noSuchUnit(words: string): string {
  return `文件没有点名「${words.toWellFormed()}」，也不认识这个单位，请检查名称，或用 ask 问“文件点名了哪些单位”。`;
}

export function unitUnclear(words: string, choices: readonly string[]): string {
  return `「${words.toWellFormed()}」可能是${choices.join("、")}，请写明是哪一个。`;
}

export function noSuchTask(id: string, ordinal: number, count: number): string {
  return count === 0 ? `文件 ${id} 没有责任分工。` : `文件 ${id} 没有第 ${ordinal} 项任务，共 ${count} 项。`;
}

export function noSuchResource(): string {
  return "没有这个资源，文件的正文是 mingbai://documents/编号，其中一段是 mingbai://documents/编号/passages/起-止，编号用 documents 看。";
}

/** @param length of the text, in UTF-16 code units */
export function passageOutside(length: number): string {
  return `起止位置不在正文里：应从 0 到 ${length}，起在止之前。`;
}

export function callFailed(): string {
  return "程序出错，这次没有答上来，请稍后再试；如果还是不行，请告诉管理人员。";
}

/** For the log. */
export function callBroke(): string {
  return "一次 MCP 调用没有处理";
}

export function messageBroken(): string {
  return "这一行不是 JSON-RPC 2.0 的消息，没有处理。";
}

export function messageTooLong(mostMegabytes: number): string {
  return `这一行太长，最多 ${mostMegabytes} MB，没有处理。`;
}

export function bodyBroken(): string {
  return "请求的内容不是完整的 JSON，请检查。";
}

export function batchTooLarge(most: number): string {
  return `一次最多 ${most} 条消息，请分开发送。`;
}
