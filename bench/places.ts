import { join } from "node:path";
import process from "node:process";
import type { Edge } from "../src/cli/edge.ts";

/** Set by run.mjs, for the modules here are compiled to another folder. */
declare const PROJECT_ROOT: string;

export const PROGRAM = join(PROJECT_ROOT, "dist/mingbai.js");
/** Compiled beside this module. */
export const BARE_BOT = join(import.meta.dirname, "bare-bot.js");
export const BARE_WEB = join(import.meta.dirname, "bare-web.js");

/** The settings of a program that keeps its state and its index in a folder of its own, and no setting of the person who measures. */
export function environmentIn(folder: string): Readonly<Record<string, string>> {
  return { PATH: process.env["PATH"] ?? "", MINGBAI_HOME: join(folder, "var"), MINGBAI_INDEX_DIR: join(folder, "index"), PORT: "0" };
}

/** The edge of a program that runs inside this process. */
export function benchEdge(folder: string): Edge {
  return {
    env: environmentIn(folder),
    programRoot: PROJECT_ROOT,
    workingDir: folder,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    onStopSignal: () => undefined,
  };
}
