/*
 * The dictionary of a field: for each term where its postings are. A term is known by 64 bits of hash, its words are not kept: a word that is not in
 * the field is taken for one that is in one case of 2^64 / terms, and two terms of one field never share them, which the builder sees to.
 */

/** Where a term's postings are. */
export interface TermEntry {
  readonly documents: number;
  readonly windows: number;
  /** Within the postings, in bytes; a multiple of four. */
  readonly offset: number;
  /** CRC-32 of the postings. */
  readonly checksum: number;
}

/** Numbers that the table keeps of a term: two of hash, documents, windows, offset / 4, checksum. */
const NUMBERS = 6;
const UNUSED = 0;

/** @returns the table as numbers: how many slots, the slots, and then the terms' @throws {Error} where two terms share a hash */
export function buildTermTable(terms: readonly string[], entries: readonly TermEntry[]): Uint32Array {
  const slots = slotsFor(terms.length);
  const table = new Uint32Array(1 + slots + terms.length * NUMBERS);
  table[0] = slots;
  for (const [index, term] of terms.entries()) {
    const [high, low] = hashOf(term);
    const slot = slotOf(table, high, low);
    if (table[1 + slot] !== UNUSED) throw new Error("two terms share a hash");
    table[1 + slot] = index + 1;
    const { documents, windows, offset, checksum } = entries[index] as TermEntry;
    table.set([high, low, documents, windows, offset / 4, checksum], 1 + slots + index * NUMBERS);
  }
  return table;
}

/** @returns undefined for a term that the field does not have */
export function findTerm(table: Uint32Array, term: string): TermEntry | undefined {
  const [high, low] = hashOf(term);
  const index = table[1 + slotOf(table, high, low)] as number;
  if (index === UNUSED) return undefined;
  const at = 1 + (table[0] as number) + (index - 1) * NUMBERS;
  return {
    documents: table[at + 2] as number,
    windows: table[at + 3] as number,
    offset: (table[at + 4] as number) * 4,
    checksum: table[at + 5] as number,
  };
}

/** The slot that holds the hash, or the free one where it belongs (linear probing). */
function slotOf(table: Uint32Array, high: number, low: number): number {
  const slots = table[0] as number;
  for (let slot = low & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
    const index = table[1 + slot] as number;
    if (index === UNUSED) return slot;
    const at = 1 + slots + (index - 1) * NUMBERS;
    if (table[at] === high && table[at + 1] === low) return slot;
  }
}

/** A power of two, at most two thirds of it used. */
function slotsFor(terms: number): number {
  let slots = 16;
  while (slots * 2 < terms * 3) slots *= 2;
  return slots;
}

/** Two hashes of 32 bits: FNV-1a over the code units with two offsets and primes, mixed as MurmurHash3 does. */
function hashOf(term: string): readonly [high: number, low: number] {
  let high = 0x811c9dc5;
  let low = 0x2c1b3c6d;
  for (let at = 0; at < term.length; at += 1) {
    const unit = term.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x01000283) ^ (low >>> 15);
  }
  return [mixed(high), mixed(low)];
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
