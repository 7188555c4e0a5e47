import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import type { DocumentLibrary, LibraryDocument } from "../../app/document-library.ts";
import type { DocumentId } from "../../core/document/index.ts";
import type { SourceTable, SourceText } from "../../core/document/source-text.ts";
import { AppError } from "../../errors.ts";
import { parseFacts, type StoredFacts, writeFacts } from "./library-facts.ts";
import { CORRECTIONS_FILE, documentFolders, FACTS_FILE, readCorrections, stampOfFile } from "./library-stamp.ts";
import { syncFolder, uniqueSuffix, writeWhole } from "./write-file.ts";

const TEXT_FILE = "text.txt";
const TABLES_FILE = "tables.json";
const LAPSE_FILE = "lapse.txt";
const REPORT_FILE = "report.json";

/**
 * The imported documents, a folder each: `facts.json`, `corrections.yaml` where something is mended, and a folder for the version that the
 * facts name, with the original file, its text, its tables, what it says of its force and the report. What no facts name is none: it is being written, or was left.
 */
export function createLibrary(folder: string): DocumentLibrary {
  const known = new Map<string, { readonly stamp: string; readonly stored: StoredFacts | undefined }>();
  /** Undefined for a folder that is no document (yet), or whose facts are damaged. */
  const findFacts = (id: DocumentId): StoredFacts | undefined => {
    const path = join(folder, id, FACTS_FILE);
    const stamp = stampOfFile(path);
    const before = known.get(id);
    if (before?.stamp === stamp) return before.stored;
    const stored = stamp === "" ? undefined : readFacts(path);
    known.set(id, { stamp, stored });
    return stored;
  };
  const getVersion = (id: DocumentId): string => {
    const version = findFacts(id)?.version;
    if (version === undefined) throw new AppError("not_found", `没有收录编号为「${id}」的文件。`);
    return join(folder, id, version);
  };
  return {
    list: () =>
      documentFolders(folder)
        .flatMap((id) => findFacts(id)?.facts ?? [])
        .sort((one, other) => one.importedAtMs - other.importedAtMs || (one.id < other.id ? -1 : 1)),
    problems: () =>
      documentFolders(folder)
        .filter((id) => !findFacts(id) && stampOfFile(join(folder, id, FACTS_FILE)) !== "")
        .map((id) => `「${join(folder, id, FACTS_FILE)}」已损坏，这份文件没有收入：请删除它所在的目录，再重新收录。`),
    loadSource: (id) => inStore(folder, () => readSource(getVersion(id))),
    loadCorrections: (id) => inStore(folder, () => readCorrections(folder, id)),
    save: (document) => inStore(folder, () => save(folder, document)),
    remove: (id) => inStore(folder, () => remove(folder, id)),
    whileLocked: async (work) => (await import("./library-lock.ts")).whileLocked(folder, work),
  };
}

function save(folder: string, { facts, original, source, report }: LibraryDocument): void {
  const own = join(folder, facts.id);
  const version = uniqueSuffix();
  const target = join(own, version);
  writeWhole(join(target, `original${extname(facts.file).toLowerCase()}`), original);
  writeWhole(join(target, TEXT_FILE), source.text);
  writeWhole(join(target, TABLES_FILE), JSON.stringify(source.tables));
  if (source.lapse !== undefined) writeWhole(join(target, LAPSE_FILE), source.lapse);
  writeWhole(join(target, REPORT_FILE), `${JSON.stringify(report)}\n`);
  syncFolder(own);
  // From here on it is there.
  writeWhole(join(own, FACTS_FILE), writeFacts({ version, facts }));
  syncFolder(folder);
  for (const name of readdirSync(own))
    if (name !== version && name !== FACTS_FILE && name !== CORRECTIONS_FILE && !name.startsWith("."))
      rmSync(join(own, name), { recursive: true, force: true });
}

/** A renamed folder is gone at once; what is left of it when the process ends is removed with the next. */
function remove(folder: string, id: DocumentId): void {
  renameSync(join(folder, id), join(folder, `.removed-${uniqueSuffix()}`));
  syncFolder(folder);
  for (const name of readdirSync(folder)) if (name.startsWith(".removed-")) rmSync(join(folder, name), { recursive: true, force: true });
}

function readSource(version: string): SourceText {
  const text = readFileSync(join(version, TEXT_FILE), "utf8");
  const tables = JSON.parse(readFileSync(join(version, TABLES_FILE), "utf8")) as readonly SourceTable[];
  const lapse = join(version, LAPSE_FILE);
  return { text, tables, lapse: existsSync(lapse) ? readFileSync(lapse, "utf8") : undefined };
}

/** Undefined for a file that this program did not write so. */
function readFacts(path: string): StoredFacts | undefined {
  try {
    return parseFacts(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** @throws {AppError} `store_failed` for what the system refuses */
function inStore<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "原因不明";
    throw new AppError("store_failed", `目录「${folder}」不能读写（${code}）：请检查权限和磁盘空间。`, { cause });
  }
}
