import type { OfficialDocument } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import type { Task } from "../../core/ledger/task.ts";
import { dutiesOf } from "../../core/reminders/unit-duties.ts";
import { type Office, roleOf } from "./office.ts";
import type { ProgressRecord, ProgressStore, RoleStore } from "./ports.ts";
import { isSameUnit } from "./progress.ts";
import type { PersonRole } from "./rights.ts";

/** What the table is made from. */
export interface ProgressSource extends Pick<Office, "corpus" | "named"> {
  readonly stores: ProgressStore & Pick<RoleStore, "roleOf">;
}

/** A unit's duty, and what the unit said of it. */
export interface ProgressRow {
  readonly unit: string;
  readonly document: OfficialDocument;
  readonly task: Task;
  /** Undefined where nothing was said. */
  readonly said: ProgressRecord | undefined;
  /** What the person who said it is now; undefined for somebody who is nothing any more. */
  readonly by: Exclude<PersonRole, "member"> | undefined;
}

/**
 * The duties of a unit, or of all units that tasks name, in the order of the ledger, with what was said of them. What a unit
 * said of a task that names it only as one of a group (各有关部门) stands behind.
 */
export async function progressTable(source: ProgressSource, unit?: string): Promise<readonly ProgressRow[]> {
  const corpus = await source.corpus();
  const records = await source.stores.progress({});
  const duties = unit === undefined ? dutiesOfAll(corpus) : dutiesOf(unit, corpus).named.map((task) => ({ unit, task }));
  const byTask = new Map<string, ProgressRecord[]>();
  for (const record of records) byTask.set(taskKeyOf(record), [...(byTask.get(taskKeyOf(record)) ?? []), record]);
  const recordOf = ({ unit: name, task }: Duty) => byTask.get(taskKeyOf(task))?.find((record) => isSameUnit(corpus, record.unit, name));
  const listed = duties.map((duty) => ({ ...duty, said: recordOf(duty) }));
  const shown = new Set(listed.map(({ said }) => said));
  const besides = records
    .filter((record) => !shown.has(record) && (unit === undefined || isSameUnit(corpus, record.unit, unit)))
    .flatMap((record) => {
      const task = corpus.task(record.documentId, record.ordinal);
      return task ? [{ unit: record.unit, task, said: record }] : [];
    });
  const roles = await rolesOf(source, records);
  return [...listed, ...besides].flatMap(({ unit: name, task, said }) => {
    const document = corpus.document(task.documentId);
    return document ? [{ unit: name, document, task, said, by: said && roles.get(said.person) }] : [];
  });
}

interface Duty {
  readonly unit: string;
  readonly task: Task;
}

function dutiesOfAll(corpus: Corpus): readonly Duty[] {
  return corpus.tasks.flatMap((task) => [...new Set(task.assignments.map(({ name }) => name))].map((unit) => ({ unit, task })));
}

async function rolesOf(source: ProgressSource, records: readonly ProgressRecord[]): Promise<ReadonlyMap<string, ProgressRow["by"]>> {
  const persons = [...new Set(records.map(({ person }) => person))];
  const roles = await Promise.all(persons.map((person) => roleOf(source, person)));
  return new Map(persons.map((person, index) => [person, toShownRole(roles[index])]));
}

function toShownRole(role: PersonRole | undefined): ProgressRow["by"] {
  return role === "member" ? undefined : role;
}

function taskKeyOf({ documentId, ordinal }: { readonly documentId: string; readonly ordinal: number }): string {
  return `${documentId}#${ordinal}`;
}
