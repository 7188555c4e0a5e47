import { parseArgs } from "node:util";
import { AppError } from "../errors.ts";
import type { Command, CommandCall } from "./command.ts";
import type { Edge } from "./edge.ts";
import * as say from "./messages.zh.ts";
import { findNearest } from "./nearest.ts";

/**
 * Reads the arguments of a command.
 * @returns `help` where they ask for it
 * @throws {AppError} `usage` for an unknown option, a value that is missing or not allowed, words too few or too many
 */
export function parseCall(command: Command, args: readonly string[], edge: Edge): CommandCall | "help" {
  const options = Object.fromEntries(command.options.map(({ name, value }) => [name, { type: value === undefined ? "boolean" : "string" } as const]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    if (token.rawName === "--help" || token.rawName === "-h") return "help";
    const option = command.options.find(({ name }) => `--${name}` === token.rawName);
    if (!option) {
      const near = findNearest(token.name, [...command.options.map(({ name }) => name), "help"]);
      throw new AppError("usage", say.unknownOption(command.name, token.rawName, near && `--${near}`));
    }
    if (option.value === undefined) {
      if (token.value !== undefined) throw new AppError("usage", say.optionTakesNoValue(command.name, option.name));
      switches.add(option.name);
    } else {
      values.set(option.name, checkedValue(command, option.name, option.choices, token.value, token.inlineValue));
    }
  }
  if (words.length < command.words.least) throw new AppError("usage", say.wordsMissing(command));
  if (words.length > command.words.most) throw new AppError("usage", say.wordsTooMany(command, words[command.words.most] ?? ""));
  return { edge, values, switches, words };
}

function checkedValue(command: Command, name: string, choices: readonly string[] | undefined, value: string | undefined, inline: boolean | undefined): string {
  if (value === undefined || value === "" || (!inline && value.startsWith("--"))) throw new AppError("usage", say.valueMissing(command.name, name));
  if (choices && !choices.includes(value)) throw new AppError("usage", say.valueNotAllowed(command.name, name, value, choices, findNearest(value, choices)));
  return value;
}
