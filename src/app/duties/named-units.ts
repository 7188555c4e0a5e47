import type { DocumentId } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import type { Role, Task } from "../../core/ledger/task.ts";
import { unitKey } from "../../core/reminders/scope-index.ts";
import { onceFor } from "../once-for.ts";

/** A unit that tasks of a document name, with these tasks. */
export interface NamedUnit {
  /** The same for all names of a unit. */
  readonly key: string;
  /** As the document first prints it. */
  readonly name: string;
  /** In document order. */
  readonly tasks: ReadonlySet<Task>;
  /** Of these, the ones in which it has the role; a task may give it several. */
  readonly inRole: Readonly<Record<Role, ReadonlySet<Task>>>;
}

const placesOf = onceFor((corpus: Corpus): readonly string[] => [...new Set(corpus.documents.flatMap(({ region }) => region ?? []))]);

/** The units that a document names, in the order in which it first does. Groups (各有关部门) and sections of units (责任科室) are none. */
export function namedUnitsOf(corpus: Corpus, id: DocumentId): readonly NamedUnit[] {
  const units = new Map<string, { name: string; tasks: Set<Task>; inRole: Record<Role, Set<Task>> }>();
  for (const task of corpus.tasksOf(id)) {
    for (const { unit, name, role, isOffice } of task.assignments) {
      if (isOffice) continue;
      const key = unitKey(unit, name, placesOf(corpus));
      const known = units.get(key) ?? { name, tasks: new Set(), inRole: { lead: new Set(), responsible: new Set(), support: new Set() } };
      units.set(key, known);
      known.tasks.add(task);
      known.inRole[role].add(task);
    }
  }
  return [...units].map(([key, unit]) => ({ key, ...unit }));
}

/** The unit of a document that is meant by a name, as anybody writes it: 县司法局, 司法局; 西平县司法局 in the documents of that county alone. */
export function findNamedUnit(corpus: Corpus, id: DocumentId, name: string): NamedUnit | undefined {
  const places = placesOf(corpus);
  const place = places.find((region) => name.startsWith(region));
  if (place !== undefined && corpus.document(id)?.region !== place) return undefined;
  const key = unitKey(corpus.register.readName(name, { places }).unit, name, places);
  return namedUnitsOf(corpus, id).find((unit) => unit.key === key);
}
