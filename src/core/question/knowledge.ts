import type { Corpus } from "../ledger/corpus.ts";
import type { UnitRegister } from "../units/unit.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Places } from "./places.ts";

/** What questions are understood against. Immutable. */
export interface Knowledge {
  readonly corpus: Corpus;
  readonly register: UnitRegister;
  readonly lexicon: Lexicon;
  readonly places: Places;
}
