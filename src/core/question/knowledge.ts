import type { CalendarDate } from "../document/official-document.ts";
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
  /** What 本季度 and 下个月 are counted from; undefined where nobody knows. */
  readonly today?: CalendarDate | undefined;
  /** The county of the documents that a question is about where it names none: 西平县. Undefined where none was settled. */
  readonly here?: string | undefined;
  /** The unit that the reader belongs to, as it was bound: what 我们局 means. Undefined where nobody knows. */
  readonly us?: string | undefined;
}
