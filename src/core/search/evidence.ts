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

/** Weighs terms over the texts that might answer. All texts are folded by `matchText`. */
export function weighTerms(terms: readonly EvidenceTerm[], texts: readonly string[]): readonly WeighedTerm[] {
  return terms.map((term) => {
    const having = texts.filter((text) => termCoverage(term, text) >= FOUND).length;
    const rarity = Math.log(1 + (texts.length + 0.5) / (having + 0.5));
    const weight = rarity * Math.min(1.5, 0.5 + term.text.length * 0.25);
    return { ...term, weight, full: weight };
  });
}

/** A term counts as found in a text from this share on. */
const FOUND = 0.75;

/** How far a text holds a term: 1 where it stands there, less where only pairs of its characters do. */
export function termCoverage(term: EvidenceTerm, text: string): number {
  if (text.includes(term.text)) return 1;
  let best = partial(term.text, text) * PARTIAL;
  for (const official of term.official) {
    if (text.includes(official)) return OFFICIAL;
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
export function fullEvidence(terms: readonly WeighedTerm[], text: string): { readonly weight: number; readonly share: number } {
  let weight = 0;
  let total = 0;
  for (const term of terms) {
    weight += term.full * termCoverage(term, text);
    total += term.full;
  }
  return { weight, share: total === 0 ? 0 : weight / total };
}

/** How far a text holds all terms, from 0 to 1, by weight. A heading above it counts in part. */
export function evidenceOf(terms: readonly WeighedTerm[], text: string, headings = "", headingShare = 0.9): number {
  let covered = 0;
  let total = 0;
  for (const term of terms) {
    const own = termCoverage(term, text);
    covered += term.weight * (own === 1 || headings === "" ? own : Math.max(own, headingShare * termCoverage(term, headings)));
    total += term.weight;
  }
  return total === 0 ? 0 : covered / total;
}
