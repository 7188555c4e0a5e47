import type { DocumentId } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import type { Role, Task } from "../../core/ledger/task.ts";
import { findNamedUnit, type NamedUnit, namedUnitsOf } from "./named-units.ts";

/** How many tasks of a document name a unit. Counted, not printed. */
export interface UnitFigure {
  readonly name: string;
  readonly tasks: number;
  /** Tasks in which it has the role. They add up to more than `tasks` where one task gives it two. */
  readonly byRole: Readonly<Record<Role, number>>;
}

/** The figures of all units that a document names. */
export interface UnitFigures {
  /** Most tasks first; of as many, the one that is named first. */
  readonly units: readonly UnitFigure[];
  readonly tasks: number;
  /** Tasks that name no unit: groups alone, or nobody. */
  readonly namingNone: number;
}

export function unitFigures(corpus: Corpus, id: DocumentId): UnitFigures {
  const units = namedUnitsOf(corpus, id);
  const tasks = corpus.tasksOf(id);
  const naming = new Set(units.flatMap((unit) => [...unit.tasks]));
  return { units: units.map(figureOf).toSorted((a, b) => b.tasks - a.tasks), tasks: tasks.length, namingNone: tasks.length - naming.size };
}

/** @returns undefined where the document does not name the unit */
export function unitFigure(corpus: Corpus, id: DocumentId, name: string): UnitFigure | undefined {
  const unit = findNamedUnit(corpus, id, name);
  return unit && figureOf(unit);
}

function figureOf({ name, tasks, inRole }: NamedUnit): UnitFigure {
  return { name, tasks: tasks.size, byRole: { lead: inRole.lead.size, responsible: inRole.responsible.size, support: inRole.support.size } };
}

/** How many tasks the units of a document share. */
export interface SharedFigures {
  /** Those that share most first. */
  readonly units: readonly string[];
  /** By row and column, in the order of `units`; symmetric. In the diagonal stand a unit's own tasks. */
  readonly counts: readonly (readonly number[])[];
  /** How many units share tasks, those that are left out included. */
  readonly sharing: number;
}

/** @param most units at most */
export function sharedFigures(corpus: Corpus, id: DocumentId, most: number): SharedFigures {
  const units = namedUnitsOf(corpus, id);
  const sharing = units
    .map((unit) => ({ unit, shared: units.reduce((sum, other) => (other === unit ? sum : sum + inBoth(unit, other).length), 0) }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared);
  const shown = sharing.slice(0, most).map(({ unit }) => unit);
  return {
    units: shown.map(({ name }) => name),
    counts: shown.map((unit) => shown.map((other) => inBoth(unit, other).length)),
    sharing: sharing.length,
  };
}

/** A unit that has tasks together with another. */
export interface Partner {
  readonly name: string;
  /** Tasks that name both. */
  readonly tasks: number;
}

/** With whom a unit has tasks together, most first; empty for one that the document does not name. */
export function partnersOf(corpus: Corpus, id: DocumentId, name: string): readonly Partner[] {
  const unit = findNamedUnit(corpus, id, name);
  if (!unit) return [];
  return namedUnitsOf(corpus, id)
    .filter(({ key }) => key !== unit.key)
    .map((other) => ({ name: other.name, tasks: inBoth(unit, other).length }))
    .filter(({ tasks }) => tasks > 0)
    .toSorted((a, b) => b.tasks - a.tasks);
}

/** The tasks of a document that name both units, in document order. */
export function tasksTogether(corpus: Corpus, id: DocumentId, one: string, other: string): readonly Task[] {
  const [first, second] = [findNamedUnit(corpus, id, one), findNamedUnit(corpus, id, other)];
  return first && second ? inBoth(first, second) : [];
}

function inBoth(one: NamedUnit, other: NamedUnit): readonly Task[] {
  return [...one.tasks].filter((task) => other.tasks.has(task));
}
