import { modifiersOf } from "./property-modifiers.ts";
import type { WordBinary } from "./word-binary.ts";

/** Formatting of a stretch of the main stream, given in bytes from its start: of one paragraph, or of some characters. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  /** A paragraph's style, by its place in the style sheet; 0 for characters. */
  readonly style: number;
  /** The grpprl, see `modifiersOf`. */
  readonly properties: Uint8Array;
}

/** Looks formatting up by the place of a character in the main stream. */
export class Formatting {
  readonly #runs: readonly FormattedRun[];

  constructor(runs: readonly FormattedRun[]) {
    this.#runs = [...runs].sort((a, b) => a.start - b.start);
  }

  at(place: number): FormattedRun | undefined {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle]?.start ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    const run = this.#runs[low - 1];
    return run && place < run.end ? run : undefined;
  }
}

const CHARACTER_PAGES = 0xfa;
const PARAGRAPH_PAGES = 0x102;
const PAGE_BYTES = 512;
const PARAGRAPH_PLACE_BYTES = 13;
/** A paragraph's formatting may stand in the stream Data instead (sprmPHugePapx and its older twin). */
const ELSEWHERE = new Set([0x6645, 0x6646]);
/** A row's formatting may go on there (sprmPTableProps). */
const ROW_ELSEWHERE = 0x646b;

/** @throws {RangeError} a damaged page */
export function characterFormatting(word: WordBinary): Formatting {
  return new Formatting(
    pages(word, CHARACTER_PAGES).flatMap((page) =>
      runsOf(page).map(({ start, end, index, count }) => {
        const at = page.getUint8((count + 1) * 4 + index) * 2;
        return { start, end, style: 0, properties: at === 0 ? new Uint8Array(0) : slice(page, at + 1, page.getUint8(at)) };
      }),
    ),
  );
}

/** @throws {RangeError} a damaged page */
export function paragraphFormatting(word: WordBinary): Formatting {
  return new Formatting(
    pages(word, PARAGRAPH_PAGES).flatMap((page) =>
      runsOf(page).map(({ start, end, index, count }) => {
        const at = page.getUint8((count + 1) * 4 + index * PARAGRAPH_PLACE_BYTES) * 2;
        return { start, end, ...paragraphProperties(word, page, at) };
      }),
    ),
  );
}

function paragraphProperties(word: WordBinary, page: DataView, at: number): Pick<FormattedRun, "style" | "properties"> {
  if (at === 0) return { style: 0, properties: new Uint8Array(0) };
  const words = page.getUint8(at);
  const bytes = words === 0 ? slice(page, at + 2, page.getUint8(at + 1) * 2) : slice(page, at + 1, words * 2 - 1);
  if (bytes.length < 2) return { style: 0, properties: new Uint8Array(0) };
  return { style: (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8), properties: completed(bytes.subarray(2), word.data) };
}

/** The properties with those that stand in the stream Data. */
function completed(properties: Uint8Array, data: Uint8Array): Uint8Array {
  const modifiers = modifiersOf(properties);
  const elsewhere = modifiers.find(({ code }) => ELSEWHERE.has(code));
  if (elsewhere) return dataAt(data, elsewhere.operand.getUint32(0, true));
  const row = modifiers.find(({ code }) => code === ROW_ELSEWHERE);
  // A filling byte may stand behind a page's properties, so these come last.
  return row ? Uint8Array.from([...dataAt(data, row.operand.getUint32(0, true)), ...properties]) : properties;
}

function dataAt(data: Uint8Array, place: number): Uint8Array {
  const length = (data[place] ?? 0) | ((data[place + 1] ?? 0) << 8);
  return data.subarray(place + 2, place + 2 + length);
}

/** The formatting pages (FKP) that a bin table names. */
function pages(word: WordBinary, fibOffset: number): readonly DataView[] {
  const plc = word.structure(fibOffset);
  const view = new DataView(plc.buffer, plc.byteOffset, plc.byteLength);
  const count = Math.max(0, Math.floor((plc.length - 4) / 8));
  const numbers = Array.from({ length: count }, (_, index) => view.getUint32((count + 1) * 4 + index * 4, true) & 0x3fffff);
  return [...new Set(numbers)].map((page) => new DataView(word.main.buffer, word.main.byteOffset + page * PAGE_BYTES, PAGE_BYTES));
}

function runsOf(page: DataView): readonly { start: number; end: number; index: number; count: number }[] {
  const count = page.getUint8(PAGE_BYTES - 1);
  return Array.from({ length: count }, (_, index) => ({
    start: page.getUint32(index * 4, true),
    end: page.getUint32(index * 4 + 4, true),
    index,
    count,
  }));
}

function slice(page: DataView, start: number, length: number): Uint8Array {
  const end = Math.min(start + Math.max(0, length), PAGE_BYTES);
  return new Uint8Array(page.buffer, page.byteOffset + Math.min(start, end), Math.max(0, end - start));
}
