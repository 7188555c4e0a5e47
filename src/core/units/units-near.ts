import { LEVELS_IN_NAMES } from "./name-variants.ts";
import type { RegisteredUnit, UnitData } from "./unit.ts";

/**
 * Finds the units that a short text may name, so that a single question need not wait for the spellings of all names: those with a listed
 * name that has two neighbouring characters in common with the text. Every spelling has two in common with the name that it is made of.
 */
export function createUnitsNear(data: UnitData): (text: string) => UnitData {
  const offsets: number[] = [];
  let listed = "";
  for (const { short, official, everyday, former } of data.units) {
    offsets.push(listed.length);
    for (const name of [short, official, ...everyday, ...former]) listed += `${name} ${name.length <= SHORT_CHARACTERS ? respelled(name) : ""}`;
  }
  return (text) => {
    const groups = data.groups.filter(({ name }) => text.includes(name));
    const grouped = new Set(groups.flatMap(({ units }) => units));
    const near = new Set<RegisteredUnit>();
    for (let start = 0; start + 2 <= text.length; start += 1) {
      const pair = text.slice(start, start + 2);
      for (let at = listed.indexOf(pair); at >= 0; ) {
        const unit = indexAt(offsets, at);
        const found = data.units[unit];
        if (found) near.add(found);
        at = listed.indexOf(pair, offsets[unit + 1] ?? listed.length);
      }
    }
    return { ...data, groups, units: data.units.filter((unit) => near.has(unit) || grouped.has(unit.id)) };
  };
}

/** In a longer name no spelling leaves fewer than two characters together. */
const SHORT_CHARACTERS = 5;

/** Spellings of a short name that have no two neighbouring characters in common with it: 治县办 → 治市办, 委办 → 委员会办. */
function respelled(name: string): string {
  if (name.includes("县")) return LEVELS_IN_NAMES.map((level) => `${name.replaceAll("县", level)} `).join("");
  if (name.length === 2 && name.startsWith("委")) return `委员会${name.charAt(1)} `;
  return name === "监督管理局" ? "监管局 " : "";
}

/** The last of the ascending offsets that is not beyond the position. */
function indexAt(offsets: readonly number[], position: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
