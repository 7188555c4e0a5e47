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
  /** The everyday phrases of two characters that begin with this one: 醉 → 醉驾. */
  pairsFrom(character: string): readonly string[];
}

export function createLexicon(data: SynonymData): Lexicon {
  const official = new Map<string, readonly string[]>();
  for (const entry of data.entries) for (const phrase of entry.everyday) official.set(phrase, entry.official);
  const terms = new Set(data.entries.flatMap((entry) => entry.official));
  const longest = longestByBeginning([...official.keys(), ...terms]);
  const pairs = new Map<string, string[]>();
  for (const phrase of official.keys()) if (phrase.length === 2) pairs.set(phrase.charAt(0), [...(pairs.get(phrase.charAt(0)) ?? []), phrase]);
  return {
    pairsFrom: (character) => pairs.get(character) ?? [],
    findEveryday(text) {
      const found: EverydayPhrase[] = [];
      for (let start = 0; start < text.length; start += 1) {
        const most = longest.get(text.slice(start, start + BEGINNING)) ?? 0;
        for (let length = Math.min(most, text.length - start); length >= BEGINNING; length -= 1) {
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

/** No phrase is shorter. At most places of a question no phrase begins with the two characters that stand there. */
const BEGINNING = 2;

/** How long the longest phrase is that begins so. */
function longestByBeginning(phrases: readonly string[]): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const phrase of phrases) {
    const beginning = phrase.slice(0, BEGINNING);
    if (phrase.length > (longest.get(beginning) ?? 0)) longest.set(beginning, phrase.length);
  }
  return longest;
}
