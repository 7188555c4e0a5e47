import { createHash } from "node:crypto";
import { basename, extname } from "node:path";
import type { SourceFile } from "../../app/corpus.ts";
import { AppError } from "../../errors.ts";
import type { ThreadProgram } from "./format-thread.ts";
import { bytesOf, DOCUMENT_EXTENSIONS, type RawFile, SIDECAR_EXTENSION, sentenceOf } from "./raw-files.ts";
import { createSourceTextReader, type SourceTextReader } from "./source-text-reader.ts";
import { createTextCache } from "./text-cache.ts";

/** How files of a directory are read. */
export interface SeedReading {
  /** The program of the thread that foreign formats are read in. */
  readonly thread: ThreadProgram;
  /** Where to keep what foreign files were read as; undefined keeps nothing. */
  readonly cache: { readonly folder: string; readonly build: string } | undefined;
}

/** Changes whenever a byte, a name or a problem does, and never otherwise. */
export function digestOf(files: readonly RawFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    const bytes = "problem" in file ? undefined : tryToRead(file);
    hash.update(JSON.stringify(bytes instanceof Uint8Array ? [file.name, bytes.length] : [file.name, "problem" in file ? file.problem : bytes]));
    if (bytes instanceof Uint8Array) hash.update(bytes);
  }
  return hash.digest("hex");
}

/** @returns why it cannot be read, where it cannot */
function tryToRead(file: Exclude<RawFile, { readonly problem: string }>): Uint8Array | string {
  try {
    return bytesOf(file);
  } catch (error) {
    return sentenceOf(error);
  }
}

/** Reads and checks. Never throws for a bad file: `problems` has one sentence for each. */
export async function decodeSeedFiles(
  raw: readonly RawFile[],
  { thread, cache }: SeedReading,
): Promise<{ readonly files: readonly SourceFile[]; readonly problems: readonly string[] }> {
  const reader = createSourceTextReader({ thread, cache: cache && createTextCache(cache.folder, cache.build) });
  try {
    return await readWith(reader, raw);
  } finally {
    await reader.close();
  }
}

async function readWith(
  reader: SourceTextReader,
  raw: readonly RawFile[],
): Promise<{ readonly files: readonly SourceFile[]; readonly problems: readonly string[] }> {
  // The schema library takes longer to load than all else here, and a digest does without.
  const { parseSidecar } = await import("./sidecar.ts");
  const byName = new Map(raw.map((file) => [file.name, file]));
  const files: SourceFile[] = [];
  const problems: string[] = [];
  for (const file of raw) {
    try {
      if ("problem" in file) throw new AppError("unreadable", file.problem);
      if (extname(file.name).toLowerCase() === SIDECAR_EXTENSION) {
        if (!hasText(file.name, byName))
          throw new AppError("not_found", `「${stemOf(file.name)}」的文件不见了，只剩说明文件「${file.name}」：请把文件放回来。`);
        continue;
      }
      const { text, tables, lapse } = await reader.read(bytesOf(file), file.name);
      const sidecar = byName.get(stemOf(file.name) + SIDECAR_EXTENSION);
      // A sidecar that cannot be read has its own problem; without it the document's id would change.
      if (sidecar && "problem" in sidecar) continue;
      const facts = sidecar ? parseSidecar(bytesOf(sidecar), sidecar.name) : undefined;
      const id = facts?.id ?? idFromName(file.name);
      const twin = files.find((other) => other.id === id);
      if (twin) throw new AppError("unreadable", `「${file.name}」与「${twin.file}」的编号同为 ${id}，前者未收入：请改名，或在说明文件里另给编号。`);
      files.push({ id, file: file.name, text, tables, region: facts?.region, year: facts?.year, title: facts?.title, lapsed: facts?.lapsed ?? lapse });
      const warning = cutShortWarning(file.name, text);
      if (warning !== undefined) problems.push(warning);
    } catch (error) {
      problems.push(sentenceOf(error));
    }
  }
  return { files, problems };
}

/** A last paragraph this long that stops without a closing mark was probably cut off; a signature or a title is shorter. */
const LONG_LAST_LINE_CHARACTERS = 40;

function cutShortWarning(name: string, text: string): string | undefined {
  const lastLine = text.trimEnd().split("\n").at(-1) ?? "";
  const endsOpen =
    /[,\uff0c、;\uff1b:\uff1a(\uff08《“]$/u.test(lastLine) ||
    (lastLine.length > LONG_LAST_LINE_CHARACTERS && !/[。.!\uff01?\uff1f…”"』」)\uff09》〕\]】]$/u.test(lastLine));
  return endsOpen ? `「${name}」的末尾不像结束，可能没有传完，已按现有内容收入：请与原件核对。` : undefined;
}

/** Lower-case letters, digits and hyphens of an ASCII name; a short hash of any other. The same name always gives the same id. */
export function idFromName(name: string): string {
  const stem = stemOf(name);
  const slug = stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
  return slug !== "" && /^[\x20-\x7e]+$/u.test(stem) ? slug : `doc-${createHash("sha256").update(stem).digest("hex").slice(0, 10)}`;
}

function hasText(sidecarName: string, byName: ReadonlyMap<string, RawFile>): boolean {
  return [...byName.keys()].some((name) => stemOf(name) === stemOf(sidecarName) && DOCUMENT_EXTENSIONS.has(extname(name).toLowerCase()));
}

function stemOf(name: string): string {
  return basename(name, extname(name));
}
