import type { Edge } from "./edge.ts";

/** One option of a command, such as `--format table|csv|json`. */
export interface CommandOption {
  /** Without the dashes. */
  readonly name: string;
  /** What stands after it in the help: 目录; undefined for a switch. */
  readonly value?: string;
  /** The values that it takes, where they are a closed list. */
  readonly choices?: readonly string[];
  readonly summary: string;
}

/** What stands behind the options: the question, files, an id. */
export interface CommandWords {
  /** How the help names them: 问题 */
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** A command as the user gave it, checked against its description. */
export interface CommandCall {
  readonly edge: Edge;
  /** Values of the options that were given. */
  readonly values: ReadonlyMap<string, string>;
  /** Switches that were given. */
  readonly switches: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** Runs a command. @returns its exit status @throws {AppError} for whatever the user can mend */
export type CommandRun = (call: CommandCall) => Promise<number>;

/** The description of a command: enough to check its arguments and print its help without loading it. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly words: CommandWords;
  readonly options: readonly CommandOption[];
  /** Command lines with what each does. */
  readonly examples: readonly (readonly [line: string, meaning: string])[];
  /** Loads the code of the command; nothing of it is read before. */
  load(): Promise<CommandRun>;
}
