import type { Corpus } from "../../core/ledger/corpus.ts";
import type { UnitRegister } from "../../core/units/unit.ts";

/** A word that was read as another. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** The sound of one Han character, without tone, near sounds made one: zh and z, ng and n. */
export type SoundOf = (character: string) => readonly string[];

/** Which characters stand before and behind which in the documents and unit names. */
export type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

/** Pairs of neighbouring Han characters of all documents and of all unit names. */
export function neighboursIn(corpus: Corpus, register: UnitRegister): Neighbours {
  const names = register.units.flatMap(({ official, short, everyday, former }) => [official, short, ...everyday, ...former]);
  const neighbours = new Map<string, Set<string>>();
  for (const text of [...names, ...corpus.documents.map(({ source }) => source)]) {
    for (let index = 1; index < text.length; index += 1) {
      const first = text.charAt(index - 1);
      if (!HAN.test(first)) continue;
      const followers = neighbours.get(first);
      if (followers) followers.add(text.charAt(index));
      else neighbours.set(first, new Set([text.charAt(index)]));
    }
  }
  return neighbours;
}

const HAN = /\p{Script=Han}/u;

/**
 * Reads a misspelt character as the one of the same sound that the documents have between its neighbours. Only a
 * character that the documents have with neither neighbour is doubted, and only where exactly one other fits both.
 */
export function mendHomophones(question: string, neighbours: Neighbours, soundOf: SoundOf): { readonly question: string; readonly corrections: readonly Correction[] } {
  const characters = [...question];
  const corrections: Correction[] = [];
  for (let index = 1; index + 1 < characters.length; index += 1) {
    const [before = "", doubted = "", after = ""] = [characters[index - 1], characters[index], characters[index + 1]];
    if (![before, doubted, after].every((character) => HAN.test(character))) continue;
    if (neighbours.get(before)?.has(doubted) || neighbours.get(doubted)?.has(after)) continue;
    const sounds = soundOf(doubted);
    const fitting = [...(neighbours.get(before) ?? [])].filter((other) => neighbours.get(other)?.has(after) && soundOf(other).some((sound) => sounds.includes(sound)));
    const [only] = fitting;
    if (fitting.length !== 1 || only === undefined) continue;
    corrections.push({ from: `${before}${doubted}${after}`, to: `${before}${only}${after}` });
    characters[index] = only;
  }
  return { question: characters.join(""), corrections };
}

/** Whether any character of a question is doubted, so that sounds are worth loading. */
export function hasDoubtfulCharacter(question: string, neighbours: Neighbours): boolean {
  const characters = [...question];
  return characters.some((doubted, index) => {
    const [before = "", after = ""] = [characters[index - 1], characters[index + 1]];
    return HAN.test(before) && HAN.test(doubted) && HAN.test(after) && !neighbours.get(before)?.has(doubted) && !neighbours.get(doubted)?.has(after);
  });
}
