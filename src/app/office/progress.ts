import type { Corpus } from "../../core/ledger/corpus.ts";
import type { Task } from "../../core/ledger/task.ts";
import { type Office, roleOf } from "./office.ts";
import type { ProgressRecord, ProgressState } from "./ports.ts";

/** A task, and the unit whose progress with it is meant. */
export interface UnitTask {
  readonly documentId: string;
  readonly ordinal: number;
  readonly unit: string;
}

/** Why nothing was recorded. */
export type ProgressRefusal =
  | { readonly kind: "gone" }
  /** The person is another unit's liaison, or has none. */
  | { readonly kind: "other_unit"; readonly own: string | undefined; readonly unit: string }
  /** The task names several units, and it is not known which one is meant. */
  | { readonly kind: "which_unit" };

export type Marked = { readonly kind: "marked"; readonly record: ProgressRecord } | ProgressRefusal;

/**
 * Records what a unit says of a task: 知道了, 已办结, 需协调. Liaisons speak for their own unit, the office for any.
 * @param person who has the right `mark_progress`
 * @param note keeps what was written before where undefined
 */
export async function markProgress(
  office: Office,
  person: string,
  { documentId, ordinal, unit }: UnitTask,
  state: ProgressState,
  note?: string,
): Promise<Marked> {
  const { stores, clock } = office;
  const corpus = await office.corpus();
  if (!corpus.task(documentId, ordinal)) return { kind: "gone" };
  if ((await roleOf(office, person)) === "liaison") {
    const own = (await stores.roleOf(person))?.unit;
    if (own === undefined || !isSameUnit(corpus, own, unit)) return { kind: "other_unit", own, unit };
  }
  const before = await findProgress(office, { documentId, ordinal, unit });
  const record: ProgressRecord = { documentId, ordinal, unit: before?.unit ?? unit, state, note: note ?? before?.note, person, atMs: clock() };
  await stores.saveProgress(record);
  await stores.audit({
    atMs: record.atMs,
    actor: person,
    action: "progress",
    object: `${documentId}#${ordinal}`,
    result: "done",
    detail: `${record.unit} ${state}`,
  });
  return { kind: "marked", record };
}

/** The unit that somebody answers for with a task: a liaison's own, else the chat's, else the only one that the task names. */
export async function unitFor(office: Office, person: string, chat: string, { assignments }: Task): Promise<string | undefined> {
  const own = (await office.stores.roleOf(person))?.unit ?? (await office.stores.chat(chat))?.unit;
  const names = [...new Set(assignments.map(({ name }) => name))];
  return own ?? (names.length === 1 ? names[0] : undefined);
}

/** What a unit said of a task. */
export async function findProgress(
  { stores, corpus }: Pick<Office, "stores" | "corpus">,
  { documentId, ordinal, unit }: UnitTask,
): Promise<ProgressRecord | undefined> {
  const documents = await corpus();
  return (await stores.progress({ documentId })).find((record) => record.ordinal === ordinal && isSameUnit(documents, record.unit, unit));
}

/** Whether two names are one unit's: 县司法局, 西平县司法局. Of one document, so that the county is the same. */
export function isSameUnit({ register }: Corpus, one: string, other: string): boolean {
  return one === other || unitIdOf(register, one) === unitIdOf(register, other);
}

function unitIdOf(register: Corpus["register"], name: string): string {
  const [mention, ...others] = register.findMentions(name);
  return mention && others.length === 0 && mention.end === name.length ? mention.unit : register.readName(name).unit;
}
