import { AppError } from "../../../errors.ts";

/** A file in a zip archive, as the archive's central directory describes it (APPNOTE 4.3.12). Sizes and offsets are in bytes. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; others are rarely met. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  /** What it unpacks to, as stated; not to be relied on. */
  readonly size: number;
  /** Where its own header stands in the archive. */
  readonly offset: number;
  readonly encrypted: boolean;
}

const MAX_ENTRIES = 10_000;
const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const ENTRY_BYTES = 46;
const UNKNOWN = 0xffffffff;

/**
 * The files of an archive by their names in lower case; where a name is there twice the last counts.
 * @throws {AppError} `unreadable`, `too_large` for too many entries, `unsafe_path`
 */
export function zipEntries(bytes: Uint8Array, file: string): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) throw damaged(file);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new AppError("too_large", `「${file}」里的文件超过 ${MAX_ENTRIES} 个，未读取：请只留下文档本身。`);
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged(file);
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const next = at + ENTRY_BYTES + nameBytes + extraBytes + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged(file);
    const extraStart = at + ENTRY_BYTES + nameBytes;
    const name = entryName(bytes.subarray(at + ENTRY_BYTES, extraStart), file);
    const [size, packedSize, offset] = sizesOf(view, at, extraStart, extraStart + extraBytes);
    const encrypted = (view.getUint16(at + 8, true) & 1) !== 0;
    const entry = { name, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packedSize, size, offset, encrypted };
    if (!name.endsWith("/")) entries.set(name.toLowerCase(), entry);
    at = next;
  }
  return entries;
}

/** Where the record at the archive's end begins; a comment may stand behind it. */
function endRecord(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_RECORD_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_RECORD_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

/** Unpacked size, packed size and offset; those that do not fit into 32 bits stand in the zip64 extra field (APPNOTE 4.5.3). */
function sizesOf(view: DataView, at: number, extraStart: number, extraEnd: number): [number, number, number] {
  const sizes: [number, number, number] = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (!sizes.includes(UNKNOWN)) return sizes;
  for (let field = extraStart; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    sizes.forEach((size, index) => {
      if (size !== UNKNOWN || value + 8 > extraEnd) return;
      sizes[index] = Number(view.getBigUint64(value, true));
      value += 8;
    });
    break;
  }
  return sizes;
}

/** Some tools write `\` between folders, or `/` before the first. */
function entryName(bytes: Uint8Array, file: string): string {
  const name = new TextDecoder().decode(bytes).replaceAll("\\", "/").replace(/^\/+/u, "");
  if (name.split("/").includes("..")) throw new AppError("unsafe_path", `「${file}」里有指向上级目录的文件名，未读取：请重新取得正常的文件。`);
  return name;
}

function damaged(file: string): AppError {
  return new AppError("unreadable", `「${file}」不完整或已损坏：请重新取得完整的文件。`);
}
