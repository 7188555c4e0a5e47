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
export function mendHomophones(
  question: string,
  neighbours: Neighbours,
  soundOf: SoundOf,
): { readonly question: string; readonly corrections: readonly Correction[] } {
  const characters = [...question];
  const corrections: Correction[] = [];
  for (let index = 1; index + 1 < characters.length; index += 1) {
    const [before = "", doubted = "", after = ""] = [characters[index - 1], characters[index], characters[index + 1]];
    if (![before, doubted, after].every((character) => HAN.test(character))) continue;
    if (neighbours.get(before)?.has(doubted) || neighbours.get(doubted)?.has(after)) continue;
    const sounds = soundOf(doubted);
    const fitting = [...(neighbours.get(before) ?? [])].filter(
      (other) => neighbours.get(other)?.has(after) && soundOf(other).some((sound) => sounds.includes(sound)),
    );
    const [only] = fitting;
    if (fitting.length !== 1 || only === undefined) continue;
    corrections.push({ from: `${before}${doubted}${after}`, to: `${before}${only}${after}` });
    characters[index] = only;
  }
  return { question: characters.join(""), corrections };
}

/** Longest unit name that is read by its sound, in characters. */
const MAX_NAME_CHARACTERS = 9;

/** A question whose misspelt unit name was read; or the names that it may be, where several sound like it. */
export interface MendedUnits {
  readonly question: string;
  readonly corrections: readonly Correction[];
  readonly choices: readonly string[];
}

/** Reads a unit name that sounds like another: 水力局 → 水利局. At most a third of it may be written otherwise. Where several sound like it, none is chosen. */
export function mendUnitNames(question: string, register: UnitRegister, soundOf: SoundOf): MendedUnits {
  const names = namesByShape(register);
  for (let length = MAX_NAME_CHARACTERS; length >= 3; length -= 1) {
    for (let start = 0; start + length <= question.length; start += 1) {
      const printed = question.slice(start, start + length);
      const alike = (names.get(`${length}${printed.at(-1)}`) ?? []).filter(({ name }) => soundsAlike(printed, name, soundOf));
      const [first] = alike;
      if (!first) continue;
      const units = new Map(alike.map(({ unit, name }) => [unit, name]));
      if (units.size > 1) return { question, corrections: [], choices: [...units.values()] };
      return {
        question: question.slice(0, start) + first.name + question.slice(start + length),
        corrections: [{ from: printed, to: first.name }],
        choices: [],
      };
    }
  }
  return { question, corrections: [], choices: [] };
}

/** Unit names by their length and last character. */
function namesByShape({ units }: UnitRegister): ReadonlyMap<string, readonly { readonly name: string; readonly unit: string }[]> {
  const names = new Map<string, { readonly name: string; readonly unit: string }[]>();
  for (const { id, official, short, everyday } of units) {
    for (const name of [official, short, ...everyday]) {
      const key = `${name.length}${name.at(-1)}`;
      const known = names.get(key);
      if (known) known.push({ name, unit: id });
      else names.set(key, [{ name, unit: id }]);
    }
  }
  return names;
}

function soundsAlike(printed: string, name: string, soundOf: SoundOf): boolean {
  const most = Math.max(1, Math.floor(name.length / 3));
  let different = 0;
  for (let index = 0; index < name.length; index += 1) {
    if (printed.charAt(index) === name.charAt(index)) continue;
    different += 1;
    if (different > most || !HAN.test(printed.charAt(index))) return false;
  }
  if (different === 0) return false;
  return [...name].every(
    (character, index) => printed.charAt(index) === character || soundOf(character).some((sound) => soundOf(printed.charAt(index)).includes(sound)),
  );
}

/** Whether any character of a question is doubted, so that sounds are worth loading. */
export function hasDoubtfulCharacter(question: string, neighbours: Neighbours): boolean {
  const characters = [...question];
  return characters.some((doubted, index) => {
    const [before = "", after = ""] = [characters[index - 1], characters[index + 1]];
    return HAN.test(before) && HAN.test(doubted) && HAN.test(after) && !neighbours.get(before)?.has(doubted) && !neighbours.get(doubted)?.has(after);
  });
}
