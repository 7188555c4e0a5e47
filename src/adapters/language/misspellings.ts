import type { Corpus } from "../../core/ledger/corpus.ts";
import type { Lexicon } from "../../core/question/lexicon.ts";
import type { UnitRegister } from "../../core/units/unit.ts";
import { type Likeness, soundAlike } from "./likeness.ts";

/** A word that was read as another. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

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
 * Reads a misspelt character as the one of the same sound, or else of the same shape, that the documents have between its
 * neighbours. Only a character that the documents have with neither neighbour is doubted, and only where exactly one other fits both.
 */
export function mendCharacters(
  question: string,
  neighbours: Neighbours,
  likeness: Likeness,
): { readonly question: string; readonly corrections: readonly Correction[] } {
  const characters = [...question];
  const corrections: Correction[] = [];
  for (let index = 1; index + 1 < characters.length; index += 1) {
    const [before = "", doubted = "", after = ""] = [characters[index - 1], characters[index], characters[index + 1]];
    if (![before, doubted, after].every((character) => HAN.test(character)) || FUNCTION_CHARACTERS.test(before + doubted + after)) continue;
    if (neighbours.get(before)?.has(doubted) || neighbours.get(doubted)?.has(after)) continue;
    const between = [...(neighbours.get(before) ?? [])].filter((other) => neighbours.get(other)?.has(after) && !FUNCTION_CHARACTERS.test(other));
    const sounding = between.filter((other) => soundAlike(doubted, other, likeness));
    const looks = likeness.looksLike(doubted);
    const fitting = sounding.length > 0 ? sounding : between.filter((other) => looks.has(other));
    const [only] = fitting;
    if (fitting.length !== 1 || only === undefined) continue;
    corrections.push({ from: `${before}${doubted}${after}`, to: `${before}${only}${after}` });
    characters[index] = only;
  }
  return { question: characters.join(""), corrections };
}

/**
 * Reads the second character of a pair that no document has as the one of the same sound with which the first makes an everyday
 * word: 醉价 → 醉驾. Only where exactly one word is so, and where the word ends there: 河长制 is none.
 */
export function mendPairs(
  question: string,
  neighbours: Neighbours,
  lexicon: Lexicon,
  likeness: Likeness,
): { readonly question: string; readonly corrections: readonly Correction[] } {
  const characters = [...question];
  const corrections: Correction[] = [];
  for (let index = 1; index < characters.length; index += 1) {
    const [first = "", doubted = "", after = ""] = [characters[index - 1], characters[index], characters[index + 1]];
    if (!HAN.test(doubted) || FUNCTION_CHARACTERS.test(first + doubted) || neighbours.get(first)?.has(doubted)) continue;
    if (HAN.test(after) && !FUNCTION_CHARACTERS.test(after)) continue;
    const meant = lexicon.pairsFrom(first);
    if (meant.includes(first + doubted)) continue;
    const alike = meant.filter((pair) => soundAlike(doubted, pair.charAt(1), likeness));
    const [only] = alike;
    if (only === undefined || alike.length !== 1) continue;
    corrections.push({ from: `${first}${doubted}`, to: only });
    characters[index] = only.charAt(1);
  }
  return { question: characters.join(""), corrections };
}

/** Beside one of them a character says nothing of how it is spelt: 罚了. */
const FUNCTION_CHARACTERS = /[的了是在有和与及不也都就谁哪几多少啥什么这那吗呢吧把被给让叫人个没到要块下]/u;

/** Longest unit name that is read by its sound, in characters. */
const MAX_NAME_CHARACTERS = 9;

/** A question whose misspelt unit name was read; or the names that it may be, where several sound like it. */
export interface MendedUnits {
  readonly question: string;
  readonly corrections: readonly Correction[];
  readonly choices: readonly string[];
}

/** Reads a unit name that sounds or looks like another: 水力局 → 水利局. At most a third of it may be written otherwise. Where several are like it, none is chosen. */
export function mendUnitNames(question: string, register: UnitRegister, likeness: Likeness): MendedUnits {
  const names = namesOf(register);
  for (let length = MAX_NAME_CHARACTERS; length >= 3; length -= 1) {
    for (let start = 0; start + length <= question.length; start += 1) {
      const printed = question.slice(start, start + length);
      const alike = names.like(printed).filter(({ name }) => isLike(printed, name, likeness));
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

interface UnitName {
  readonly name: string;
  readonly unit: string;
}

/** Finds the unit names that a stretch of text may be a misspelling of: as long, and the same in one of the first places. */
interface UnitNames {
  like(printed: string): readonly UnitName[];
}

const known = new WeakMap<UnitRegister, UnitNames>();

/** The names of a register, gathered once. */
function namesOf(register: UnitRegister): UnitNames {
  const names = known.get(register) ?? gatherNames(register);
  known.set(register, names);
  return names;
}

function gatherNames({ units }: UnitRegister): UnitNames {
  const byCharacter = new Map<string, UnitName[]>();
  for (const { id, official, short, everyday } of units) {
    for (const name of [official, short, ...everyday, ...(short.startsWith("委") ? [short.slice(1)] : [])]) {
      for (const key of placesOf(name)) byCharacter.set(key, [...(byCharacter.get(key) ?? []), { name, unit: id }]);
    }
  }
  return { like: (printed) => [...new Set(placesOf(printed).flatMap((key) => byCharacter.get(key) ?? []))] };
}

/** Of so many places one is spelt right, since fewer may be wrong: 3财 at 0, 3政 at 1 for 财政局. */
function placesOf(name: string): readonly string[] {
  return Array.from({ length: mostWrong(name) + 1 }, (_, place) => `${name.length}${name.charAt(place)}${place}`);
}

/** At most a third of a name may be written otherwise. */
function mostWrong(name: string): number {
  return Math.max(1, Math.floor(name.length / 3));
}

function isLike(printed: string, name: string, likeness: Likeness): boolean {
  const most = mostWrong(name);
  let different = 0;
  for (let index = 0; index < name.length; index += 1) {
    if (printed.charAt(index) === name.charAt(index)) continue;
    different += 1;
    if (different > most || !HAN.test(printed.charAt(index))) return false;
  }
  if (different === 0) return false;
  return [...name].every((character, index) => {
    const own = printed.charAt(index);
    return own === character || soundAlike(own, character, likeness) || likeness.looksLike(own).has(character);
  });
}

/** Whether any character of a question is doubted, so that sounds are worth loading. What stands before it says so; what stands behind it may be 的. */
export function hasDoubtfulCharacter(question: string, neighbours: Neighbours): boolean {
  const characters = [...question];
  return characters.some((doubted, index) => {
    const [before = "", after = ""] = [characters[index - 1], characters[index + 1]];
    if (neighbours.get(before)?.has(doubted) || neighbours.get(doubted)?.has(after)) return false;
    return HAN.test(before) && HAN.test(doubted) && HAN.test(after) && !FUNCTION_CHARACTERS.test(before + doubted);
  });
}
