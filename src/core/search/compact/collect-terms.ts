import { impactOf } from "./postings.ts";

/** What one field of all documents holds: for each term, in the order in which it was first met, where it stands and how much it weighs there. */
export interface CollectedTerms {
  readonly documents: number;
  readonly terms: readonly string[];
  /** Where the entries of a term begin; one more than there are terms. */
  readonly starts: Uint32Array;
  /** Of each entry, the number of its document; rising within a term. */
  readonly numbers: Uint32Array;
  /** Of each entry. */
  readonly impacts: Uint8Array;
}

export interface TermCollector {
  /** Takes the terms of the next document, those that stand in it several times as often. */
  add(terms: Iterable<string>): void;
  finish(): CollectedTerms;
}

const MAX_COUNT = 255;

/** Collects terms in flat arrays, so that a million documents cost some hundred megabytes and no object each. */
export function createTermCollector(): TermCollector {
  const ids = new Map<string, number>();
  const lengths = createNumbers();
  const ends = createNumbers();
  const termOf = createNumbers();
  const countOf = createNumbers();
  return {
    add(terms) {
      const counts = new Map<number, number>();
      let length = 0;
      for (const term of terms) {
        let id = ids.get(term);
        if (id === undefined) {
          id = ids.size;
          ids.set(term, id);
        }
        counts.set(id, (counts.get(id) ?? 0) + 1);
        length += 1;
      }
      for (const [id, count] of counts) {
        termOf.push(id);
        countOf.push(Math.min(count, MAX_COUNT));
      }
      lengths.push(length);
      ends.push(termOf.length());
    },
    finish: () => sortByTerm([...ids.keys()], lengths.taken(), ends.taken(), termOf.taken(), countOf.taken()),
  };
}

/** A counting sort: entries keep the order of their documents. */
function sortByTerm(terms: readonly string[], lengths: Uint32Array, ends: Uint32Array, termOf: Uint32Array, countOf: Uint32Array): CollectedTerms {
  const starts = new Uint32Array(terms.length + 1);
  for (const term of termOf) starts[term + 1] = (starts[term + 1] as number) + 1;
  for (let term = 0; term < terms.length; term += 1) starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  const averageLength = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
  const next = starts.slice();
  const numbers = new Uint32Array(termOf.length);
  const impacts = new Uint8Array(termOf.length);
  let entry = 0;
  for (let document = 0; document < lengths.length; document += 1) {
    const length = lengths[document] as number;
    for (const end = ends[document] as number; entry < end; entry += 1) {
      const term = termOf[entry] as number;
      const place = next[term] as number;
      next[term] = place + 1;
      numbers[place] = document;
      impacts[place] = impactOf(countOf[entry] as number, length, averageLength);
    }
  }
  return { documents: lengths.length, terms, starts, numbers, impacts };
}

/** An array of numbers that grows. */
function createNumbers(): { push(number: number): void; length(): number; taken(): Uint32Array } {
  let numbers = new Uint32Array(1024);
  let length = 0;
  return {
    push(number) {
      if (length === numbers.length) {
        const wider = new Uint32Array(length * 2);
        wider.set(numbers);
        numbers = wider;
      }
      numbers[length] = number;
      length += 1;
    },
    length: () => length,
    taken: () => numbers.subarray(0, length),
  };
}
