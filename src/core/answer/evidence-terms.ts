import type { Ask, AskedUnit, PassagesQuery } from "../question/query.ts";
import { isStopWord } from "../question/stop-phrases.ts";
import { type Coverages, type EvidenceTerm, termCoverage, type WeighedTerm, weighTerms } from "../search/evidence.ts";
import { matchText } from "../search/match-text.ts";
import { SPOKEN_WORDS, STOP_WORDS } from "../search/stop-words.ts";
import type { UnitRegister } from "../units/unit.ts";
import type { FoundPassages } from "./context.ts";

/** The words that a passage must hold to answer, each once; words that lie inside a longer one are left out. */
export function termsOf({ words, everyday }: FoundPassages, units: readonly AskedUnit[] = [], quoted: readonly string[] = []): readonly EvidenceTerm[] {
  const terms = new Map<string, EvidenceTerm>();
  const named = units.map(({ printed }) => matchText(printed)).join(" ");
  for (const words of quoted.map(matchText)) terms.set(words, { text: words, official: [] });
  for (const { printed, official } of everyday) terms.set(printed, { text: matchText(printed), official: official.map(matchText) });
  const folded = [...new Set(words.map((raw) => matchText(raw)))].filter((word) => !isStopWord(word) && !STOP_WORDS.has(word) && !named.includes(word));
  for (const word of folded)
    if (!folded.some((other) => other !== word && other.includes(word)) && !terms.has(word)) terms.set(word, { text: word, official: [] });
  return [...terms.values()];
}

/** All that a passage must hold: the words, and beside words the units that the question names; empty where there are no words. */
export function questionTerms(query: PassagesQuery, found: FoundPassages, register: UnitRegister): readonly EvidenceTerm[] {
  const terms = termsOf(found, query.units, query.quoted);
  return terms.length > 0 ? [...terms, ...unitTerms(query.units, register)] : [];
}

/** The units that a question names, as terms: 县水利局…16人、县民宗局…1人. */
function unitTerms(units: readonly AskedUnit[], register: UnitRegister): readonly EvidenceTerm[] {
  return units.map((unit) => ({ text: matchText(unit.printed), official: namesOfUnit(unit, register) }));
}

/** Every name under which documents may print a unit, without its level word. */
function namesOfUnit({ unit, name, printed }: AskedUnit, register: UnitRegister): readonly string[] {
  const registered = register.units.find(({ id }) => id === unit);
  const names = registered ? [registered.official, registered.short, ...registered.everyday, ...registered.former] : [name, printed];
  return [...new Set(names.map((one) => matchText(one)))].filter((one) => one.length > 1);
}

/**
 * Weighs the terms of a question over the passages that might answer. Where everyday words were recognised and found,
 * other words that no passage has (邻居, 药店) are circumstance and weigh little; where nothing was, they are what the
 * question is about.
 */
export function weighQuestion(terms: readonly EvidenceTerm[], texts: readonly Coverages[]): readonly WeighedTerm[] {
  const most = terms.map((_, index) => texts.reduce((best, coverages) => Math.max(best, coverages[index] ?? 0), 0));
  const recognised = terms.some(({ official }, index) => official.length > 0 && (most[index] ?? 0) >= RECOGNISED);
  return weighTerms(terms, texts).map((term, index) => {
    const circumstance = recognised && most[index] === 0 ? CIRCUMSTANCE : 1;
    const short = term.text.length === 1 && /\p{Script=Han}/u.test(term.text) ? SINGLE_CHARACTER : 1;
    const said = short * (term.official.length === 0 && SPOKEN_WORDS.has(term.text) ? SPOKEN : 1);
    return { ...term, weight: term.weight * circumstance * said, full: term.full * said };
  });
}

/** 统计数据 where the texts have 统计 alone: a compound that no text has is looked for by its halves, if one of them is known. */
export function knownParts(term: EvidenceTerm, texts: readonly string[]): readonly EvidenceTerm[] {
  const { text, official } = term;
  if (text.length !== COMPOUND_CHARACTERS || official.length > 0 || texts.some((one) => termCoverage(term, one) > 0)) return [term];
  const halves = [text.slice(0, 2), text.slice(2)];
  return halves.some((half) => texts.some((one) => one.includes(half))) ? halves.map((half) => ({ text: half, official: [] })) : [term];
}

const COMPOUND_CHARACTERS = 4;

const RECOGNISED = 0.9;
const CIRCUMSTANCE = 0.15;
/** A single Han character stands in many words. */
const SINGLE_CHARACTER = 0.2;
/** What only carries a question weighs little, though no passage has it. */
const SPOKEN = 0.15;

/** The terms that a part of a question names weigh fully, the rest as what the parts share; those of other parts nothing, unless this one has no subject of its own. */
export function emphasise(terms: readonly WeighedTerm[], part: string, others: readonly string[] = []): readonly WeighedTerm[] {
  const folded = matchText(part);
  const hasSubject = terms.some(({ text }) => text.length > 1 && folded.includes(text));
  const elsewhere = hasSubject ? matchText(others.join(" ")) : "";
  return terms.map((term) => (folded.includes(term.text) ? term : { ...term, weight: elsewhere.includes(term.text) ? 0 : term.weight * SHARED }));
}

/** The terms as one of several figures asked at once weighs them. */
export function emphasiseAsk(terms: readonly WeighedTerm[], part: Ask, { asks }: PassagesQuery): readonly WeighedTerm[] {
  return emphasise(
    terms,
    part.words,
    asks.flatMap((other) => (other === part ? [] : [other.words])),
  );
}

const SHARED = 0.15;

/** Tells of folded texts whether they name every unit that a query names. */
export function mentionsUnits({ units }: PassagesQuery, register: UnitRegister): (text: string) => boolean {
  const names = units.map((unit) => namesOfUnit(unit, register));
  return (text) => names.every((ofUnit) => ofUnit.some((name) => text.includes(name)));
}
