/*
 * Postings of one term in flat arrays. Documents are numbered from 0 and parted into windows, so that a document's number within its window has two
 * bytes, and a search can leave a window out by the highest impact that the term has in it.
 */

/** Documents of a window: few enough for its scores to stay in the processor's nearest memory. */
const WINDOW_BITS = 13;
export const WINDOW_SIZE = 1 << WINDOW_BITS;

/** The highest impact: the share of a BM25 weight that a term gives a document, in 255ths. */
export const MAX_IMPACT = 255;

/** How often a term counts, and how much the length of a text does (Robertson and Zaragoza, 2009). */
const K1 = 0.9;
const B = 0.75;

/** Where a term stands, and how much it weighs there. */
export interface PostingList {
  /** Two numbers a window that the term stands in, in order: the window; count of documents << 8 | highest impact. */
  readonly windows: Uint32Array;
  /** Numbers of the documents within their windows, in order. */
  readonly lows: Uint16Array;
  /** Impacts of the documents, from 1 to 255. */
  readonly impacts: Uint8Array;
}

/** The impact of a term in a text. @param count how often it stands there @param length of the text in terms @param averageLength of all texts */
export function impactOf(count: number, length: number, averageLength: number): number {
  const share = count / (count + K1 * (1 - B + (B * length) / averageLength));
  return Math.max(1, Math.round(share * MAX_IMPACT));
}

/** How much a term tells: the inverse document frequency of BM25. */
export function rarityOf(documentsWithTerm: number, documents: number): number {
  return Math.log(1 + (documents - documentsWithTerm + 0.5) / (documentsWithTerm + 0.5));
}

/** Length of an encoded list, in bytes; a multiple of four. */
export function encodedLength(windows: number, documents: number): number {
  return Math.ceil((windows * 8 + documents * 3) / 4) * 4;
}

/** A list as it is kept: its windows, its numbers, its impacts. @param at a multiple of four */
export function writePostings(target: Uint8Array, at: number, documents: Uint32Array, impacts: Uint8Array): void {
  const windows = windowsOf(documents, impacts);
  new Uint32Array(target.buffer, target.byteOffset + at, windows.length).set(windows);
  const lows = new Uint16Array(target.buffer, target.byteOffset + at + windows.length * 4, documents.length);
  for (let index = 0; index < documents.length; index += 1) lows[index] = (documents[index] ?? 0) & (WINDOW_SIZE - 1);
  target.set(impacts, at + windows.length * 4 + documents.length * 2);
}

/** Reads a list where it stands, without copying. @param bytes aligned to four */
export function readPostings(bytes: Uint8Array, windows: number, documents: number): PostingList {
  const { buffer, byteOffset } = bytes;
  return {
    windows: new Uint32Array(buffer, byteOffset, windows * 2),
    lows: new Uint16Array(buffer, byteOffset + windows * 8, documents),
    impacts: new Uint8Array(buffer, byteOffset + windows * 8 + documents * 2, documents),
  };
}

/** How many windows a list in order has. */
export function countWindows(documents: Uint32Array): number {
  let count = 0;
  let last = -1;
  for (const document of documents) {
    const window = document >>> WINDOW_BITS;
    if (window !== last) count += 1;
    last = window;
  }
  return count;
}

function windowsOf(documents: Uint32Array, impacts: Uint8Array): Uint32Array {
  const windows = new Uint32Array(countWindows(documents) * 2);
  let at = -2;
  let last = -1;
  for (let index = 0; index < documents.length; index += 1) {
    const window = (documents[index] ?? 0) >>> WINDOW_BITS;
    if (window !== last) {
      at += 2;
      windows[at] = window;
      last = window;
    }
    const known = windows[at + 1] ?? 0;
    windows[at + 1] = (((known >>> 8) + 1) << 8) | Math.max(known & 0xff, impacts[index] ?? 0);
  }
  return windows;
}
