import type { Corpus } from "../../core/ledger/corpus.ts";
import { plansInForce } from "../../core/question/index.ts";
import { dutiesOf } from "../../core/reminders/unit-duties.ts";

/** How many duties a unit has by name, and how many only as one of a group. */
export interface DutyCount {
  readonly named: number;
  readonly collective: number;
  /** How these groups are printed, each once: 各有关部门. */
  readonly groups: readonly string[];
}

/** Counts in the plans in force. */
export function countDuties(unit: string, corpus: Corpus): DutyCount {
  const plans = new Set(plansInForce(corpus));
  const { named, collective } = dutiesOf(unit, corpus);
  const inForce = ({ documentId }: { readonly documentId: string }): boolean => plans.has(documentId);
  return { named: named.filter(inForce).length, collective: collective.filter(inForce).length, groups: [] };
}
