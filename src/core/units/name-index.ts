import { takeListedNames, takeSpelledNames } from "./name-variants.ts";
import type { NameKind, RegisteredUnit, UnitData, UnitId } from "./unit.ts";

/** What a name without place and level word refers to. */
export interface IndexedName {
  /** As found; for a misprint the damaged form. */
  readonly name: string;
  /** As it should read: the same as `name`, except for a misprint. */
  readonly correct: string;
  readonly kind: NameKind;
  /** One unit, or all units of a group. */
  readonly units: readonly RegisteredUnit[];
  /** True for 委组织部, which says nothing without the level word before it: 县委组织部. */
  readonly needsLevel: boolean;
  /** True for 人民法院, which without level word or place is any court of the country. */
  readonly needsPlace: boolean;
  /** True for 法院, 团委: part of other words too. */
  readonly wordLike: boolean;
}

/** The names of all units, ready for matching at any place of a text. */
export interface NameIndex {
  readonly units: readonly RegisteredUnit[];
  readonly byId: ReadonlyMap<UnitId, RegisteredUnit>;
  /** Names without place and level word, each once. */
  readonly names: ReadonlyMap<string, IndexedName>;
  /** The names that begin at a place of a text, the longest first. */
  at(text: string, start: number): readonly IndexedName[];
}

const NOTHING: readonly IndexedName[] = [];

/**
 * Search and replace of 市 by the document's own level word damages names that hold a 市 of their own: 市场监管局 → 县场监管局 (seed 西政办〔2020〕20号).
 * Names under four characters are left out, because so short a form is found inside other words.
 */
function mechanicalMisprints(name: string): readonly string[] {
  const damaged = name.length >= 4 && (name.startsWith("市") || name.startsWith("城市"));
  return damaged ? ["县", "区"].map((level) => name.replace("市", level)) : [];
}

/**
 * Gathers the names of all units. A name that data lists for a unit is never taken from it by a spelling of another unit's name,
 * and of two units that could claim a spelling neither gets it: exactly one unit or none.
 */
function collectNames(data: UnitData, byId: ReadonlyMap<UnitId, RegisteredUnit>): Map<string, IndexedName> {
  const names = new Map<string, IndexedName>();
  const wordLike = new Set(data.wordLike);
  const reserved = new Set<string>();
  for (const { name } of data.ambiguous) reserved.add(name);
  const add = (name: string, kind: NameKind, units: readonly RegisteredUnit[], correct: string): void => {
    const needsPlace = name.startsWith("人民") && !name.startsWith("人民防空");
    names.set(name, { name, correct, kind, units, needsLevel: name.startsWith("委"), needsPlace, wordLike: wordLike.has(name) });
  };
  for (const { name, units } of data.groups) {
    add(
      name,
      "everyday",
      units.flatMap((id) => byId.get(id) ?? []),
      name,
    );
  }
  for (const unit of data.units) {
    const units = [unit];
    takeListedNames(unit, (name, kind) => {
      if (!names.has(name) && !reserved.has(name)) add(name, kind, units, name);
    });
  }
  const spelled = new Map<string, { kind: NameKind; units: readonly RegisteredUnit[] } | undefined>();
  for (const unit of data.units) {
    const units = [unit];
    takeSpelledNames(unit, (name, kind) => {
      if (names.has(name) || reserved.has(name)) return;
      const claimed = spelled.get(name);
      if (!spelled.has(name)) spelled.set(name, { kind, units });
      else if (claimed?.units[0] !== unit) spelled.set(name, undefined);
    });
  }
  for (const [name, claimed] of spelled) {
    if (claimed !== undefined) add(name, claimed.kind, claimed.units, name);
  }
  for (const { name, kind, units } of [...names.values()]) {
    if (kind === "former") continue;
    for (const damaged of mechanicalMisprints(name)) if (!names.has(damaged)) add(damaged, "misprint", units, name);
  }
  return names;
}

/** A small number for two characters. Two pairs may share one, which costs a look-up and changes nothing. */
function pairKey(text: string, start: number): number {
  return ((text.charCodeAt(start) & 0x7fff) << 15) | (text.charCodeAt(start + 1) & 0x7fff);
}

/** Builds the index. Names are looked up by their first two characters and then by length, which is cheap to build and to ask. */
export function createNameIndex(data: UnitData): NameIndex {
  const byId = new Map(data.units.map((unit) => [unit.id, unit]));
  const names = collectNames(data, byId);
  // Bit n is set where a name of n characters begins with the pair. Names have far fewer than 31 characters, as the schema says.
  const lengths = new Map<number, number>();
  for (const name of names.keys()) {
    const key = pairKey(name, 0);
    lengths.set(key, (lengths.get(key) ?? 0) | (1 << name.length));
  }
  return {
    units: data.units,
    byId,
    names,
    at(text, start) {
      let bits = lengths.get(pairKey(text, start)) ?? 0;
      if (bits === 0) return NOTHING;
      const found: IndexedName[] = [];
      while (bits !== 0) {
        const length = 31 - Math.clz32(bits);
        const name = names.get(text.slice(start, start + length));
        if (name !== undefined) found.push(name);
        bits &= ~(1 << length);
      }
      return found;
    },
  };
}
