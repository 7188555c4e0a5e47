import type { Span } from "./span.ts";

/*
 * A short mark of a passage's words, so that an address can tell whether they still stand where they stood, and find them where they stand now.
 * Two polynomial hashes modulo 2^32 that roll: the mark of every stretch of a length is known after one walk over the text (Karp and Rabin).
 */

const BASES = [0x0100_0193, 0x5bd1_e995] as const;
/** Digits of a mark: two numbers of 32 bits to base 36. */
const MARK = /^[0-9a-z]{14}$/u;
const DIGITS = 7;

/** @returns 14 digits and small letters; other words have another mark, but for one case in 2^64 */
export function markOf(words: string): string {
  return BASES.map((base) => {
    let hash = 0;
    for (let at = 0; at < words.length; at += 1) hash = next(hash, base, words.charCodeAt(at));
    return digitsOf(hash);
  }).join("");
}

/**
 * The stretch of the given length that has the mark, the one nearest to where it stood before others. Costs one walk over the text.
 * @param length UTF-16 code units @param near where it stood
 */
export function findMarked(text: string, mark: string, length: number, near: number): Span | undefined {
  if (!MARK.test(mark) || length < 1 || length > text.length) return undefined;
  const wanted = [mark.slice(0, DIGITS), mark.slice(DIGITS)];
  const first = startsOf(text, BASES[0], length, wanted[0] ?? "");
  // What the first hash finds is little; the second one is reckoned for that alone.
  const found = first.filter((start) => markOf(text.slice(start, start + length)) === mark);
  const start = found.toSorted((one, other) => Math.abs(one - near) - Math.abs(other - near))[0];
  return start === undefined ? undefined : { start, end: start + length };
}

function startsOf(text: string, base: number, length: number, wanted: string): readonly number[] {
  let leaving = 1;
  for (let power = 1; power < length; power += 1) leaving = Math.imul(leaving, base);
  const target = Number.parseInt(wanted, 36);
  const starts: number[] = [];
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at >= length) hash = (hash - Math.imul(text.charCodeAt(at - length) + 1, leaving)) | 0;
    hash = next(hash, base, text.charCodeAt(at));
    if (at >= length - 1 && hash >>> 0 === target) starts.push(at - length + 1);
  }
  return starts;
}

/** A code unit of zero counts too. */
function next(hash: number, base: number, unit: number): number {
  return (Math.imul(hash, base) + unit + 1) | 0;
}

function digitsOf(hash: number): string {
  return (hash >>> 0).toString(36).padStart(DIGITS, "0");
}
