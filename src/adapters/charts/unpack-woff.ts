import { promisify } from "node:util";
import { inflate } from "node:zlib";

const inflated = promisify(inflate);

/** Lengths in bytes, as WOFF 1.0 (§3–4) and OpenType lay them out. */
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;
/** wOFF */
const SIGNATURE = 0x774f4646;

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly content: Buffer;
}

/**
 * A WOFF 1.0 font as the OpenType font that it was made of, with the same tables in the same order.
 * @throws {RangeError} where it is none, or cut short; what zlib throws where a table is damaged
 */
export async function unpackWoff(woff: Buffer): Promise<Buffer> {
  if (woff.readUInt32BE(0) !== SIGNATURE) throw new RangeError("this is no WOFF font");
  const count = woff.readUInt16BE(12);
  const tables = await Promise.all(Array.from({ length: count }, (_, index) => readTable(woff, WOFF_HEADER + index * WOFF_ENTRY)));
  const head = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  writeHeader(head, woff.readUInt32BE(4), count);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [index, { tag, checksum, content }] of tables.entries()) {
    const at = SFNT_HEADER + index * SFNT_ENTRY;
    for (const [field, value] of [tag, checksum, offset, content.length].entries()) head.writeUInt32BE(value, at + field * 4);
    const padding = Buffer.alloc((4 - (content.length % 4)) % 4);
    parts.push(content, padding);
    offset += content.length + padding.length;
  }
  return Buffer.concat(parts);
}

/** A table that gained nothing by being compressed stands as it is. */
async function readTable(woff: Buffer, at: number): Promise<Table> {
  const [tag = 0, offset = 0, packed = 0, length = 0, checksum = 0] = Array.from({ length: 5 }, (_, field) => woff.readUInt32BE(at + field * 4));
  const bytes = woff.subarray(offset, offset + packed);
  const content = packed < length ? await inflated(bytes, { maxOutputLength: length }) : bytes;
  if (content.length !== length) throw new RangeError("a table of the font is cut short");
  return { tag, checksum, content };
}

/** What a reader searches the tables by: the greatest power of two that is no more than their number. */
function writeHeader(head: Buffer, flavour: number, count: number): void {
  const power = Math.floor(Math.log2(count));
  const range = 2 ** power * SFNT_ENTRY;
  head.writeUInt32BE(flavour, 0);
  for (const [field, value] of [count, range, power, count * SFNT_ENTRY - range].entries()) head.writeUInt16BE(value, 4 + field * 2);
}
