import { crc32 } from "node:zlib";
import { createLruCache } from "../../app/lru-cache.ts";
import { createTermCollector, type TermCollector } from "../../core/search/compact/collect-terms.ts";
import { encodeField, openField, type PostingBytes } from "../../core/search/compact/field-index.ts";
import { type LawArticle, searchedTextOf } from "../../core/search/laws/law-article.ts";
import type { LawIndex } from "../../core/search/laws/search-laws.ts";
import { type CutWords, termsOf } from "../../core/search/query-terms.ts";
import { DamagedFile, openSections, type Provenance, type SectionsFile, writeSections } from "./sections-file.ts";

/** Postings that are kept in memory after they were read, in bytes. */
const KEPT_BYTES = 48 * 1024 * 1024;
const KEPT_LISTS = 100_000;

/** An index that is open. */
export interface OpenLawIndex extends LawIndex {
  readonly made: Provenance;
  close(): void;
}

/** Indexes articles in their order. @param onArticle is called after each @throws the system's error */
export function buildLawIndex(path: string, made: Provenance, articles: Iterable<LawArticle>, cut: CutWords, onArticle: () => void): void {
  const words = createTermCollector();
  const bigrams = createTermCollector();
  const laws = createGroups();
  for (const article of articles) {
    const terms = termsOf(searchedTextOf(article), cut);
    words.add(terms.words);
    bigrams.add(terms.bigrams);
    laws.add(article.law);
    onArticle();
  }
  const encoded = (collector: TermCollector) => encodeField(collector.finish(), (bytes) => crc32(bytes));
  const [ofWords, ofBigrams] = [encoded(words), encoded(bigrams)];
  writeSections(path, made, {
    laws: bytesOf(laws.taken()),
    "words.table": bytesOf(ofWords.table),
    "bigrams.table": bytesOf(ofBigrams.table),
    "words.postings": ofWords.postings,
    "bigrams.postings": ofBigrams.postings,
  });
}

/** Opens an index; postings are read when a question needs them. @throws {DamagedFile}, or the system's error */
export function openLawIndex(path: string): OpenLawIndex {
  const file = openSections(path);
  try {
    const lawOf = numbersOf(file.load("laws"));
    const fieldOf = (name: string) => openField(numbersOf(file.load(`${name}.table`)), lawOf.length, keptPostings(file, `${name}.postings`));
    return { made: file.made, words: fieldOf("words"), bigrams: fieldOf("bigrams"), lawOf, close: () => file.close() };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Each list of postings is checked when it is read, and kept while there is room. */
function keptPostings(file: SectionsFile, name: string): PostingBytes {
  const kept = createLruCache<Uint8Array>({ maxEntries: KEPT_LISTS, maxSize: KEPT_BYTES });
  return {
    read(offset, length, checksum) {
      const key = String(offset);
      const known = kept.get(key);
      if (known) return known;
      const bytes = file.read(name, offset, length);
      if (crc32(bytes) !== checksum) throw new DamagedFile(name);
      kept.set(key, bytes, length);
      return bytes;
    },
  };
}

/** Numbers groups by their names, in the order in which they are first met. */
function createGroups() {
  const numbers = new Map<string, number>();
  const taken: number[] = [];
  return {
    add(name: string): void {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      taken.push(number);
    },
    taken: () => Uint32Array.from(taken),
  };
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function numbersOf(bytes: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}
