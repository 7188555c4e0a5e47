import { randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../errors.ts";
import { writeWhole } from "./write-file.ts";

/** A file that nobody decided on for this long is forgotten. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1000;
const ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const ID_LENGTH = 10;
const ID = new RegExp(`^[${ID_CHARACTERS}]{${ID_LENGTH}}$`, "u");
const NAME_FILE = "name.txt";
const CONTENT_FILE = "content";
const REPORT_FILE = "report.txt";

/** A file that waits to be imported or forgotten. */
export interface WaitingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What was read in it. */
  readonly report: string;
}

/** Files that wait, a folder each. They outlive the process. */
export interface WaitingFiles {
  /** @returns the id that the file waits under @throws {AppError} `store_failed` */
  put(file: WaitingFile): string;
  /** Undefined where it waits no more. */
  find(id: string): WaitingFile | undefined;
  forget(id: string): void;
  /** The oldest first. */
  list(): readonly (Pick<WaitingFile, "name" | "report"> & { readonly id: string })[];
}

/** @param clock epoch milliseconds */
export function createWaitingFiles(folder: string, clock: () => number): WaitingFiles {
  return {
    put({ name, bytes, report }) {
      const id = Array.from({ length: ID_LENGTH }, () => ID_CHARACTERS.charAt(randomInt(ID_CHARACTERS.length))).join("");
      try {
        forgetOld(folder, clock() - KEEP_MS);
        writeWhole(join(folder, id, CONTENT_FILE), bytes);
        writeWhole(join(folder, id, REPORT_FILE), report);
        // The last one: a file without a name waits no more.
        writeWhole(join(folder, id, NAME_FILE), name);
        return id;
      } catch (cause) {
        throw new AppError("store_failed", "文件没有存下来：请检查服务器的磁盘空间和目录权限。", { cause });
      }
    },
    find(id) {
      const found = findHead(folder, id);
      try {
        return found && { ...found, bytes: readFileSync(join(folder, id, CONTENT_FILE)) };
      } catch {
        return undefined;
      }
    },
    forget: (id) => {
      if (ID.test(id)) rmSync(join(folder, id), { recursive: true, force: true });
    },
    list: () =>
      namesIn(folder)
        .flatMap((id) => findHead(folder, id) ?? [])
        .sort((one, other) => one.sinceMs - other.sinceMs),
  };
}

/** @returns undefined for what is no id of ours, which might lead out of the folder, and for a file that waits no more */
function findHead(folder: string, id: string) {
  if (!ID.test(id)) return undefined;
  try {
    const path = join(folder, id, NAME_FILE);
    const report = join(folder, id, REPORT_FILE);
    return { id, name: readFileSync(path, "utf8"), report: existsSync(report) ? readFileSync(report, "utf8") : "", sinceMs: statSync(path).mtimeMs };
  } catch {
    return undefined;
  }
}

function forgetOld(folder: string, beforeMs: number): void {
  for (const id of namesIn(folder)) {
    const path = join(folder, id);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? beforeMs) < beforeMs) rmSync(path, { recursive: true, force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
