import type { OfficialDocument } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import { plansInForce } from "../../core/question/index.ts";

/** The documents with tasks: those in force first, of these the newest. */
export function plansByAge(corpus: Corpus): readonly OfficialDocument[] {
  const inForce = new Set(plansInForce(corpus));
  const rank = ({ id, lapsed }: OfficialDocument): number => (lapsed !== undefined ? 2 : inForce.has(id) ? 0 : 1);
  return corpus.documents.filter(({ id }) => corpus.tasksOf(id).length > 0).toSorted((a, b) => rank(a) - rank(b) || datedAs(b).localeCompare(datedAs(a)));
}

/** The newest plan in force of each county; documents of no county count as one. */
export function newestPlans(corpus: Corpus): readonly OfficialDocument[] {
  const newest = new Map<string, OfficialDocument>();
  for (const plan of plansByAge(corpus)) if (!newest.has(plan.region ?? "")) newest.set(plan.region ?? "", plan);
  return [...newest.values()];
}

function datedAs({ issuedOn, year }: OfficialDocument): string {
  return issuedOn ?? String(year ?? "");
}
