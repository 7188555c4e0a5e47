/** A modifier of a .doc's properties: its code and the bytes of its operand. */
export type DocModifier = readonly [code: number, ...operand: readonly number[]];

export interface DocParagraph {
  readonly text: string;
  /** U+000D ends a paragraph (as usual), U+0007 a cell or row, U+000C a section. */
  readonly mark?: "\r" | "\x07" | "\f";
  readonly modifiers?: readonly DocModifier[];
  /** Formatting of all its characters, the mark included. */
  readonly characters?: readonly DocModifier[];
}

/** A level of a list: MSONFC code of its format, and its text, where `\u0000` to `\u0008` stand for numbers. */
export interface DocLevel {
  readonly format: number;
  readonly text: string;
}

export interface DocParts {
  readonly body: readonly DocParagraph[];
  /** One list a row of levels; paragraphs name them from 1. */
  readonly lists?: readonly (readonly DocLevel[])[];
  /** Words of the page header. */
  readonly header?: string;
  readonly flags?: number;
  readonly version?: number;
  /** The stream Data: formatting that a paragraph only points to. */
  readonly data?: readonly number[];
}

const TEXT_START = 0x800;
const SECTOR = 512;
const FIB = { text: 0x4c, headers: 0x54, characterPages: 0xfa, paragraphPages: 0x102, clx: 0x1a2, lists: 0x2e2, overrides: 0x2ea };

/** A Word 97–2003 document as [MS-DOC] says, with only what the parts say. */
export function doc(parts: DocParts): Uint8Array {
  const header: readonly DocParagraph[] = parts.header === undefined ? [] : [{ text: parts.header }, { text: "" }];
  const paragraphs = [...parts.body, ...header];
  const words = (some: readonly DocParagraph[]) => some.map(({ text, mark = "\r" }) => text + mark).join("");
  const text = words(paragraphs);
  const textEnd = roundUp(TEXT_START + text.length * 2);
  const paragraphPages = paragraphs.map((paragraph, index) =>
    formattingPage(placeOf(paragraphs, index), paragraph, (page) => {
      const bytes = [0, 0, ...bytesOf(paragraph.modifiers)];
      if (bytes.length % 2 === 0) bytes.push(0);
      page.set([(bytes.length + 1) / 2, ...bytes], 128);
    }),
  );
  const characterPages = paragraphs.map((paragraph, index) =>
    formattingPage(placeOf(paragraphs, index), paragraph, (page) => {
      const bytes = bytesOf(paragraph.characters);
      page.set([bytes.length, ...bytes], 128);
    }),
  );
  const firstPage = textEnd / SECTOR;
  const table: number[] = [];
  const fib = new DataView(new ArrayBuffer(TEXT_START));
  const put = (place: number, bytes: readonly number[]) => {
    fib.setUint32(place, table.length, true);
    fib.setUint32(place + 4, bytes.length, true);
    table.push(...bytes);
  };
  fib.setUint16(0, 0xa5ec, true);
  fib.setUint16(2, parts.version ?? 0xc1, true);
  fib.setUint16(0x0a, 0x0200 | (parts.flags ?? 0), true);
  fib.setUint32(FIB.text, words(parts.body).length, true);
  fib.setUint32(FIB.headers, words(header).length, true);
  put(FIB.clx, [2, ...u32(16), ...u32(0), ...u32(text.length), 0, 0, ...u32(TEXT_START), 0, 0]);
  put(FIB.paragraphPages, binTable(paragraphPages.length, firstPage));
  put(FIB.characterPages, binTable(characterPages.length, firstPage + paragraphPages.length));
  if (parts.lists) {
    put(FIB.lists, [...u16(parts.lists.length), ...parts.lists.flatMap((_, index) => [...u32(index + 1), ...zeros(24)])]);
    table.push(...parts.lists.flatMap((levels) => Array.from({ length: 9 }, (_, index) => listLevel(levels[index])).flat()));
    const overrides = parts.lists.flatMap((_, index) => [...u32(index + 1), ...zeros(12)]);
    put(FIB.overrides, [...u32(parts.lists.length), ...overrides, ...parts.lists.flatMap(() => u32(0xffffffff))]);
  }
  const main = new Uint8Array(textEnd + (paragraphPages.length + characterPages.length) * SECTOR);
  main.set(new Uint8Array(fib.buffer));
  main.set(utf16(text), TEXT_START);
  [...paragraphPages, ...characterPages].forEach((page, index) => {
    main.set(page, textEnd + index * SECTOR);
  });
  return compoundFile({ WordDocument: main, "1Table": Uint8Array.from(table), ...(parts.data ? { Data: Uint8Array.from(parts.data) } : {}) });
}

const MINI_LIMIT = 4096;
const MINI_SECTOR = 64;
const TABLE_SECTORS = 8;
const END = 0xfffffffe;
const FREE = 0xffffffff;

interface DirectoryEntry {
  readonly name: string;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** A compound file of a few streams, as [MS-CFB] says: short ones stand together in the mini stream. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const files = Object.entries(streams);
  const table = new Uint32Array((TABLE_SECTORS * SECTOR) / 4).fill(FREE).fill(0xfffffffd, 0, TABLE_SECTORS);
  const parts: { readonly sector: number; readonly bytes: Uint8Array }[] = [];
  let sector = TABLE_SECTORS;
  const place = (bytes: Uint8Array) => {
    const first = sector;
    parts.push({ sector: first, bytes });
    const length = Math.ceil(bytes.length / SECTOR);
    for (let index = 0; index < length; index += 1, sector += 1) table[sector] = index + 1 < length ? sector + 1 : END;
    return length === 0 ? END : first;
  };
  const mini: number[] = [];
  const miniTable: number[] = [];
  const starts = files.map(([, bytes]) => {
    if (bytes.length >= MINI_LIMIT) return place(bytes);
    const first = miniTable.length;
    const length = Math.ceil(bytes.length / MINI_SECTOR);
    mini.push(...bytes, ...zeros(length * MINI_SECTOR - bytes.length));
    for (let index = 0; index < length; index += 1) miniTable.push(index + 1 < length ? first + index + 1 : END);
    return first;
  });
  const miniStart = place(Uint8Array.from(mini));
  const miniTableStart = place(Uint8Array.from([...miniTable.flatMap(u32), ...zeros(roundUp(miniTable.length * 4) - miniTable.length * 4)]));
  const entries: DirectoryEntry[] = [{ name: "Root Entry", right: FREE, child: 1, start: miniStart, size: mini.length }];
  files.forEach(([name, bytes], index) => {
    entries.push({ name, right: index + 1 < files.length ? index + 2 : FREE, child: FREE, start: starts[index] ?? 0, size: bytes.length });
  });
  const directoryStart = place(directory(entries));
  const file = new Uint8Array((sector + 1) * SECTOR);
  const header = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.setUint16(26, 3, true);
  header.setUint16(30, 9, true);
  header.setUint16(32, 6, true);
  const fields = [TABLE_SECTORS, directoryStart, 0, MINI_LIMIT, miniTableStart, Math.ceil((miniTable.length * 4) / SECTOR), END, 0];
  [44, 48, 52, 56, 60, 64, 68, 72].forEach((at, index) => {
    header.setUint32(at, fields[index] ?? 0, true);
  });
  for (let index = 0; index < 109; index += 1) header.setUint32(76 + index * 4, index < TABLE_SECTORS ? index : FREE, true);
  table.forEach((next, index) => {
    header.setUint32(SECTOR + index * 4, next, true);
  });
  for (const one of parts) file.set(one.bytes, (one.sector + 1) * SECTOR);
  return file;
}

function directory(entries: readonly DirectoryEntry[]): Uint8Array {
  const bytes = new Uint8Array(roundUp(entries.length * 128));
  const view = new DataView(bytes.buffer);
  entries.forEach((entry, index) => {
    const at = index * 128;
    bytes.set(utf16(entry.name), at);
    view.setUint16(at + 64, (entry.name.length + 1) * 2, true);
    view.setUint8(at + 66, index === 0 ? 5 : 2);
    view.setUint32(at + 68, FREE, true);
    view.setUint32(at + 72, entry.right, true);
    view.setUint32(at + 76, entry.child, true);
    view.setUint32(at + 116, entry.start, true);
    view.setUint32(at + 120, entry.size, true);
  });
  return bytes;
}

/** A formatting page of one run. */
function formattingPage(start: number, paragraph: DocParagraph, fill: (page: Uint8Array) => void): Uint8Array {
  const page = new Uint8Array(SECTOR);
  page.set([...u32(start), ...u32(start + (paragraph.text.length + 1) * 2), 64]);
  page[SECTOR - 1] = 1;
  fill(page);
  return page;
}

function placeOf(paragraphs: readonly DocParagraph[], index: number): number {
  return TEXT_START + paragraphs.slice(0, index).reduce((sum, { text }) => sum + (text.length + 1) * 2, 0);
}

/** The places of the pages; what stretch each is for is found in the page itself. */
function binTable(count: number, firstPage: number): readonly number[] {
  return [...zeros((count + 1) * 4), ...Array.from({ length: count }, (_, index) => u32(firstPage + index)).flat()];
}

function listLevel(level: DocLevel = { format: 0, text: "" }): readonly number[] {
  return [...u32(1), level.format, ...zeros(23), ...u16(level.text.length), ...utf16(level.text)];
}

function bytesOf(modifiers: readonly DocModifier[] = []): number[] {
  return modifiers.flatMap(([code, ...operand]) => [...u16(code), ...operand]);
}

export function u16(value: number): readonly number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

function u32(value: number): readonly number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

function utf16(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, index) => u16(text.charCodeAt(index))).flat();
}

function zeros(count: number): readonly number[] {
  return Array.from({ length: count }, () => 0);
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / SECTOR) * SECTOR;
}
