import type { PassagesQuery } from "../question/query.ts";
import type { FoundPassages } from "./context.ts";
import { emphasise } from "./evidence-terms.ts";
import { goodEvidence } from "./good-evidence.ts";
import { type Evidence, findEvidence, type Search } from "./passage-evidence.ts";

/** The clause of a question that passages answer, where the whole of it is in none. */
export interface ClauseEvidence {
  readonly clause: string;
  /** What was asked of the passages in its place. */
  readonly query: PassagesQuery;
  readonly search: Search;
  /** Enough to answer by, best first; never empty. */
  readonly good: readonly Evidence[];
}

const FEWEST_CLAUSE_CHARACTERS = 3;
/** One clause alone must be held nearly whole. */
const CLAUSE_SHARE = 0.6;

/**
 * 水价以后会涨吗,种地的心慌: where the question as a whole is in no passage, one clause of it may be; the others tell how it came up.
 * @returns undefined where the question has one clause, or asks more than what a text says, or no clause is held
 */
export function evidenceByClause(query: PassagesQuery, search: Search, found: FoundPassages): ClauseEvidence | undefined {
  if (query.wanted !== "passage" || query.compare || query.within || query.near || query.units.length + query.quoted.length > 0) return undefined;
  const clauses = query.words.split(/[,、;?!。]/u).filter((clause) => clause.trim().length >= FEWEST_CLAUSE_CHARACTERS);
  if (clauses.length < 2) return undefined;
  const asked: PassagesQuery = { ...query, least: CLAUSE_SHARE };
  const held = clauses.flatMap((clause): readonly ClauseEvidence[] => {
    const own = { ...search, terms: emphasise(search.terms, clause) };
    const good = goodEvidence(findEvidence(asked, own), asked, found);
    return good.length > 0 ? [{ clause, query: asked, search: own, good }] : [];
  });
  return held.sort((one, other) => (other.good[0]?.score ?? 0) - (one.good[0]?.score ?? 0))[0];
}
