import { AppError } from "../../../errors.ts";

/** A compound file (OLE; [MS-CFB]): the container of .doc, .xls and of encrypted .docx and .xlsx files. */
export interface CompoundFile {
  /** Names in its root folder, e.g. `WordDocument`, `Workbook`, `EncryptedPackage`. */
  readonly names: readonly string[];
  /**
   * The bytes of a stream of the root folder; undefined where there is none of that name.
   * @throws {AppError} `unreadable` a stream that is cut off
   */
  readonly stream: (name: string) => Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const MINI_SECTOR_BYTES = 64;
const HEADER_TABLE_SECTORS = 109;
/** Sector numbers from here on mean free, end of chain and the like. */
const FIRST_SPECIAL = 0xfffffffa;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * Opens a compound file. Each chain of sectors is followed for at most as many steps as there are sectors, so a damaged one ends.
 * @param file base name, for messages
 * @throws {AppError} `unreadable`
 */
export function openCompoundFile(bytes: Uint8Array, file: string): CompoundFile {
  if (!isCompoundFile(bytes) || bytes.length < HEADER_BYTES) throw damaged(file);
  const sectors = new Sectors(bytes, file);
  const view = sectors.view;
  const entries = directory(sectors.read(view.getUint32(48, true)));
  const root = entries[0];
  if (!root) throw damaged(file);
  const files = childrenOf(entries, root.child);
  const miniLimit = view.getUint32(56, true);
  const miniStream = () => sectors.read(root.start, root.size);
  const miniTable = () => toTable(sectors.read(view.getUint32(60, true)));
  return {
    names: files.map((entry) => entry.name),
    stream: (name) => {
      const entry = files.find((one) => one.name === name);
      if (!entry) return undefined;
      if (entry.size === 0) return new Uint8Array(0);
      if (entry.size >= miniLimit) return sectors.read(entry.start, entry.size);
      return gather(miniStream(), miniTable(), entry.start, entry.size, MINI_SECTOR_BYTES, 0, file);
    },
  };
}

/** The ordinary sectors of a file, and the table that chains them. */
class Sectors {
  readonly view: DataView;
  readonly #bytes: Uint8Array;
  readonly #file: string;
  readonly #sectorBytes: number;
  readonly #table: Uint32Array;

  constructor(bytes: Uint8Array, file: string) {
    this.#bytes = bytes;
    this.#file = file;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged(file);
    this.#sectorBytes = 2 ** shift;
    this.#table = this.#readTable();
  }

  /** The bytes of a chain; without a size, the whole chain. */
  read(start: number, size?: number): Uint8Array {
    return gather(this.#bytes, this.#table, start, size, this.#sectorBytes, this.#sectorBytes, this.#file);
  }

  #readTable(): Uint32Array {
    const places: number[] = [];
    for (let index = 0; index < HEADER_TABLE_SECTORS; index += 1) places.push(this.view.getUint32(76 + index * 4, true));
    const perSector = this.#sectorBytes / 4 - 1;
    const most = this.#bytes.length / this.#sectorBytes;
    let next = this.view.getUint32(68, true);
    for (let step = 0; next < FIRST_SPECIAL && step < most; step += 1) {
      const list = toTable(this.#sector(next));
      places.push(...list.subarray(0, perSector));
      next = list[perSector] ?? FIRST_SPECIAL;
    }
    const sectors = places.filter((place) => place < FIRST_SPECIAL);
    if (sectors.length > most) throw damaged(this.#file);
    const table = new Uint32Array((sectors.length * this.#sectorBytes) / 4);
    sectors.forEach((sector, index) => {
      table.set(toTable(this.#sector(sector)), (index * this.#sectorBytes) / 4);
    });
    return table;
  }

  #sector(index: number): Uint8Array {
    const start = (index + 1) * this.#sectorBytes;
    if (start + this.#sectorBytes > this.#bytes.length) throw damaged(this.#file);
    return this.#bytes.subarray(start, start + this.#sectorBytes);
  }
}

/** Joins the sectors of a chain. The last one may be cut short where a size says how much is needed. */
function gather(bytes: Uint8Array, table: Uint32Array, start: number, size: number | undefined, sectorBytes: number, offset: number, file: string): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let sector = start; sector < FIRST_SPECIAL && (size === undefined || length < size); sector = table[sector] ?? FIRST_SPECIAL) {
    const at = offset + sector * sectorBytes;
    if (at >= bytes.length || parts.length > table.length) throw damaged(file);
    const part = bytes.subarray(at, at + sectorBytes);
    parts.push(part);
    length += part.length;
  }
  if (size !== undefined && length < size) throw damaged(file);
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return size === undefined ? joined : joined.subarray(0, size);
}

function toTable(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
}

function directory(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / ENTRY_BYTES) }, (_, index) => {
    const at = index * ENTRY_BYTES;
    const nameBytes = Math.min(64, view.getUint16(at + 64, true));
    return {
      name: new TextDecoder("utf-16le").decode(bytes.subarray(at, at + Math.max(0, nameBytes - 2))),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

/** The entries of one folder: a binary tree by their names. */
function childrenOf(entries: readonly Entry[], top: number): readonly Entry[] {
  const found = new Set<Entry>();
  const open = [top];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = entries[index];
    if (!entry || found.has(entry)) continue;
    found.add(entry);
    open.push(entry.left, entry.right);
  }
  return [...found];
}

function damaged(file: string): AppError {
  return new AppError("unreadable", `「${file}」不完整或已损坏：请重新取得完整的文件。`);
}
