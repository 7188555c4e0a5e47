import { coverageOf } from "./coverage.ts";

/** What a passage must say to answer: a word of the question, with the official terms that may stand for it. */
export interface EvidenceTerm {
  readonly text: string;
  readonly official: readonly string[];
}

/** A term with its weight: rare among the candidates weighs more, one that none has weighs most. */
export interface WeighedTerm extends EvidenceTerm {
  readonly weight: number;
  /** The weight before any discount for circumstance. */
  readonly full: number;
}

/** How far a text holds each of some terms, in their order. */
export type Coverages = readonly number[];

/**
 * How far a text, folded by `matchText`, holds each of some terms.
 * @param whole what a text holds that this one is a part of; what the whole lacks is not looked for in the part
 */
export function coveragesOf(terms: readonly EvidenceTerm[], text: string, whole?: Coverages): Coverages {
  return terms.map((term, index) => (whole?.[index] === 0 ? 0 : termCoverage(term, text)));
}

/** Weighs terms over the texts that might answer, by how far each of these holds them. */
export function weighTerms(terms: readonly EvidenceTerm[], texts: readonly Coverages[]): readonly WeighedTerm[] {
  return terms.map((term, index) => {
    const having = texts.filter((coverages) => (coverages[index] ?? 0) >= FOUND).length;
    const rarity = Math.log(1 + (texts.length + 0.5) / (having + 0.5));
    const weight = rarity * Math.min(1.5, 0.5 + term.text.length * 0.25);
    return { ...term, weight, full: weight };
  });
}

/** A term counts as found in a text from this share on. */
const FOUND = 0.75;

/** How far a text holds a term: 1 where it stands there, less where only pairs of its characters do. */
export function termCoverage(term: EvidenceTerm, text: string): number {
  // 酒驾 stands in 醉酒驾驶 too, which is another thing: the word itself proves no more than its official term.
  if (term.official.some((official) => text.includes(official))) return OFFICIAL;
  if (text.includes(term.text)) return term.official.length > 0 ? OFFICIAL : 1;
  let best = partial(term.text, text) * PARTIAL;
  for (const official of term.official) {
    best = Math.max(best, partial(official, text) * PARTIAL * OFFICIAL);
  }
  return best;
}

/** Pairs of characters say little of a short word (民法 of 民法典 stands in 人民法院), and little where few of them stand there. */
function partial(words: string, text: string): number {
  const share = words.length > 3 ? coverageOf(words, text) : 0;
  return share >= MOST ? share : 0;
}

const MOST = 0.75;
/** Pairs of characters without the word are weaker evidence, an official term for an everyday one slightly weaker than the word itself. */
const PARTIAL = 0.8;
const OFFICIAL = 0.95;

/** How much of the terms, discounted or not, a text holds: the sum of their full weights, and its share of all. */
export function fullEvidence(terms: readonly WeighedTerm[], coverages: Coverages): { readonly weight: number; readonly share: number } {
  let weight = 0;
  let total = 0;
  terms.forEach(({ full }, index) => {
    weight += full * (coverages[index] ?? 0);
    total += full;
  });
  return { weight, share: total === 0 ? 0 : weight / total };
}

/** How far a text holds all terms, from 0 to 1, by weight. */
export function evidenceOf(terms: readonly WeighedTerm[], text: string): number {
  return evidenceBy(terms, coveragesOf(terms, text));
}

/** The same of a text that is known to hold so much of each term. A heading above it counts in part. */
export function evidenceBy(terms: readonly WeighedTerm[], coverages: Coverages, headings?: Coverages, headingShare = 0.9): number {
  let covered = 0;
  let total = 0;
  terms.forEach(({ weight }, index) => {
    const own = coverages[index] ?? 0;
    covered += weight * Math.max(own, headingShare * (headings?.[index] ?? 0));
    total += weight;
  });
  return total === 0 ? 0 : covered / total;
}
