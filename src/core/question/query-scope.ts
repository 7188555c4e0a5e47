import type { DocumentId } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import type { Scope, TaskProjection } from "./query.ts";
import type { Reading } from "./reading.ts";

/** Every document. */
export function wholeScope(corpus: Corpus): Scope {
  return { documents: corpus.documents.map(({ id }) => id), named: false };
}

/** The documents that a question about tasks means: those named, else the ones that have tasks, of the year asked. */
export function planScope(reading: Reading, corpus: Corpus): Scope {
  const { scope } = reading;
  const ofYear = scope.documents.filter((id) => scope.years.length === 0 || scope.years.includes(corpus.document(id)?.year ?? 0));
  const plans = ofYear.filter((id) => corpus.tasksOf(id).length > 0);
  return { documents: plans.length > 0 ? plans : ofYear, named: scope.named || scope.years.length > 0 };
}

/** Whether any document of the scope has tasks. */
export function hasTasks(documents: readonly DocumentId[], corpus: Corpus): boolean {
  return documents.some((id) => corpus.tasksOf(id).length > 0);
}

/** What a question about tasks wants of them. */
export function projectionOf(reading: Reading): TaskProjection {
  if (reading.cues.has("count")) return "count";
  return reading.cues.has("bareCount") && reading.units.named.length > 0 ? "count" : "list";
}
