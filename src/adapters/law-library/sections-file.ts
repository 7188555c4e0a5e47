import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";

/*
 * A file of named stretches of bytes, each aligned to four: `MBSF`, the length of the head, its CRC-32; the head, JSON; the stretches. The head names
 * them with their places and checksums, so that a file is opened by reading the head, and a stretch, or a piece of one, is read when it is needed.
 */

const MAGIC = 0x4653_424d;
const PREFIX_BYTES = 12;
/** A head names a dozen sections. */
const MAX_HEAD_BYTES = 1024 * 1024;
const PRIVATE_FILE = 0o600;

interface Section {
  readonly offset: number;
  readonly length: number;
  readonly crc32: number;
}

/** What a file was made from; it is good for exactly the same. */
export type Provenance = Readonly<Record<string, string | number>>;

interface Head {
  readonly made: Provenance;
  readonly sections: Readonly<Record<string, Section>>;
}

/** A file that is open. */
export interface SectionsFile {
  readonly made: Provenance;
  /** @returns a whole section @throws {DamagedFile} */
  load(name: string): Uint8Array<ArrayBuffer>;
  /** @returns a piece of a section; nothing is checked @throws {DamagedFile} where the file is shorter */
  read(name: string, offset: number, length: number): Uint8Array<ArrayBuffer>;
  close(): void;
}

/** A file that is not what was written: cut off, changed, or of another program. */
export class DamagedFile extends Error {
  override readonly name = "DamagedFile";
}

/** Writes a file whole or not at all: to a temporary name beside it, synced, renamed. @throws the system's error */
export function writeSections(path: string, made: Provenance, sections: Readonly<Record<string, Uint8Array>>): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.${Date.now().toString(36)}${Math.random().toString(36).slice(2)}.tmp`);
  try {
    const file = openSync(temporary, "wx", PRIVATE_FILE);
    try {
      writeAll(file, headOf(made, sections));
      for (const bytes of Object.values(sections)) {
        writeAll(file, bytes);
        writeAll(file, new Uint8Array(padded(bytes.length) - bytes.length));
      }
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** @throws {DamagedFile}, or the system's error: ENOENT where there is none */
export function openSections(path: string): SectionsFile {
  const file = openSync(path, "r");
  try {
    const { head, start } = readHead(file);
    const sectionOf = (name: string): Section => {
      const section = head.sections[name];
      if (!section) throw new DamagedFile(`no section ${name}`);
      return section;
    };
    return {
      made: head.made,
      load(name) {
        const section = sectionOf(name);
        const bytes = readBytes(file, start + section.offset, section.length);
        if (crc32(bytes) !== section.crc32) throw new DamagedFile(`section ${name}`);
        return bytes;
      },
      read: (name, offset, length) => readBytes(file, start + sectionOf(name).offset + offset, length),
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function headOf(made: Provenance, sections: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const places: Record<string, Section> = {};
  let offset = 0;
  for (const [name, bytes] of Object.entries(sections)) {
    places[name] = { offset, length: bytes.length, crc32: crc32(bytes) };
    offset += padded(bytes.length);
  }
  const json = Buffer.from(JSON.stringify({ made, sections: places } satisfies Head), "utf8");
  const head = new Uint8Array(PREFIX_BYTES + padded(json.length));
  const prefix = new DataView(head.buffer);
  prefix.setUint32(0, MAGIC, true);
  prefix.setUint32(4, json.length, true);
  prefix.setUint32(8, crc32(json), true);
  head.set(json, PREFIX_BYTES);
  return head;
}

function readHead(file: number): { readonly head: Head; readonly start: number } {
  const prefix = new DataView(readBytes(file, 0, PREFIX_BYTES).buffer);
  const length = prefix.getUint32(4, true);
  if (prefix.getUint32(0, true) !== MAGIC || length > MAX_HEAD_BYTES) throw new DamagedFile("no file of sections");
  const json = readBytes(file, PREFIX_BYTES, length);
  if (crc32(json) !== prefix.getUint32(8, true)) throw new DamagedFile("head");
  return { head: JSON.parse(Buffer.from(json).toString("utf8")), start: PREFIX_BYTES + padded(length) };
}

function readBytes(file: number, position: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const read = readSync(file, bytes, at, length - at, position + at);
    if (read === 0) throw new DamagedFile("cut off");
    at += read;
  }
  return bytes;
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at);
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
