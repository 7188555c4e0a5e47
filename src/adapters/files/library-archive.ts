import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../errors.ts";
import { CORRECTIONS_FILE, documentFolders, FACTS_FILE } from "./library-stamp.ts";
import { syncFolder, uniqueSuffix, writeWhole } from "./write-file.ts";

/** A file of an imported document, by its path below the library's folder, with slashes. */
export interface LibraryFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** All files of the imported documents. Nobody may import meanwhile. */
export function* readLibraryFiles(folder: string): Generator<LibraryFile> {
  for (const id of documentFolders(folder)) yield* readFolder(folder, id);
}

function* readFolder(folder: string, path: string): Generator<LibraryFile> {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    // What begins with a dot is being written, or was left.
    if (entry.name.startsWith(".")) continue;
    const own = `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* readFolder(folder, own);
    else if (entry.isFile()) yield { path: own, content: readFileSync(join(folder, own)) };
  }
}

/** Documents that wait beside the library until all are there. */
export interface StagedLibrary {
  /** @throws {AppError} `unsafe_path` for a path that would leave the folder */
  add(file: LibraryFile): void;
  /** Puts them into the library, each at once; one that is there as it is stays. Nobody may import meanwhile. @returns how many there are */
  putInPlace(): number;
  discard(): void;
}

export function stageLibrary(folder: string): StagedLibrary {
  const staging = join(folder, `.restored-${uniqueSuffix()}`);
  return {
    add({ path, content }) {
      const parts = path.split("/");
      if (parts.length < 2 || parts.some((part) => part === "" || part.startsWith(".") || /[\\\0]/u.test(part))) {
        throw new AppError("unsafe_path", `备份里的文件名「${path}」不安全，没有恢复：请换一个备份。`);
      }
      writeWhole(join(staging, ...parts), content);
    },
    putInPlace() {
      const ids = existsSync(staging) ? readdirSync(staging) : [];
      for (const id of ids) if (!isSame(join(staging, id), join(folder, id))) replace(folder, id, join(staging, id));
      syncFolder(folder);
      return ids.length;
    },
    discard: () => rmSync(staging, { recursive: true, force: true }),
  };
}

function replace(folder: string, id: string, staged: string): void {
  const removed = join(folder, `.removed-${uniqueSuffix()}`);
  if (existsSync(join(folder, id))) renameSync(join(folder, id), removed);
  renameSync(staged, join(folder, id));
  rmSync(removed, { recursive: true, force: true });
}

/** The facts name the version, whose files are never changed. */
function isSame(one: string, other: string): boolean {
  return [FACTS_FILE, CORRECTIONS_FILE].every((name) => textOf(join(one, name)) === textOf(join(other, name)));
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
