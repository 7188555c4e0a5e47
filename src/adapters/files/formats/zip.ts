import { crc32 } from "node:zlib";
import type { Inflate } from "fflate";
import { AppError } from "../../../errors.ts";
import { type ZipEntry, zipEntries } from "./zip-directory.ts";

/** An entry unpacks to at most this many bytes: the text of some 1500 pages with all of Word's markup is half of it. */
const MAX_ENTRY_BYTES = 32 * 1024 * 1024;
/** All entries together unpack to at most this many bytes. */
const MAX_ARCHIVE_BYTES = 96 * 1024 * 1024;
/** Deflate makes at most 1032 bytes of one: so few bytes at a time give at most some 4 MB before they are counted. */
const INFLATE_STEP_BYTES = 4096;

/** A zip archive whose entries are unpacked when they are asked for. */
export interface ZipArchive {
  /** Names of all files in it, with `/` between folders; folders themselves are left out. */
  readonly names: readonly string[];
  /**
   * The bytes of an entry; undefined where there is none of that name (case does not count, as in OPC).
   * @throws {AppError} `too_large` by what was truly unpacked, `unreadable` damaged, `encrypted`
   */
  readonly read: (name: string) => Uint8Array | undefined;
}

/**
 * Opens a zip archive (docx, xlsx, ofd). Sizes are checked twice: as the directory states them here, and by counting while unpacking.
 * @param file base name, for messages
 * @throws {AppError} `unreadable` damaged, cut off or no zip, `too_large`, `unsafe_path` an entry's name steps upwards
 */
export async function openZip(bytes: Uint8Array, file: string): Promise<ZipArchive> {
  const fflate = await import("fflate");
  const entries = zipEntries(bytes, file);
  const sizes = new Map<ZipEntry, number>();
  const total = () => [...sizes.values()].reduce((sum, size) => sum + size, 0);
  for (const entry of entries.values()) {
    if (entry.size > MAX_ENTRY_BYTES) throw tooLarge(file);
    sizes.set(entry, entry.size);
  }
  if (total() > MAX_ARCHIVE_BYTES) throw tooLarge(file);
  return {
    names: [...entries.values()].map((entry) => entry.name),
    read: (name) => {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return undefined;
      sizes.delete(entry);
      const content = unpack(bytes, entry, Math.min(MAX_ENTRY_BYTES, MAX_ARCHIVE_BYTES - total()), file, fflate.Inflate);
      sizes.set(entry, content.length);
      return content;
    },
  };
}

function unpack(bytes: Uint8Array, entry: ZipEntry, maxBytes: number, file: string, inflater: typeof Inflate): Uint8Array {
  if (entry.encrypted) throw new AppError("encrypted", `「${file}」加了密码，不能读取：请取消密码后另存再用。`);
  const packed = packedBytes(bytes, entry);
  if (!packed) throw damaged(file);
  const content = entry.method === 0 ? packed : inflate(packed, maxBytes, file, inflater);
  if (content.length > maxBytes) throw tooLarge(file);
  if (crc32(content) !== entry.crc) throw damaged(file);
  return content;
}

/** What stands behind the entry's own header; undefined where the header is missing or the bytes end too early. */
function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) return undefined;
  if (entry.method !== 0 && entry.method !== 8) return undefined;
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const end = start + entry.packedSize;
  return end <= bytes.length ? bytes.subarray(start, end) : undefined;
}

function inflate(packed: Uint8Array, maxBytes: number, file: string, inflater: typeof Inflate): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new inflater((part) => {
    parts.push(part);
    length += part.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= maxBytes; at += INFLATE_STEP_BYTES) {
      stream.push(packed.subarray(at, at + INFLATE_STEP_BYTES), at + INFLATE_STEP_BYTES >= packed.length);
    }
  } catch (error) {
    throw damaged(file, error);
  }
  if (length > maxBytes) throw tooLarge(file);
  const content = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    content.set(part, at);
    at += part.length;
  }
  return content;
}

function tooLarge(file: string): AppError {
  return new AppError(
    "too_large",
    `「${file}」解压后超过 ${MAX_ARCHIVE_BYTES / 1024 / 1024} MB（单个部分超过 ${MAX_ENTRY_BYTES / 1024 / 1024} MB），未读取：请删去大图片或拆成较小的文件。`,
  );
}

function damaged(file: string, cause?: unknown): AppError {
  return new AppError("unreadable", `「${file}」已损坏，不能解压：请重新取得完整的文件。`, { cause });
}
