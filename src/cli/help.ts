import { displayWidth } from "../adapters/chat/terminal/display-width.ts";
import type { Command } from "./command.ts";

/** The help of the whole program. */
export function renderHelp(commands: readonly Command[]): string {
  return [
    "明白 mingbai：读公文，答「谁负责什么」，每句话都有原文出处。",
    "",
    "用法：mingbai 命令 [选项]",
    "",
    "命令：",
    ...table(commands.map(({ name, summary }) => [name, summary])),
    "",
    "其他：",
    ...table([
      ["help 命令", "某个命令的用法，与 mingbai 命令 --help 相同"],
      ["--version", "版本号"],
    ]),
    "",
    "例：",
    ...table([
      ['mingbai ask "县司法局负责哪些任务"', ""],
      ["mingbai chat", ""],
    ]),
    "",
  ].join("\n");
}

/** The help of one command, examples included. */
export function renderCommandHelp(command: Command): string {
  const { words } = command;
  const wordPart = words.most === 0 ? "" : words.most > 1 && words.least > 0 ? ` ${words.name}…` : ` ${words.name}`;
  const options = command.options.map(({ name, value, choices, summary }) => [
    `--${name}${value === undefined ? "" : ` ${choices?.join("|") ?? value}`}`,
    summary,
  ]);
  return [
    `mingbai ${command.name}：${command.summary}`,
    "",
    `用法：mingbai ${command.name}${command.options.length > 0 ? " [选项]" : ""}${wordPart}`,
    "",
    "选项：",
    ...table([...options, ["--help", "显示这份用法"]]),
    "",
    "例：",
    ...command.examples.flatMap(([line, meaning]) => [`  ${line}`, `      ${meaning}`]),
    "",
  ].join("\n");
}

/** Rows of two columns, the second one aligned. */
function table(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([left = ""]) => displayWidth(left)));
  return rows.map(([left = "", right = ""]) => `  ${left}${right && " ".repeat(width - displayWidth(left) + 3)}${right}`);
}
