import { unitsByTasks } from "../../../app/suggestions.ts";
import type { Corpus } from "../../../core/ledger/corpus.ts";

/** What a field names its list of units by. */
export const UNIT_NAMES = "unit-names";

/** A page with thousands of names would be slow, and nobody reads them. */
const MOST = 150;

/** The units that documents name, for a field to offer while one types. */
export function UnitNames({ corpus }: { readonly corpus: Corpus }) {
  return (
    <datalist id={UNIT_NAMES}>
      {unitsByTasks(corpus)
        .slice(0, MOST)
        .map((name) => (
          <option value={name}></option>
        ))}
    </datalist>
  );
}
