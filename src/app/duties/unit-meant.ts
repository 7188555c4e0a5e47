import type { Corpus } from "../../core/ledger/corpus.ts";
import type { NamedUnit } from "../../core/question/index.ts";
import type { Assistant } from "../ask.ts";
import { findDuties } from "./find-duties.ts";

/**
 * The unit that a filter's words mean. A name that tasks bear is taken as it is; any other is read as a question would read it. Where it could be
 * several they are given, and none is guessed; what merely looks like a unit's name is unknown.
 */
export async function findUnitMeant({ findUnit }: Pick<Assistant, "findUnit">, corpus: Corpus, words: string): Promise<NamedUnit> {
  if (findDuties(corpus, { units: [words] }).length > 0) return { kind: "unit", name: words, listed: true };
  const meant = await findUnit(words);
  return meant.kind === "unit" && !meant.listed ? { kind: "unknown" } : meant;
}
