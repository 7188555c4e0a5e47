import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export const FACTS_FILE = "facts.json";
export const CORRECTIONS_FILE = "corrections.yaml";

/** Changes whenever a document is imported, replaced, mended or removed; costs two looks at the file system for each. Empty where there is none. */
export function libraryStamp(folder: string): string {
  const stamps = documentFolders(folder).map((id) => [id, stampOfFile(join(folder, id, FACTS_FILE)), stampOfFile(join(folder, id, CORRECTIONS_FILE))]);
  return stamps.length === 0 ? "" : JSON.stringify(stamps);
}

/** Ids of documents, and of those that are being written. */
export function documentFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch {
    return [];
  }
}

/** Where what is mended in the reading of a document is written; also of one that ships with the program. */
export function correctionsPath(folder: string, id: string): string {
  return join(folder, id, CORRECTIONS_FILE);
}

/** Undefined where nothing is mended. @throws the system's error for a file that cannot be read */
export function readCorrections(folder: string, id: string): string | undefined {
  const path = correctionsPath(folder, id);
  return statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, "utf8") : undefined;
}

/** Every version is a file of its own, so that no two have the same number and time of change. */
export function stampOfFile(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.size} ${stats.ctimeMs}` : "";
}
