import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** As many questions as arrow-up reaches. */
export const HISTORY_SIZE = 500;

/** The questions asked before, newest first; none where there is no file yet or it cannot be read. */
export function loadHistory(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n").filter(Boolean).slice(-HISTORY_SIZE).reverse();
  } catch {
    return [];
  }
}

/** Keeps the questions, newest first, readable by their owner alone. @throws the system's error where the folder cannot be written */
export function saveHistory(path: string, questions: readonly string[]): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${[...questions].reverse().join("\n")}\n`, { mode: 0o600 });
}
