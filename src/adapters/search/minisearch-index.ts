import MiniSearch, { type Options, type SearchResult } from "minisearch";
import type { PassageIndex, Segmenter } from "../../app/ports.ts";
import type { OfficialDocument } from "../../core/document/official-document.ts";
import type { Passage } from "../../core/search/passage.ts";
import { queryTermsOf, queryWordsOf, type SearchTerms, termsOf } from "../../core/search/query-terms.ts";
import { sliceOf } from "../../core/text/span.ts";

/** A passage as MiniSearch takes it: terms already cut, joined by a separator that no term holds. */
interface IndexedPassage {
  readonly id: string;
  readonly words: string;
  readonly bigrams: string;
  readonly headings: string;
}

const SEPARATOR = " ";
const split = (terms: string): string[] => (terms === "" ? [] : terms.split(SEPARATOR));
const OPTIONS: Options<IndexedPassage> = { fields: ["words", "bigrams", "headings"], tokenize: split, processTerm: (term) => term };

/** Weights of the fields: a heading says what a passage is about; bigrams back the words up and must not outweigh them. */
const BOOST = { words: 1, bigrams: 0.5, headings: 1.5 };

/** Indexes passages. @returns what {@link loadPassageIndex} reads, as JSON */
export function buildPassageIndex(documents: readonly OfficialDocument[], passages: readonly Passage[], segmenter: Segmenter): string {
  const sources = new Map(documents.map((document) => [document.id, document.source]));
  const index = new MiniSearch<IndexedPassage>(OPTIONS);
  index.addAll(passages.map((passage) => indexedPassage(passage, sources.get(passage.documentId) ?? "", segmenter)));
  return JSON.stringify(index);
}

/** Reads what {@link buildPassageIndex} wrote. @throws when it is not that */
export function loadPassageIndex(json: string, builtWith: string, segmenter: Segmenter): PassageIndex {
  const search = loadTermSearch(json);
  return {
    builtWith,
    words: (text) => queryWordsOf(text, segmenter.cut),
    search: (query, limit) =>
      search(queryTermsOf(query, segmenter.cut))
        .slice(0, limit)
        .map(({ id, score }) => ({ id: String(id), score })),
  };
}

/** The search itself, for terms that are already cut: all that holds any of them, best first. @throws when the JSON is not an index */
export function loadTermSearch(json: string): (terms: SearchTerms) => readonly SearchResult[] {
  const index = MiniSearch.loadJSON<IndexedPassage>(json, OPTIONS);
  return ({ words, bigrams }) =>
    index.search({
      combineWith: "OR",
      queries: [
        { queries: [words.join(SEPARATOR)], fields: ["words", "headings"], boost: BOOST },
        { queries: [bigrams.join(SEPARATOR)], fields: ["bigrams", "headings"], boost: { ...BOOST, headings: BOOST.headings * BOOST.bigrams } },
      ],
    });
}

function indexedPassage(passage: Passage, source: string, segmenter: Segmenter): IndexedPassage {
  const own = termsOf(sliceOf(source, passage.span), segmenter.cut);
  const headings = termsOf(passage.headings.join("\n"), segmenter.cut);
  return {
    id: passage.id,
    words: own.words.join(SEPARATOR),
    bigrams: own.bigrams.join(SEPARATOR),
    headings: [...new Set([...headings.words, ...headings.bigrams])].join(SEPARATOR),
  };
}
