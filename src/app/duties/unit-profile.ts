import type { OfficialDocument } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import type { Role, Task } from "../../core/ledger/task.ts";
import { dutiesOf } from "../../core/reminders/unit-duties.ts";
import { createUnitTest, type Duty, findDuties, ROLES } from "./find-duties.ts";

/** Everything that the documents say of one unit. */
export interface UnitProfile {
  /** Duties that name it, in the order of the documents. */
  readonly named: readonly Duty[];
  /** Tasks that name only a group which may take it in: 各有关部门. */
  readonly collective: readonly { readonly document: OfficialDocument; readonly task: Task }[];
  /** How many of the duties give it each role; a duty may give several. Roles that it never has are left out. */
  readonly roles: readonly { readonly role: Role; readonly count: number }[];
  /** Units named beside it, as printed, those that share most duties first. */
  readonly partners: readonly { readonly name: string; readonly count: number }[];
}

/** @param unit as `findUnit` names it: 县司法局, 西平县司法局, 谭店乡 */
export function unitProfile(unit: string, corpus: Corpus): UnitProfile {
  const named = findDuties(corpus, { units: [unit] });
  const isOwn = createUnitTest(corpus, [unit]);
  const partners = new Map<string, number>();
  for (const { document, task } of named) {
    for (const name of new Set(task.assignments.filter((assignment) => !isOwn(document, assignment)).map(({ name }) => name)))
      partners.set(name, (partners.get(name) ?? 0) + 1);
  }
  return {
    named,
    collective: dutiesOf(unit, corpus).collective.flatMap((task) => {
      const document = corpus.document(task.documentId);
      return document ? [{ document, task }] : [];
    }),
    roles: ROLES.map((role) => ({
      role,
      count: named.filter(({ document, task }) => task.assignments.some((assignment) => assignment.role === role && isOwn(document, assignment))).length,
    })).filter(({ count }) => count > 0),
    partners: [...partners].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count),
  };
}
