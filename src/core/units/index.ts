import { findMentions } from "./find-mentions.ts";
import { createMender, type Mender } from "./misprint.ts";
import { createNameIndex, type NameIndex } from "./name-index.ts";
import { isLevel } from "./place.ts";
import { readName } from "./read-name.ts";
import type { NameContext, RegisteredUnit, UnitData, UnitName, UnitRegister } from "./unit.ts";
import { createUnitsNear } from "./units-near.ts";
import { isFormedLikeUnit } from "./well-formed.ts";

export type { UnitData, UnitRegister } from "./unit.ts";

/** Creates the register of the organisations in `data/units.json`. The names are gathered when they are first needed. */
export function createUnitRegister(data: UnitData): UnitRegister {
  const { whole, within } = createNameIndexes(data);
  let mender: Mender | undefined;
  const mend: Mender = (printed, level) => {
    mender ??= createMender(whole());
    return mender(printed, level);
  };
  const shared = new Map(data.ambiguous.map(({ name, units }) => [name, units]));
  const read = (printed: string, context: NameContext = {}): UnitName => readName(printed, whole(), mend, context);
  return {
    units: data.units,
    findMentions: (text, context = {}) => findMentions(text, { index: within(text), mend, read: (printed) => read(printed, context) }, context),
    readName: read,
    candidatesOf(name): readonly RegisteredUnit[] {
      const bare = /^[省市州县区旗](?<rest>.{2,})$/u.exec(name)?.groups?.["rest"] ?? name;
      return (shared.get(name) ?? shared.get(bare) ?? []).flatMap((id) => whole().byId.get(id) ?? []);
    },
    looksLikeUnit(name) {
      const { names } = within(name);
      return names.has(name) || (isLevel(name.charAt(0)) && names.has(name.slice(1))) || isFormedLikeUnit(name);
    },
  };
}

/** A question is shorter. For a text the whole index is worth its building. */
const SHORT_CHARACTERS = 200;
/** A program that answers one question stops before; one that answers many soon has the whole index. */
const FEW_TEXTS = 8;

interface NameIndexes {
  /** Every name. Built once, which takes some milliseconds. */
  whole(): NameIndex;
  /** Every name that can stand in the text. */
  within(text: string): NameIndex;
}

function createNameIndexes(data: UnitData): NameIndexes {
  let index: NameIndex | undefined;
  let unitsNear: ((text: string) => UnitData) | undefined;
  let texts = 0;
  const whole = (): NameIndex => {
    index ??= createNameIndex(data);
    return index;
  };
  return {
    whole,
    within(text) {
      texts += 1;
      if (index || text.length > SHORT_CHARACTERS || texts > FEW_TEXTS) return whole();
      unitsNear ??= createUnitsNear(data);
      return createNameIndex(unitsNear(text));
    },
  };
}
