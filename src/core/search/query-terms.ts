import { GRAMMATICAL_CHARACTERS, STOP_WORDS } from "./stop-words.ts";

/** What a text is indexed and searched by. A term may stand in either list several times, as often as the text has it. */
export interface SearchTerms {
  readonly words: readonly string[];
  readonly bigrams: readonly string[];
}

/** Cuts a run of Han characters into words. */
export type CutWords = (text: string) => readonly string[];

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\d+)*/gu;
const HAN = /^\p{Script=Han}/u;
/** Words of a question that its neighbours must not be joined to: longest first, so that 怎么样 is not read as 怎么 and 样. */
const STOP_PHRASES = [...STOP_WORDS].filter((word) => word.length > 1).sort((a, b) => b.length - a.length);
const STOP_PHRASE = new RegExp(STOP_PHRASES.join("|"), "gu");

/** The terms of a passage. */
export function termsOf(text: string, cut: CutWords): SearchTerms {
  const folded = foldForSearch(text);
  return { words: wordsOf(folded, cut), bigrams: bigramsOf(folded) };
}

/** The terms of a question: as for a passage, less the words that only ask. Both lists empty when nothing is left. */
export function queryTermsOf(question: string, cut: CutWords): SearchTerms {
  const folded = foldForSearch(question);
  return { words: unique(wordsOf(folded, cut)), bigrams: unique(bigramsOf(folded.replace(STOP_PHRASE, " "))) };
}

/** The words of a question alone. */
export function queryWordsOf(question: string, cut: CutWords): readonly string[] {
  return unique(wordsOf(foldForSearch(question), cut));
}

/**
 * Character bigrams of each run of Han characters (行政复议 → 行政, 政复, 复议); a lone character, a number and a Latin
 * word are whole terms. Found also where segmenters disagree.
 */
export function bigramsOf(text: string): readonly string[] {
  return runsOf(text).flatMap((run) => {
    const characters = [...run];
    if (!HAN.test(run) || characters.length === 1) return STOP_WORDS.has(run) ? [] : [run];
    const bigrams: string[] = [];
    for (let index = 1; index < characters.length; index += 1) {
      const [first = "", second = ""] = [characters[index - 1], characters[index]];
      if (!GRAMMATICAL_CHARACTERS.has(first) && !GRAMMATICAL_CHARACTERS.has(second)) bigrams.push(first + second);
    }
    return bigrams;
  });
}

/** Only Han characters are given to the segmenter: engines differ in how they cut 2019 and PPP, and these are whole here. */
function wordsOf(folded: string, cut: CutWords): readonly string[] {
  return runsOf(folded)
    .flatMap((run) => (HAN.test(run) ? cut(run) : [run]))
    .filter((word) => !STOP_WORDS.has(word));
}

function runsOf(text: string): readonly string[] {
  return text.match(RUN) ?? [];
}

function foldForSearch(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function unique(terms: readonly string[]): readonly string[] {
  return [...new Set(terms)];
}
