import type { Corpus } from "../ledger/corpus.ts";
import { isTownName } from "../units/town.ts";
import type { UnitMention } from "../units/unit.ts";
import type { Knowledge } from "./knowledge.ts";

/** One unit looked for by what somebody calls it. */
export type NamedUnit =
  /** As the documents print it, else as the register does; after its county where several have documents: 县司法局, 西平县司法局, 谭店乡. */
  | { readonly kind: "unit"; readonly name: string; readonly listed: boolean }
  /** Several bear the name, or several are named. */
  | { readonly kind: "choices"; readonly choices: readonly string[] }
  | { readonly kind: "unknown" };

/** Words around a name that say nothing more: 我们是县司法局. */
const FILLER = /^(?:我们?|咱们?|本|单位|是|在|为|到|的|[:,。])*$/u;

/** Reads words that name a unit and nothing else. @param words normalised */
export function readNamedUnit(words: string, { corpus, register }: Pick<Knowledge, "corpus" | "register">): NamedUnit {
  const places = regionsOf(corpus);
  if (isTownName(words)) return { kind: "unit", name: words, listed: true };
  const mentions = register.findMentions(words, { places });
  const names = [...new Set(mentions.map((mention) => nameOf(mention, corpus, places)))];
  const [only] = mentions;
  const besides = only ? `${words.slice(0, only.start)}${words.slice(only.end)}` : words;
  // 县司法局法制股 is not the bureau: whether it is meant is for the reader to say.
  if (only)
    return names.length > 1 || !FILLER.test(besides) ? { kind: "choices", choices: names } : { kind: "unit", name: names[0] ?? only.name, listed: true };
  const candidates = register.candidatesOf(words);
  if (candidates.length > 1) return { kind: "choices", choices: candidates.map(({ id, short }) => printedIn(id, corpus) ?? short.replace(/^委/u, "县委")) };
  return register.looksLikeUnit(words) ? { kind: "unit", name: words, listed: false } : { kind: "unknown" };
}

/** The counties that documents are of. */
function regionsOf({ documents }: Corpus): readonly string[] {
  return [...new Set(documents.flatMap(({ region }) => (region === undefined ? [] : [region])))];
}

function nameOf({ unit, name, place }: UnitMention, corpus: Corpus, places: readonly string[]): string {
  const known = printedIn(unit, corpus) ?? name;
  return places.length > 1 && place !== undefined && places.includes(place) ? `${place}${known.replace(/^[省市州县区旗](?!委)/u, "")}` : known;
}

/** The form in which the documents print the unit; undefined where none names it. */
export function printedIn(unit: string, corpus: Corpus): string | undefined {
  for (const { id } of corpus.documents) {
    const name = corpus.namesOf(id).get(unit);
    if (name !== undefined) return name;
  }
  return undefined;
}
