/** Everyday phrases and the official terms for them, as `data/synonyms.json` holds them. */
export interface SynonymData {
  readonly entries: readonly { readonly everyday: readonly string[]; readonly official: readonly string[]; readonly example: string }[];
}

/** An everyday phrase found in a question, and the official terms that documents use for it. */
export interface EverydayPhrase {
  readonly printed: string;
  readonly official: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Looks everyday speech up. Built once; immutable. */
export interface Lexicon {
  /** The everyday phrases in a text, left to right, the longest at each place, none overlapping, none inside an official term (酒驾 in 醉酒驾驶). */
  findEveryday(text: string): readonly EverydayPhrase[];
}

/** Longest everyday phrase that is looked for, in characters. */
const MAX_PHRASE_CHARACTERS = 12;

export function createLexicon(data: SynonymData): Lexicon {
  const official = new Map<string, readonly string[]>();
  for (const entry of data.entries) for (const phrase of entry.everyday) official.set(phrase, entry.official);
  const terms = new Set(data.entries.flatMap((entry) => entry.official));
  const firstCharacters = new Set([...official.keys(), ...terms].map((phrase) => phrase.charAt(0)));
  return {
    findEveryday(text) {
      const found: EverydayPhrase[] = [];
      for (let start = 0; start < text.length; start += 1) {
        if (!firstCharacters.has(text.charAt(start))) continue;
        for (let length = Math.min(MAX_PHRASE_CHARACTERS, text.length - start); length >= 2; length -= 1) {
          const printed = text.slice(start, start + length);
          const meant = official.get(printed);
          if (meant) found.push({ printed, official: meant, start, end: start + length });
          else if (!terms.has(printed)) continue;
          start += length - 1;
          break;
        }
      }
      return found;
    },
  };
}
