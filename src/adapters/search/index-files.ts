import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";

/** What an index file was made from: it is good only for exactly the same. */
export type Provenance = Readonly<Record<string, string | number>>;

/** Why a stored file is not used, or what it holds, with all that it says of its making. */
export type StoredIndex =
  | { readonly state: "missing" | "damaged" | "outdated" }
  | { readonly state: "good"; readonly payload: string; readonly header: Readonly<Record<string, unknown>> };

const NEW_LINE = 0x0a;
/** A header has a hundred bytes for each document; what has no line end by then is no index file. */
const MAX_HEADER_BYTES = 1024 * 1024;
/** A temporary file this old was left by a process that died. */
const ABANDONED_AFTER_MS = 10 * 60 * 1000;

/**
 * Reads an index file: one line of JSON `{…provenance, bytes, crc32}`, then the payload. The header is compared first,
 * so that an outdated file costs nothing more; it may say more of its making than is asked. Never throws.
 */
export function readIndexFile(path: string, provenance: Provenance): StoredIndex {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { state: isMissing(error) ? "missing" : "damaged" };
  }
  const headerEnd = bytes.subarray(0, MAX_HEADER_BYTES).indexOf(NEW_LINE);
  const header = parseHeader(bytes.toString("utf8", 0, Math.max(headerEnd, 0)));
  if (!header) return { state: "damaged" };
  if (Object.entries(provenance).some(([key, value]) => header[key] !== value)) return { state: "outdated" };
  const payload = bytes.subarray(headerEnd + 1);
  if (header["bytes"] !== payload.length || header["crc32"] !== crc32(payload)) return { state: "damaged" };
  return { state: "good", payload: payload.toString("utf8"), header };
}

/**
 * Writes an index file so that a reader finds the old one or the whole new one, whatever happens: to a temporary name
 * of its own beside it, synced, renamed. Processes that write at once do not harm each other; the last one wins.
 * @throws the system's error when the directory cannot be written
 */
export function writeIndexFile(path: string, provenance: Provenance, payload: string): void {
  const directory = dirname(path);
  mkdirSync(directory, { recursive: true });
  const bytes = Buffer.from(payload, "utf8");
  const header = Buffer.from(`${JSON.stringify({ ...provenance, bytes: bytes.length, crc32: crc32(bytes) })}\n`, "utf8");
  const temporary = join(directory, `.${basename(path)}.${Date.now().toString(36)}${Math.random().toString(36).slice(2)}.tmp`);
  try {
    const file = openSync(temporary, "wx");
    try {
      writeFileSync(file, Buffer.concat([header, bytes]));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncDirectory(directory);
  removeAbandoned(directory, basename(path));
}

/** Makes the rename last through a power cut. Some systems cannot sync a directory; there the file is good all the same. */
function syncDirectory(directory: string): void {
  try {
    const handle = openSync(directory, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    return;
  }
}

/** Tidies up after processes that died while writing. What cannot be removed does no harm. */
function removeAbandoned(directory: string, name: string): void {
  try {
    for (const entry of readdirSync(directory)) {
      if (!entry.startsWith(`.${name}.`) || !entry.endsWith(".tmp")) continue;
      const path = join(directory, entry);
      const modifiedAtMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
      if (modifiedAtMs !== undefined && Date.now() - modifiedAtMs > ABANDONED_AFTER_MS) rmSync(path, { force: true });
    }
  } catch {
    return;
  }
}

function parseHeader(line: string): Record<string, unknown> | undefined {
  try {
    const header: unknown = JSON.parse(line);
    return typeof header === "object" && header !== null && !Array.isArray(header) ? { ...header } : undefined;
  } catch {
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
