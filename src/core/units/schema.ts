import * as z from "zod";

const unitId = z.string().regex(/^[a-z][a-z0-9-]*$/u);
/** A name of at least two Chinese characters, without place and level word. */
const unitName = z.string().regex(/^\p{Script=Han}{2,}$/u);
const sharedName = z.strictObject({ name: unitName, units: z.array(unitId).min(2) });

/** What `data/units.json` must look like. A test applies it; the program takes the data as typed. */
export const UnitDataSchema = z.strictObject({
  units: z.array(z.strictObject({ id: unitId, official: unitName, short: unitName, everyday: z.array(unitName), former: z.array(unitName) })).min(100),
  ambiguous: z.array(sharedName),
  groups: z.array(sharedName),
  wordLike: z.array(unitName),
});
