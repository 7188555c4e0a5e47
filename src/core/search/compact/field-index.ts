import type { CollectedTerms } from "./collect-terms.ts";
import { countWindows, encodedLength, type PostingList, rarityOf, readPostings, writePostings } from "./postings.ts";
import { buildTermTable, findTerm, type TermEntry } from "./term-table.ts";

/** One field of an index as it is kept: the table of its terms, and their postings one after another. */
export interface EncodedField {
  readonly table: Uint32Array;
  readonly postings: Uint8Array;
}

/** Where the kept postings are read from, a stretch at a time. */
export interface PostingBytes {
  /** @returns the bytes, aligned to four @throws where they cannot be read or their checksum is another */
  read(offset: number, length: number, checksum: number): Uint8Array;
}

/** One field, opened. */
export interface FieldIndex {
  /** @returns undefined for a term that no document has */
  find(term: string): { readonly postings: PostingList /** How much the term tells. */; readonly rarity: number } | undefined;
}

/** @param checksumOf CRC-32 */
export function encodeField({ terms, starts, numbers, impacts }: CollectedTerms, checksumOf: (bytes: Uint8Array) => number): EncodedField {
  const places: { readonly documents: number; readonly windows: number; readonly offset: number }[] = [];
  let length = 0;
  for (let term = 0; term < terms.length; term += 1) {
    const own = numbers.subarray(starts[term], starts[term + 1]);
    const windows = countWindows(own);
    places.push({ documents: own.length, windows, offset: length });
    length += encodedLength(windows, own.length);
  }
  const postings = new Uint8Array(length);
  const entries = places.map((place, term): TermEntry => {
    writePostings(postings, place.offset, numbers.subarray(starts[term], starts[term + 1]), impacts.subarray(starts[term], starts[term + 1]));
    return { ...place, checksum: checksumOf(postings.subarray(place.offset, place.offset + encodedLength(place.windows, place.documents))) };
  });
  return { table: buildTermTable(terms, entries), postings };
}

/** @param documents how many the index has */
export function openField(table: Uint32Array, documents: number, bytes: PostingBytes): FieldIndex {
  return {
    find(term) {
      const entry = findTerm(table, term);
      if (!entry) return undefined;
      const { offset, windows, checksum } = entry;
      const read = bytes.read(offset, encodedLength(windows, entry.documents), checksum);
      return { postings: readPostings(read, windows, entry.documents), rarity: rarityOf(entry.documents, documents) };
    },
  };
}
