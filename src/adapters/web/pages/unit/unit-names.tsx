import type { Corpus } from "../../../../core/ledger/corpus.ts";
import * as say from "../unit-messages.zh.ts";

/** What else a unit is called. */
export interface NamesOfUnit {
  readonly today: readonly string[];
  readonly former: readonly string[];
}

/** @param name as the documents print it */
export function namesOfUnit(name: string, { register, documents }: Corpus): NamesOfUnit {
  const places = documents.flatMap(({ region }) => region ?? []);
  const found = register.units.find(({ id }) => id === register.readName(name, { places }).unit);
  if (!found) return { today: [], former: [] };
  const others = [found.official, found.short, ...found.everyday].filter((other) => !name.endsWith(other));
  return { today: [...new Set(others)], former: found.former };
}

export function OtherNames({ names: { today, former } }: { readonly names: NamesOfUnit }) {
  if (today.length + former.length === 0) return null;
  return (
    <dl class="facts">
      {today.length > 0 && (
        <div>
          <dt>{say.OTHER_NAMES}</dt>
          <dd>{today.join("、")}</dd>
        </div>
      )}
      {former.length > 0 && (
        <div>
          <dt>{say.FORMER_NAMES}</dt>
          <dd>{former.join("、")}</dd>
        </div>
      )}
    </dl>
  );
}
