import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { finished } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import * as z from "zod";
import { AppError } from "../../errors.ts";

/*
 * A backup is gzipped JSON, a value a line: the header, the rows of the store, the files of the imported documents, and a last line with their
 * number and the SHA-256 of all lines before it. It is the same whatever database it was made from.
 */

const FORMAT = "mingbai-backup";
const VERSION = 1;

const Header = z.object({ format: z.literal(FORMAT), version: z.number().int(), steps: z.array(z.string()), madeAtMs: z.number().int() });
const Entry = z.union([
  z.object({ table: z.string(), row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) }),
  z.object({ file: z.string(), content: z.base64() }),
]);
const End = z.object({ entries: z.number().int(), sha256: z.string() });

/** A row of the store, or a file by its path below the folder of imported documents, in base64. */
export type BackupEntry = z.infer<typeof Entry>;

/**
 * Writes a backup that only its owner can read. It has its name when it is whole.
 * @param steps that the store has gone through
 * @param produce writes the entries
 * @throws {AppError} `store_failed` where the file is there already or cannot be written
 */
export async function writeBackup(
  path: string,
  steps: readonly string[],
  madeAtMs: number,
  produce: (write: (entry: BackupEntry) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (existsSync(path)) throw alreadyThere(path);
  const temporary = `${path}.${randomUUID()}.tmp`;
  const hash = createHash("sha256");
  let entries = 0;
  try {
    const fd = openSync(temporary, "wx", 0o600);
    const gzip = createGzip();
    const file = gzip.pipe(createWriteStream(temporary, { fd, autoClose: false }));
    const done = Promise.all([finished(gzip), finished(file)]);
    // Whoever writes next finds the failure; until then it is nobody's.
    done.catch(() => gzip.destroy());
    const writeLine = async (value: unknown) => {
      const line = `${JSON.stringify(value)}\n`;
      hash.update(line);
      if (!gzip.write(line)) await Promise.race([once(gzip, "drain"), done]);
    };
    await writeLine({ format: FORMAT, version: VERSION, steps: [...steps], madeAtMs } satisfies z.infer<typeof Header>);
    await produce((entry) => {
      entries += 1;
      return writeLine(entry);
    });
    gzip.end(`${JSON.stringify({ entries, sha256: hash.copy().digest("hex") } satisfies z.infer<typeof End>)}\n`);
    await done;
    fsyncSync(fd);
    file.close();
    renameSync(temporary, path);
  } catch (cause) {
    throw toFileError(cause, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A backup that was read to its end and is whole. */
export interface Backup {
  readonly madeAtMs: number;
  readonly entries: number;
  /** The entries, read again. */
  read(): AsyncGenerator<BackupEntry>;
}

/**
 * Reads a backup once to see that it is whole.
 * @param knownSteps of this program's store
 * @throws {AppError} `unreadable` for a file that is none, is damaged or was made by a newer version
 */
export async function openBackup(path: string, knownSteps: readonly string[]): Promise<Backup> {
  let madeAtMs: number | undefined;
  let entries = 0;
  let isWhole = false;
  const hash = createHash("sha256");
  for await (const { line, value } of linesOf(path)) {
    if (isWhole) throw damaged(path);
    const end = End.safeParse(value).data;
    if (madeAtMs === undefined) madeAtMs = madeAtOf(path, value, knownSteps);
    else if (end === undefined && Entry.safeParse(value).success) entries += 1;
    else if (end?.entries === entries && end.sha256 === hash.copy().digest("hex")) isWhole = true;
    else throw damaged(path);
    hash.update(`${line}\n`);
  }
  if (madeAtMs === undefined || !isWhole) throw damaged(path);
  return { madeAtMs, entries, read: () => entriesOf(path) };
}

function madeAtOf(path: string, value: unknown, knownSteps: readonly string[]): number {
  const header = Header.safeParse(value).data;
  if (header === undefined) throw new AppError("unreadable", `「${path}」不是 mingbai 的备份：请换一个文件。`);
  if (header.version > VERSION || header.steps.some((step) => !knownSteps.includes(step))) {
    throw new AppError("unreadable", `备份「${path}」是由更新版本的 mingbai 写的：请升级程序后再恢复。`);
  }
  return header.madeAtMs;
}

async function* entriesOf(path: string): AsyncGenerator<BackupEntry> {
  for await (const { value } of linesOf(path)) {
    const { data } = Entry.safeParse(value);
    if (data !== undefined) yield data;
  }
}

async function* linesOf(path: string): AsyncGenerator<{ readonly line: string; readonly value: unknown }> {
  const file = createReadStream(path);
  const text = file.pipe(createGunzip());
  file.once("error", (error) => text.destroy(error));
  try {
    for await (const line of splitLines(text.setEncoding("utf8"))) yield { line, value: parse(path, line) };
  } catch (cause) {
    throw cause instanceof AppError ? cause : unreadable(path, cause);
  } finally {
    file.destroy();
    text.destroy();
  }
}

/** By line feeds alone: JSON leaves other line separators of Unicode as they are. What no line feed ends is cut off and so no line. */
async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const chunk of chunks) {
    const [first = "", ...rest] = chunk.split("\n");
    begun.push(first);
    for (const next of rest) {
      yield begun.join("");
      begun = [next];
    }
  }
}

function parse(path: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged(path);
  }
}

function unreadable(path: string, cause: unknown): AppError {
  const code = codeOf(cause);
  if (code === "ENOENT") return new AppError("unreadable", `没有「${path}」这个文件：请检查路径。`, { cause });
  if (code.startsWith("E")) return new AppError("unreadable", `「${path}」读不了（${code}）：请检查它是不是文件，以及权限。`, { cause });
  return damaged(path, cause);
}

function damaged(path: string, cause?: unknown): AppError {
  return new AppError("unreadable", `「${path}」已损坏，或不是 mingbai 的备份：什么也没有改动，请换一个备份。`, { cause });
}

function alreadyThere(path: string): AppError {
  return new AppError("store_failed", `已经有「${path}」这个文件，没有覆盖：请换一个文件名。`);
}

function toFileError(cause: unknown, path: string): Error {
  if (cause instanceof AppError) return cause;
  const code = codeOf(cause);
  if (code === "EEXIST") return alreadyThere(path);
  if (code === "ENOSPC") return new AppError("store_failed", `备份「${path}」没有写成，磁盘已满：请腾出空间。`, { cause });
  return new AppError("store_failed", `备份「${path}」没有写成（${code || "原因不明"}）：请检查目录和权限。`, { cause });
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
