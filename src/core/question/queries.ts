import { absentQuery, referenceQuery } from "./absent-query.ts";
import { articleQuery } from "./article-query.ts";
import { documentQuery } from "./document-query.ts";
import { dueQuery } from "./due-query.ts";
import type { Knowledge } from "./knowledge.ts";
import { misnumberedQuery, numberQuery, outlineQuery, sectionQuery } from "./number-query.ts";
import { officerQuery } from "./officer-query.ts";
import { passageQuery } from "./passage-query.ts";
import type { Query } from "./query.ts";
import { rankQuery } from "./rank-query.ts";
import type { Reading } from "./reading.ts";
import { quotedSectionQuery } from "./section-query.ts";
import { compareQuery, listQuery, mentionQuery, quotedTitleQuery, timeQuery, whoQuery } from "./topic-query.ts";
import { unitQuery } from "./unit-query.ts";

/** In this order: what is certain before what is likely. */
const READERS = [
  officerQuery,
  absentQuery,
  articleQuery,
  documentQuery,
  referenceQuery,
  outlineQuery,
  quotedTitleQuery,
  misnumberedQuery,
  numberQuery,
  sectionQuery,
  quotedSectionQuery,
  compareQuery,
  rankQuery,
  mentionQuery,
  dueQuery,
  unitQuery,
  timeQuery,
  whoQuery,
  listQuery,
];

/** Decides what a question asks that stands by itself. The first reader that knows it wins; what none knows is sought in the passages. */
export function queryOf(reading: Reading, knowledge: Knowledge): Query {
  for (const reader of READERS) {
    const query = reader(reading, knowledge);
    if (query) return query;
  }
  return passageQuery(reading, knowledge.corpus);
}
