import { findMentions } from "./find-mentions.ts";
import { createMender } from "./misprint.ts";
import { createNameIndex } from "./name-index.ts";
import { isLevel } from "./place.ts";
import { readName } from "./read-name.ts";
import type { NameContext, RegisteredUnit, UnitData, UnitName, UnitRegister } from "./unit.ts";
import { isFormedLikeUnit } from "./well-formed.ts";

export type { UnitData, UnitRegister } from "./unit.ts";

/** Creates the register of the organisations in `data/units.json`. */
export function createUnitRegister(data: UnitData): UnitRegister {
  const index = createNameIndex(data);
  const mend = createMender(index);
  const shared = new Map(data.ambiguous.map(({ name, units }) => [name, units]));
  const read = (printed: string, context: NameContext = {}): UnitName => readName(printed, index, mend, context);
  return {
    units: index.units,
    findMentions: (text, context = {}) => findMentions(text, { index, mend, read: (printed) => read(printed, context) }, context),
    readName: read,
    candidatesOf(name): readonly RegisteredUnit[] {
      const bare = /^[省市州县区旗](?<rest>.{2,})$/u.exec(name)?.groups?.["rest"] ?? name;
      return (shared.get(name) ?? shared.get(bare) ?? []).flatMap((id) => index.byId.get(id) ?? []);
    },
    looksLikeUnit: (name) => index.names.has(name) || (isLevel(name.charAt(0)) && index.names.has(name.slice(1))) || isFormedLikeUnit(name),
  };
}
