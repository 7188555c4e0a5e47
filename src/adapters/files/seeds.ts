import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { SourceFile, SourceSnapshot } from "../../app/corpus.ts";
import { AppError } from "../../errors.ts";
import { documentText, readFileBytes } from "./text-file.ts";

const TEXT_EXTENSIONS: ReadonlySet<string> = new Set([".txt", ".md"]);
const SIDECAR_EXTENSION = ".json";

/** A file as it lies in the directory: its bytes, or why they cannot be had. */
type RawFile = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly problem: string });

/**
 * Takes a snapshot of a directory of documents: every .txt and .md, each with an optional sidecar of the same name and
 * the ending .json. Bytes are read now, decoded by `read()`. Never throws: what is wrong is in `problems`.
 */
export function takeSnapshot(directory: string): SourceSnapshot {
  let names: readonly string[];
  try {
    names = readdirSync(directory)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch {
    const problem = `文件目录「${directory}」找不到或不能读取：请检查路径和权限。`;
    return { digest: digestOf([{ name: directory, problem }]), read: () => Promise.resolve({ files: [], problems: [problem] }) };
  }
  const raw = names.map((name) => readRaw(directory, name));
  return { digest: digestOf(raw), read: () => decodeAll(raw) };
}

function readRaw(directory: string, name: string): RawFile {
  if (UNSAFE_NAME.test(name)) return { name, problem: `「${name}」的文件名含有「..」，未读取：请改名。` };
  const extension = extname(name).toLowerCase();
  if (!TEXT_EXTENSIONS.has(extension) && extension !== SIDECAR_EXTENSION) {
    return { name, problem: `「${name}」不是 .txt 或 .md 文件，暂不能读取：请另存为纯文本。` };
  }
  try {
    return { name, bytes: readFileBytes(join(directory, name)) };
  } catch (error) {
    return { name, problem: sentenceOf(error) };
  }
}

/** A step upwards in either system's way of writing paths. */
const UNSAFE_NAME = /(?:^|[\\/])\.\.(?:[\\/]|$)/u;

function digestOf(files: readonly RawFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(JSON.stringify("bytes" in file ? [file.name, file.bytes.length] : [file.name, file.problem]));
    if ("bytes" in file) hash.update(file.bytes);
  }
  return hash.digest("hex");
}

async function decodeAll(raw: readonly RawFile[]): Promise<{ files: readonly SourceFile[]; problems: readonly string[] }> {
  // The schema library takes longer to load than the stored corpus; it is needed only here.
  const { parseSidecar } = await import("./sidecar.ts");
  const byName = new Map(raw.map((file) => [file.name, file]));
  const files: SourceFile[] = [];
  const problems: string[] = [];
  for (const file of raw) {
    try {
      if ("problem" in file) throw new AppError("unreadable", file.problem);
      if (extname(file.name).toLowerCase() === SIDECAR_EXTENSION) {
        if (!hasText(file.name, byName)) throw new AppError("not_found", `「${stemOf(file.name)}.txt」不见了，只剩说明文件「${file.name}」：请把文件放回来。`);
        continue;
      }
      const { text } = documentText(file.bytes, file.name);
      const sidecar = byName.get(stemOf(file.name) + SIDECAR_EXTENSION);
      // A sidecar that cannot be read has its own problem; without it the document's id would change.
      if (sidecar && "problem" in sidecar) continue;
      const facts = sidecar ? parseSidecar(sidecar.bytes, sidecar.name) : undefined;
      const id = facts?.id ?? idFromName(file.name);
      const twin = files.find((other) => other.id === id);
      if (twin) throw new AppError("unreadable", `「${file.name}」与「${twin.file}」的编号同为 ${id}，前者未收入：请改名，或在说明文件里另给编号。`);
      files.push({ id, file: file.name, text, region: facts?.region, year: facts?.year, title: facts?.title });
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
  return [...TEXT_EXTENSIONS].some((extension) => byName.has(stemOf(sidecarName) + extension));
}

function stemOf(name: string): string {
  return basename(name, extname(name));
}

function sentenceOf(error: unknown): string {
  return error instanceof AppError ? error.message : `读取时出错：${error instanceof Error ? error.message : "原因不明"}`;
}
