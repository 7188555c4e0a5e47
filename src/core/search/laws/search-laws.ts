import type { FieldIndex } from "../compact/field-index.ts";
import { MAX_IMPACT } from "../compact/postings.ts";
import { topDocuments, type WeightedList } from "../compact/top-documents.ts";
import type { SearchTerms } from "../query-terms.ts";

/** The index of a law library, opened. Articles are numbered from 0. */
export interface LawIndex {
  readonly words: FieldIndex;
  readonly bigrams: FieldIndex;
  /** Of each article, which law it is of. */
  readonly lawOf: Uint32Array;
}

/** How articles are ranked, as `data/law-ranking.json` has it. */
export interface LawRanking {
  /** What a score of one is counted as: scores are whole numbers until they are given out. */
  readonly scale: number;
  /** How many of the best by words and bigrams are ranked anew. */
  readonly candidates: number;
  /** How many of them tell which laws a question is about, and how fast each tells less than the one before. */
  readonly sample: number;
  readonly decline: number;
  /** How much an article gains from its law. */
  readonly law: number;
}

/** An article that was found. */
export interface FoundArticle {
  readonly number: number;
  /** From 0; two would be the best by words and the best by bigrams at once. Compares over searches too. */
  readonly score: number;
}

/**
 * Finds articles without having learnt from any answer. Words and bigrams are scored by BM25, each divided by what its best article has, and summed;
 * then an article gains a little from others of its law that were found too, since a question is rarely about one article alone.
 * @param count at most this many, best first
 */
export function searchLaws(index: LawIndex, { words, bigrams }: SearchTerms, count: number, ranking: LawRanking): readonly FoundArticle[] {
  const { scale } = ranking;
  const lists = [index.words, index.bigrams].flatMap((field, at) => shareOfBest(listsOf(field, at === 0 ? words : bigrams), scale));
  const { documents, scores } = topDocuments(wholeWeights(lists, scale), Math.max(count, ranking.candidates));
  const found = documents.map((number, rank) => ({ number, score: (scores[rank] ?? 0) / scale }));
  return withNeighbours(found, index, ranking).slice(0, count);
}

/** A list whose weight is no whole number yet. */
interface RawList {
  readonly postings: WeightedList["postings"];
  readonly weight: number;
}

function listsOf(field: FieldIndex, terms: readonly string[]): readonly RawList[] {
  return terms.flatMap((term) => {
    const found = field.find(term);
    return found ? [{ postings: found.postings, weight: found.rarity }] : [];
  });
}

/** Weights by which the best article of the field scores one. */
function shareOfBest(lists: readonly RawList[], scale: number): readonly RawList[] {
  const whole = wholeWeights(lists, scale);
  const [best] = topDocuments(whole, 1).scores;
  if (best === undefined) return [];
  return lists.map(({ postings }, at) => ({ postings, weight: (whole[at]?.weight ?? 0) / best }));
}

/** Whole numbers, as a score that does not depend on the order of its sum needs; small enough for 32 bits. */
function wholeWeights(lists: readonly RawList[], most: number): readonly WeightedList[] {
  const sum = lists.reduce((total, { weight }) => total + weight, 0);
  const scale = Math.min(most, (2 ** 31 - 1) / (sum * MAX_IMPACT) - 1);
  return lists.map(({ postings, weight }) => ({ postings, weight: Math.max(1, Math.round(weight * scale)) }));
}

function withNeighbours(found: readonly FoundArticle[], { lawOf }: LawIndex, ranking: LawRanking): readonly FoundArticle[] {
  const laws = sharesOfLaws(found, lawOf, ranking);
  return found
    .map(({ number, score }) => ({ number, score: score + 2 * ranking.law * (laws.get(lawOf[number] ?? 0) ?? 0) }))
    .sort((one, other) => other.score - one.score || one.number - other.number);
}

/** How much of the best of what was found each law has; the law that has most has one. */
function sharesOfLaws(found: readonly FoundArticle[], lawOf: Uint32Array, { sample, decline }: LawRanking): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [rank, { number, score }] of found.slice(0, sample).entries()) {
    const law = lawOf[number] ?? 0;
    sums.set(law, (sums.get(law) ?? 0) + score / (1 + rank * decline));
  }
  const most = Math.max(...sums.values());
  return new Map([...sums].map(([law, sum]) => [law, sum / most]));
}
