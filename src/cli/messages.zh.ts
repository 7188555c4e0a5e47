import type { LibraryFacts } from "../app/document-library.ts";
import type { OfficialDocument } from "../core/document/official-document.ts";
import type { Role } from "../core/ledger/task.ts";
import type { Command } from "./command.ts";
import { quoted } from "./quoted.ts";

/** Every sentence of the command line. A failure is one sentence that says what is wrong and what to do. */

const seeHelp = (command: string): string => `（用法见 mingbai help ${command}）`;
/** Ends the sentence, with what was probably meant. */
const orDidYouMean = (near: string | undefined): string => (near === undefined ? "。" : `，是不是 ${near}？`);

export function unknownCommand(name: string, near: string | undefined): string {
  return `没有${quoted(name)}这个命令${orDidYouMean(near)}全部命令见 mingbai help。`;
}

export function unknownOption(command: string, option: string, near: string | undefined): string {
  return `${command} 命令没有${quoted(option)}这个选项${orDidYouMean(near)}${seeHelp(command)}`;
}

export function optionTakesNoValue(command: string, option: string): string {
  return `--${option} 后面不带值，请去掉等号和后面的内容。${seeHelp(command)}`;
}

export function valueMissing(command: string, option: string): string {
  return `--${option} 后面缺少值，请补上。${seeHelp(command)}`;
}

export function valueNotAllowed(command: string, option: string, value: string, choices: readonly string[], near: string | undefined): string {
  return `--${option} 不能是${quoted(value)}，只能是 ${choices.join("、")}${orDidYouMean(near)}${seeHelp(command)}`;
}

export function wordsMissing(command: Command): string {
  return `${command.name} 后面缺少${command.words.name}，请补上。${seeHelp(command.name)}`;
}

export function wordsTooMany(command: Command, first: string): string {
  return command.words.most === 0
    ? `${command.name} 后面多了${quoted(first)}，请去掉。${seeHelp(command.name)}`
    : `${command.name} 一次只接受 ${command.words.most} 个${command.words.name}，多了${quoted(first)}。${seeHelp(command.name)}`;
}

export function optionsExclude(one: string, other: string): string {
  return `--${one} 和 --${other} 不能同时用，请去掉一个。`;
}

export function questionMissing(): string {
  return 'ask 后面缺少问题，例如：mingbai ask "县司法局负责哪些任务"。（用法见 mingbai help ask）';
}

export function jsonlTakesNoWords(): string {
  return "--jsonl 从标准输入读问题，命令后面不要再写问题。（用法见 mingbai help ask）";
}

export function unexpectedFailure(reason: string): string {
  return `程序内部出错，请把这一行交给维护人员：${quoted(reason, 300)}`;
}

export function folderMissing(path: string): string {
  return `找不到目录${quoted(path)}，请检查 --corpus 后面的路径。`;
}

export function lineTooLong(mostMegabytes: number): string {
  return `这一行超过 ${mostMegabytes} MB，没有读；请拆成几行。`;
}

export function lineNotUtf8(): string {
  return "这一行不是 UTF-8 文字，请转换编码后再试。";
}

export function lineNotJson(): string {
  return "这一行不是 JSON，请每行写一个完整的 JSON 对象。";
}

export function lineNotAQuestion(): string {
  return '这一行不合格式，应为 {"id": "字符串", "turns": ["问题", …]}，turns 里至少有一个问题。';
}

export function questionFailed(): string {
  return "回答这个问题时程序内部出错，其他问题不受影响。";
}

export function noSuchDocument(id: string, ids: readonly string[]): string {
  return `没有编号为${quoted(id)}的文件，${ids.length > 0 ? `现有：${ids.join("、")}。` : "现在一份文件也没有。"}`;
}

export function noSuchUnit(name: string, near: string | undefined): string {
  return `不认识${quoted(name)}这个单位${near === undefined ? "；文件点名的单位可用 mingbai units 查看。" : orDidYouMean(near)}`;
}

export function ambiguousUnit(name: string, candidates: readonly string[]): string {
  return `${quoted(name)}可能指${candidates.join("、")}，请写明是哪一个。`;
}

export function unitHasNoTasks(name: string): string {
  return `台账里没有点名${quoted(name)}的任务。`;
}

/** Behind a task whose reading a correction changed. */
export function correctedMark(): string {
  return "（经更正）";
}

export function ledgerIsEmpty(): string {
  return "台账里没有任务。";
}

export function leftOutOfFolder(folder: string, names: readonly string[]): string {
  const shown = names.slice(0, 5).join("、");
  return `目录${quoted(folder)}里的隐藏文件和指向别处的目录没有收：${shown}${names.length > 5 ? `等 ${names.length} 个` : ""}。`;
}

export function folderIsEmpty(folder: string): string {
  return `目录${quoted(folder)}里没有可收的文件。`;
}

export const ROLES: Readonly<Record<Role, string>> = { lead: "牵头", responsible: "责任", support: "配合" };

export function documentHeading({ id, title, documentNumber }: OfficialDocument, taskCount: number): string {
  const number = documentNumber ? `（${documentNumber.printed}）` : " ";
  return `${title}${number}[${id}]，${taskCount > 0 ? `${taskCount} 项任务` : "没有任务"}`;
}

export function indexStatus(folder: string, files: readonly { readonly name: string; readonly bytes: number; readonly changedAt: Date }[]): string {
  if (files.length === 0) return `索引目录 ${folder} 里还没有索引；第一次提问时会自动建立。`;
  const lines = files.map(
    ({ name, bytes, changedAt }) => `  ${name}  ${Math.ceil(bytes / 1024)} KB，${changedAt.toLocaleString("zh-CN", { hour12: false })} 建立`,
  );
  return [`索引目录 ${folder}：`, ...lines, "文件、词典或程序有变化时，下一次提问会自动重建。"].join("\n");
}

export function indexBuilt(
  counts: { readonly documents: number; readonly tasks: number; readonly passages: number },
  builtWith: string,
  tookMs: number,
  folder: string,
): string {
  return `索引已建好：${counts.documents} 份文件，${counts.tasks} 项任务，${counts.passages} 段原文；分词用 ${builtWith}；用时 ${tookMs} 毫秒；存在 ${folder}`;
}

export function readingFailed(file: string): string {
  return `读${quoted(file)}时程序内部出错，没有读成；请把这份文件交给维护人员。`;
}

/** @param reason a sentence that names the file */
export function importRefused(reason: string): string {
  return `✗ ${reason}`;
}

export function noDocuments(): string {
  return "还没有文件；用 mingbai import 文件 收录。";
}

export function shippedFile(file: string): string {
  return `${file}（自带）`;
}

export function shippedStays(id: string): string {
  return `${quoted(id)}是程序自带的文件，不能去掉；不想查它，可以用 MINGBAI_SEEDS_DIR 换一个目录。`;
}

export function askToRemove({ id, title }: LibraryFacts): string {
  return `去掉《${title}》[${id}]？它的原件、正文和更正单都会删除。（y/N）`;
}

export function removed({ id, title }: LibraryFacts): string {
  return `已去掉《${title}》[${id}]`;
}

export function notRemoved(): string {
  return "没有去掉";
}

export function documentsRenewed(): string {
  return "文件有变化，已按新的回答";
}

export function documentsNotRenewed(reason: string): string {
  return `文件有变化，但没有读成，仍按原来的回答：${reason}`;
}

export function waitsForAgent(): string {
  return "这是供智能体（MCP 客户端）用的，正在等它从标准输入发来消息；按 Ctrl+C 结束。";
}

export function correctionsAt(path: string): string {
  return `更正单：${path}`;
}

export function correctionsNotUsed(path: string): string {
  return `更正单没有用上，请改正后再运行一次；填的内容留在 ${path}。`;
}

export function correctionsNotKept(path: string): string {
  return `更正单「${path}」不能写入，请检查目录权限和磁盘空间。`;
}

export function editorFailed(editor: string): string {
  return `编辑器${quoted(editor)}没有正常结束，更正单没有改动：请检查 EDITOR 的设置。`;
}

export function noCorrections(): string {
  return "现在没有更正";
}

export function fileDiscarded(name: string): string {
  return `已放弃${quoted(name)}，没有收录。`;
}

/** For a file that came without a name. */
export function namelessFile(): string {
  return "收到的文件";
}
