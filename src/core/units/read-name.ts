import type { Mender } from "./misprint.ts";
import type { IndexedName, NameIndex } from "./name-index.ts";
import { isLevel, type PlaceBefore, placeOfEntry } from "./place.ts";
import type { NameContext, UnitName } from "./unit.ts";

const TRAILING_BRACKET = /^(?<base>[^（(]+)(?<bracket>[（(][^（）()]*[)）])$/u;
const DEFINES_ALIAS = /^[（(](?:以下)?(?:统称|简称)/u;

/** Longer than any name with its places and its bracket, in characters. What is longer is a sentence, and is kept as it is. */
const MAX_NAME = 80;

/** Level characters that begin another word: 市政设施科, 区划地名办. */
const LEVEL_IN_A_WORD = /^(?:市[场政容民区委]|区[域划委]|县[城域乡委]|州[委]|省[委])/u;

/** What may stand before a county's name; after a bank's or a company's the county is part of the name: 某某银行西平县支行. */
const OUTER_DIVISIONS = /^(?=.{0,30}$)(?:中共|中国共产党|国家税务总局)?(?:\p{Script=Han}{2,8}?[省市州盟]){0,2}$/u;

/** 国网西平县供电公司: words before the place that are no division belong to the name. */
function isOwnPrefix(base: string, place: string | undefined): boolean {
  const at = place === undefined ? -1 : base.indexOf(place);
  return at > 0 && !OUTER_DIVISIONS.test(base.slice(0, at));
}

/** The printed name with its place dropped: 县供电公司 for 西平县供电公司. Only a known place goes, or one that ends in 县, which ends few other words. */
function withoutPlace(printed: string, places: readonly string[]): string {
  for (const place of places) {
    const at = printed.indexOf(place);
    if (at >= 0 && OUTER_DIVISIONS.test(printed.slice(0, at)) && placeOfEntry(printed.slice(0, at + place.length), places) !== undefined) {
      const rest = printed.slice(at + place.length);
      return rest === "" ? printed : isLevel(rest.charAt(0)) && !LEVEL_IN_A_WORD.test(rest) ? rest : `${place.slice(-1)}${rest}`;
    }
  }
  const county = /^(?:中共|中国共产党)?(?:\p{Script=Han}{2,3}[省市州])?(?!全|各|本|我|该|会同)\p{Script=Han}{2,3}(?<rest>县(?![级城域乡直]).{2,})$/u.exec(
    printed,
  );
  return county?.groups?.["rest"] ?? printed;
}

/** The id of a unit that the register lacks: its name less place and level word. */
function printedId(name: string): string {
  return `printed:${isLevel(name.charAt(0)) && !LEVEL_IN_A_WORD.test(name) ? name.slice(1) : name}`;
}

function nameOf(found: IndexedName, place: PlaceBefore, context: NameContext): string {
  // 县场监管局 with nothing before it: its 县 is the level word, and the 市 of 市场 is missing.
  const swallowed = found.kind === "misprint" && place.levelWords === "" && found.name.charAt(0) === context.level ? context.level : "";
  return `${place.levelWords}${swallowed}${found.correct}`;
}

/** The registered name that ends an entry with nothing but a place before it. */
function findExact(base: string, index: NameIndex, places: readonly string[]): { found: IndexedName; place: PlaceBefore } | undefined {
  for (let start = 0; start + 2 <= base.length; start += 1) {
    const found = index.names.get(base.slice(start));
    const place = found?.units.length === 1 ? placeOfEntry(base.slice(0, start), places) : undefined;
    if (found !== undefined && place !== undefined) return { found, place };
  }
  return undefined;
}

function findMisprinted(base: string, mend: Mender, places: readonly string[]): { found: IndexedName; place: PlaceBefore } | undefined {
  for (let start = 0; start + 2 < base.length; start += 1) {
    const place = start === 0 || isLevel(base.charAt(start - 1)) ? placeOfEntry(base.slice(0, start), places) : undefined;
    if (place === undefined || isLevelOnly(base, start)) continue;
    const found = mend(base.slice(start), place.levelWords);
    if (found !== undefined) return { found, place };
  }
  return undefined;
}

/** Before its level word a name must not be compared as if the level word were the wrong character: 县司法局 is not 司法局 with one too many. */
function isLevelOnly(base: string, start: number): boolean {
  return start === 0 && isLevel(base.charAt(0)) && !LEVEL_IN_A_WORD.test(base);
}

/** 市生态环境局西平分局: a branch of a city's bureau in the county. */
function findBranch(base: string, index: NameIndex, places: readonly string[]): IndexedName | undefined {
  const head = /^(?<bureau>.+局)\p{Script=Han}{2,4}分局$/u.exec(base)?.groups?.["bureau"];
  return head === undefined ? undefined : findExact(head, index, places)?.found;
}

/** Reads one entry of a list of duties. @see UnitRegister.readName */
export function readName(printed: string, index: NameIndex, mend: Mender, context: NameContext): UnitName {
  const compact = printed.replace(/\s+/gu, "");
  const defined = context.defined?.get(compact) ?? compact;
  if (defined.length > MAX_NAME) return { unit: printedId(defined), name: defined, kind: "unregistered" };
  const places = context.places ?? [];
  const parts = TRAILING_BRACKET.exec(defined)?.groups;
  const base = parts?.["base"] ?? defined;
  const bracket = parts?.["bracket"] ?? "";
  const kept = DEFINES_ALIAS.test(bracket) ? "" : bracket;

  const exact = findExact(base, index, places);
  const misprinted = exact === undefined ? findMisprinted(base, mend, places) : undefined;
  const read = exact ?? misprinted;
  const unit = read?.found.units[0];
  if (read !== undefined && unit !== undefined) {
    const name = isOwnPrefix(base, read.place.place) ? base : nameOf(read.found, read.place, context);
    return { unit: unit.id, name: `${name}${kept}`, kind: exact === undefined ? "misprint" : read.found.kind };
  }
  const branch = findBranch(base, index, places);
  const branchUnit = branch?.units[0];
  if (branch !== undefined && branchUnit !== undefined) return { unit: branchUnit.id, name: `${base}${kept}`, kind: branch.kind };
  const name = withoutPlace(base, places);
  return { unit: printedId(name), name: `${name}${kept}`, kind: "unregistered" };
}
