import { AppError } from "../errors.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands.ts";
import { type Edge, write } from "./edge.ts";
import * as say from "./messages.zh.ts";
import { findNearest } from "./nearest.ts";
import { parseCall } from "./parse-call.ts";
import { redact } from "./redact.ts";
import { loadVersion } from "./version.ts";

const DONE = 0;
const FAILED = 1;
/** The arguments or a setting are wrong; nothing was done. */
const MISUSED = 2;

/** Only who asks for help waits for it. */
const loadHelp = () => import("./help.ts");

/** Runs the program with its arguments. @returns the exit status; never throws */
export async function run(args: readonly string[], edge: Edge): Promise<number> {
  try {
    return await dispatch(args, edge);
  } catch (error) {
    await write(edge.stderr, describeFailure(error, edge.env["LOG_LEVEL"] === "debug"));
    return error instanceof AppError && (error.code === "usage" || error.code === "config_invalid") ? MISUSED : FAILED;
  }
}

/** One line about a failure, and where it happened when `debug` is set. Holds no token. */
export function describeFailure(error: unknown, debug: boolean): string {
  const message = error instanceof AppError ? error.message : say.unexpectedFailure(String(error));
  return redact(`mingbai: ${message}\n${debug && error instanceof Error ? `${error.stack}\n` : ""}`);
}

async function dispatch(args: readonly string[], edge: Edge): Promise<number> {
  const [name, ...rest] = args;
  if (name === "--version" || name === "-v") return show(edge, `${loadVersion(edge.programRoot)}\n`);
  const asksForHelp = name === "help" || name === "--help" || name === "-h";
  if (asksForHelp && rest[0] !== undefined) return show(edge, (await loadHelp()).renderCommandHelp(getCommand(rest[0])));
  if (name === undefined || asksForHelp) return show(edge, (await loadHelp()).renderHelp(commands));
  const command = getCommand(name);
  const call = parseCall(command, rest, edge);
  if (call === "help") return show(edge, (await loadHelp()).renderCommandHelp(command));
  return (await command.load())(call);
}

async function show(edge: Edge, text: string): Promise<number> {
  await write(edge.stdout, text);
  return DONE;
}

function getCommand(name: string): Command {
  const command = commands.find((known) => known.name === name);
  if (command) return command;
  const near = findNearest(name, [...commands.map((known) => known.name), "help"]);
  throw new AppError("usage", say.unknownCommand(name, near));
}
