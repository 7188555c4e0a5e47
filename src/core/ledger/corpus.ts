import { type Article, articlesOf, type DocumentId, type OfficialDocument, type OutlineNode } from "../document/index.ts";
import type { UnitId, UnitRegister } from "../units/unit.ts";
import type { LedgerEntry, Task } from "./task.ts";

/** An outermost labelled part of a document (一、 … ), with the tasks that stand in it. */
export interface Section {
  readonly label: string;
  readonly number: number | undefined;
  readonly title: string;
  /** Index of its node in the document's outline. */
  readonly node: number;
  readonly tasks: readonly Task[];
}

/** All documents and their tasks, with what a question looks up. Immutable; each lookup costs what it returns. */
export interface Corpus {
  readonly documents: readonly OfficialDocument[];
  /** The tasks of all documents, in document order. */
  readonly tasks: readonly Task[];
  readonly register: UnitRegister;
  document(id: DocumentId): OfficialDocument | undefined;
  tasksOf(id: DocumentId): readonly Task[];
  task(id: DocumentId, ordinal: number): Task | undefined;
  /** Outermost labelled parts in document order, those without tasks included. */
  sectionsOf(id: DocumentId): readonly Section[];
  /** The articles of a regulation in document order; none for any other document. */
  articlesOf(id: DocumentId): readonly Article[];
  /** Units that the tasks of a document name, in order of first appearance, each with its printed short form. */
  namesOf(id: DocumentId): ReadonlyMap<UnitId, string>;
  /** Groups of units that the tasks of a document name, as printed, each once, in order of first appearance. */
  collectiveOf(id: DocumentId): readonly string[];
  /** Tasks that name a unit, in all documents or in one. */
  tasksNaming(unit: UnitId, id?: DocumentId): readonly Task[];
}

/**
 * Joins documents and their tasks. Of two documents with one id the later one counts; tasks of a document that is not there are left out.
 * Runs at every start of the program, so it walks the tasks once and reads no text; sections and names are made when first asked for.
 */
export function createCorpus(documents: readonly OfficialDocument[], ledger: readonly LedgerEntry[], register: UnitRegister): Corpus {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const tasksById = new Map(ledger.map((entry) => [entry.documentId, entry.tasks]));
  const unique = [...byId.values()];
  const tasksOf = (id: DocumentId): readonly Task[] => (byId.has(id) ? (tasksById.get(id) ?? []) : []);
  const tasks = unique.flatMap((document) => tasksOf(document.id));
  const naming = tasksByUnit(tasks);
  const sections = new Map<DocumentId, readonly Section[]>();
  const articles = new Map<DocumentId, readonly Article[]>();
  const names = new Map<DocumentId, ReadonlyMap<UnitId, string>>();
  return {
    documents: unique,
    tasks,
    register,
    document: (id) => byId.get(id),
    tasksOf,
    task: (id, ordinal) => tasksOf(id)[ordinal - 1],
    sectionsOf: (id) => remembered(sections, id, () => sectionsOf(byId.get(id), tasksOf(id))),
    articlesOf: (id) => remembered(articles, id, () => articlesIn(byId.get(id))),
    namesOf: (id) => remembered(names, id, () => namesIn(tasksOf(id))),
    collectiveOf: (id) => [...new Set(tasksOf(id).flatMap((task) => task.collective.map(({ printed }) => printed)))],
    tasksNaming: (unit, id) => (naming.get(unit) ?? []).filter((task) => id === undefined || task.documentId === id),
  };
}

function articlesIn(document: OfficialDocument | undefined): readonly Article[] {
  return document ? articlesOf(document) : [];
}

function remembered<Value>(values: Map<DocumentId, Value>, id: DocumentId, make: () => Value): Value {
  const known = values.get(id);
  if (known !== undefined) return known;
  const made = make();
  values.set(id, made);
  return made;
}

function tasksByUnit(tasks: readonly Task[]): ReadonlyMap<UnitId, readonly Task[]> {
  const naming = new Map<UnitId, Task[]>();
  for (const task of tasks) {
    for (const { unit } of task.assignments) {
      const found = naming.get(unit);
      if (!found) naming.set(unit, [task]);
      else if (found.at(-1) !== task) found.push(task);
    }
  }
  return naming;
}

function namesIn(tasks: readonly Task[]): ReadonlyMap<UnitId, string> {
  const names = new Map<UnitId, string>();
  for (const task of tasks) for (const { unit, name } of task.assignments) if (!names.has(unit)) names.set(unit, name);
  return names;
}

function sectionsOf(document: OfficialDocument | undefined, tasks: readonly Task[]): readonly Section[] {
  if (!document) return [];
  const outermost = (node: OutlineNode | undefined): number | undefined => {
    let at = node;
    while (at?.parent !== undefined) at = document.nodes[at.parent];
    return at?.index;
  };
  const inside = new Map<number, Task[]>();
  for (const task of tasks) {
    const section = outermost(document.nodes[task.node]);
    if (section === undefined) continue;
    const found = inside.get(section);
    if (found) found.push(task);
    else inside.set(section, [task]);
  }
  return document.nodes
    .filter((node) => node.depth === 1 && node.label !== "")
    .map((node) => ({ label: node.label, number: node.number, title: node.title, node: node.index, tasks: inside.get(node.index) ?? [] }));
}
