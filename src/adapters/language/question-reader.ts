import type { QuestionReader, ReadQuestion } from "../../app/ports.ts";
import type { Knowledge } from "../../core/question/knowledge.ts";
import { LONG_QUESTION_CHARACTERS, normaliseQuestion } from "../../core/question/normalise.ts";
import { type EnglishData, fromEnglish, fromEnglishText, isEnglish } from "./english.ts";
import { createLooksLike, type Likeness, type LookAlikeData } from "./likeness.ts";
import { hasDoubtfulCharacter, mendCharacters, mendPairs, mendUnitNames, type Neighbours, neighboursIn } from "./misspellings.ts";
import { toSimplified } from "./simplify.ts";

/** Data of the languages, each loaded by the first question that needs it. */
export interface LanguageData {
  readonly loadEnglish: () => Promise<EnglishData>;
  readonly loadLookAlikes: () => Promise<LookAlikeData>;
}

/** Reads other scripts, English and misspelt words. Dictionaries are loaded by the first question that needs them. */
export function createQuestionReader({ loadEnglish, loadLookAlikes }: LanguageData): QuestionReader {
  let likeness: Promise<Likeness> | undefined;
  const loadLikeness = (): Promise<Likeness> => {
    likeness ??= Promise.all([loadSounds(), loadLookAlikes()]).then(([{ soundOf }, data]) => ({ soundOf, looksLike: createLooksLike(data) }));
    return likeness;
  };
  const neighboursOf = new WeakMap<Knowledge["corpus"], Neighbours>();
  return {
    isEnglish,
    async read(question, knowledge) {
      const written = await toSimplified(question);
      // 勞駕 and 謝謝 are known as courtesies in simplified characters alone.
      const simplified = written === question ? question : normaliseQuestion(written);
      if (!isEnglish(simplified)) return simplified;
      const [english, soundOf] = await Promise.all([loadEnglish(), loadSounds()]);
      const translate = simplified.length > LONG_QUESTION_CHARACTERS ? fromEnglishText : fromEnglish;
      return translate(simplified, english, latinPlaces(knowledge, soundOf.spell));
    },
    async mend(question, knowledge): Promise<ReadQuestion> {
      let neighbours = neighboursOf.get(knowledge.corpus);
      if (!neighbours) {
        neighbours = neighboursIn(knowledge.corpus, knowledge.register);
        neighboursOf.set(knowledge.corpus, neighbours);
      }
      if (question.length > MAX_MENDED_CHARACTERS) return { question, corrections: [], choices: [] };
      const unitLike = UNIT_ENDING.test(
        knowledge.register.findMentions(question).reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), question),
      );
      if (!unitLike && !hasDoubtfulCharacter(question, neighbours)) return { question, corrections: [], choices: [] };
      const alike = await loadLikeness();
      const units = unitLike ? mendUnitNames(question, knowledge.register, alike) : { question, corrections: [], choices: [] };
      const pairs = mendPairs(units.question, neighbours, knowledge.lexicon, alike);
      const words = mendCharacters(pairs.question, neighbours, alike);
      const corrections = [...units.corrections, ...pairs.corrections, ...words.corrections];
      if (units.choices.length > 0) return units;
      return corrections.length > MAX_CORRECTIONS ? { question, corrections: [], choices: [] } : { question: words.question, corrections, choices: [] };
    },
  };
}

/** A longer text is pasted, not typed. */
const MAX_MENDED_CHARACTERS = 60;
/** More misspelt words than that are no misspelling. */
const MAX_CORRECTIONS = 3;

/** A question that may name a unit, its last character perhaps misspelt: 司法居负责…. */
const UNIT_ENDING = /[局委办部院会室队]|[居巨句苇辨辩瓣布步](?:的|有|负责|任务|要|管|$|[?,。])/u;

interface Sounds {
  readonly soundOf: Likeness["soundOf"];
  /** Latin spelling of a name, without tones or spaces: 西平 → xiping */
  readonly spell: (name: string) => string;
}

let sounds: Promise<Sounds> | undefined;

function loadSounds(): Promise<Sounds> {
  sounds ??= import("pinyin-pro").then(({ pinyin }) => ({
    soundOf: remembered((character) => pinyin(character, { toneType: "none", type: "array", multiple: true }).map(nearSound)),
    spell: (name) => pinyin(name, { toneType: "none", type: "array" }).join("").replaceAll("ü", "v"),
  }));
  return sounds;
}

/** A character's sounds are looked up once. */
function remembered(soundOf: Likeness["soundOf"]): Likeness["soundOf"] {
  const known = new Map<string, readonly string[]>();
  return (character) => {
    const sounds = known.get(character) ?? soundOf(character);
    known.set(character, sounds);
    return sounds;
  };
}

/** Sounds that many speakers do not tell apart are one. */
function nearSound(sound: string): string {
  return sound.replace(/^([zcs])h/u, "$1").replace(/ng$/u, "n");
}

function latinPlaces({ corpus }: Knowledge, spell: (name: string) => string): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { region } of corpus.documents) {
    if (region === undefined) continue;
    const stem = region.slice(0, -1);
    places.set(spell(stem), stem);
    places.set(`${spell(stem)} county`, region);
    places.set(`${spell(region)}`, region);
  }
  return places;
}
