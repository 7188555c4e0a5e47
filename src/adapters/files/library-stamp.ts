import { readdirSync, statSync } from "node:fs";
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

/** Every version is a file of its own, so that no two have the same number and time of change. */
export function stampOfFile(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.size} ${stats.ctimeMs}` : "";
}
