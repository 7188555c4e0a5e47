import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { DOCUMENT_EXTENSIONS, SIDECAR_EXTENSION } from "./raw-files.ts";

/** Deeper than anyone sorts documents; ends what goes round in a circle. */
const DEEPEST = 20;

/** What stands in a folder: the files to read, and what is left out. */
export interface FolderFiles {
  /** Paths, in the order of their names, a folder's own files before those of the folders in it. */
  readonly files: readonly string[];
  /** Hidden files and folders, and folders that a link leads to. */
  readonly leftOut: readonly string[];
}

/** Lists the files of a folder and of the folders in it. What describes a document beside it is no file of its own. @throws the system's error */
export function walkFolder(folder: string, depth = 1): FolderFiles {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  const isHidden = ({ name }: { readonly name: string }): boolean => name.startsWith(".") || name.startsWith("~$");
  const shown = entries.filter((entry) => !isHidden(entry));
  const folders = shown.filter((entry) => entry.isDirectory() && depth < DEEPEST).map(({ name }) => walkFolder(join(folder, name), depth + 1));
  const linked = shown.filter((entry) => entry.isSymbolicLink() && statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isDirectory());
  const stems = new Set(
    shown.filter(({ name }) => DOCUMENT_EXTENSIONS.has(extname(name).toLowerCase())).map(({ name }) => name.slice(0, -extname(name).length)),
  );
  const isSidecar = (name: string): boolean => extname(name) === SIDECAR_EXTENSION && stems.has(name.slice(0, -SIDECAR_EXTENSION.length));
  const files = shown.filter((entry) => !entry.isDirectory() && !linked.includes(entry) && !isSidecar(entry.name));
  return {
    files: [...files.map(({ name }) => join(folder, name)), ...folders.flatMap((inner) => inner.files)],
    leftOut: [...[...entries.filter(isHidden), ...linked].map(({ name }) => join(folder, name)), ...folders.flatMap((inner) => inner.leftOut)],
  };
}
