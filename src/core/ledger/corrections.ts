import type { CalendarDate, OfficialDocument } from "../document/index.ts";
import { foldWidth } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import type { UnitRegister } from "../units/unit.ts";
import { readDeadline } from "./deadlines.ts";
import type { LedgerContext } from "./duties.ts";
import { contextOf } from "./ledger-context.ts";
import { mergeTasks } from "./merge-tasks.ts";
import type { LedgerReading } from "./read-ledger.ts";
import type { Deadline, Role, Task } from "./task.ts";

/** A task as a correction names it: by its place in the ledger as read, and how its text begins, so that a changed document takes no wrong correction. */
export interface TaskKey {
  readonly ordinal: number;
  /** The first words of the task, with its label or without. */
  readonly startsWith: string;
}

/** One thing that was read wrong, and what is right (更正). `line` is its place in the file of corrections, from 1. */
export type Correction = { readonly line: number } & (
  | { readonly kind: "merge"; readonly task: TaskKey; readonly into: TaskKey }
  /** `task` undefined: wherever the document names the unit so. */
  | { readonly kind: "rename"; readonly task: TaskKey | undefined; readonly printed: string; readonly name: string }
  | { readonly kind: "role"; readonly task: TaskKey; readonly unit: string; readonly role: Role }
  | { readonly kind: "drop"; readonly task: TaskKey }
  /** `words` are printed in the task; neither `words` nor `dueOn`: it has no deadline. */
  | { readonly kind: "deadline"; readonly task: TaskKey; readonly words: string | undefined; readonly dueOn: CalendarDate | undefined }
);

/** All corrections of one document (更正单). */
export interface Corrections {
  readonly items: readonly Correction[];
}

/** A corrected reading. `applied` and `unused` have one Chinese sentence for each correction. */
export interface CorrectedReading {
  readonly reading: LedgerReading;
  readonly applied: readonly string[];
  readonly unused: readonly string[];
}

/**
 * Applies corrections to what was read of a document; the source stays as it is. Corrections name tasks as they were read, so what one
 * of them does is not seen by the others, and ordinals are counted anew at the end. A correction that fits nothing is not applied and is
 * told in `unused`. Tasks that were touched are marked `corrected`. Never throws.
 */
export function applyCorrections(reading: LedgerReading, corrections: Corrections, document: OfficialDocument, register: UnitRegister): CorrectedReading {
  const context = contextOf(document, register);
  const state: State = { context, tasks: new Map(reading.tasks.map((task) => [task.ordinal, task])), read: reading.tasks };
  const applied: string[] = [];
  const unused: string[] = [];
  const inOrder = [...corrections.items].sort((a, b) => STEP[a.kind] - STEP[b.kind]);
  for (const correction of inOrder) {
    const result = applyOne(state, correction);
    if (result.applied) applied.push(result.said);
    else unused.push(`更正单第${correction.line}行没有用上：${result.said}`);
  }
  const tasks = [...state.tasks.values()].map((task, index) => ({ ...task, ordinal: index + 1 }));
  return { reading: { ...reading, tasks }, applied, unused };
}

interface State {
  readonly context: LedgerContext;
  /** By ordinal as read, in document order. */
  readonly tasks: Map<number, Task>;
  /** The tasks as read. */
  readonly read: readonly Task[];
}

interface Outcome {
  readonly applied: boolean;
  readonly said: string;
}

/** What changes a task goes before what takes it away. */
const STEP: Readonly<Record<Correction["kind"], number>> = { rename: 0, role: 1, deadline: 2, merge: 3, drop: 4 };

const ROLE_WORDS: Readonly<Record<Role, string>> = { lead: "牵头", responsible: "责任", support: "配合" };

function applyOne(state: State, correction: Correction): Outcome {
  if (correction.kind === "rename" && correction.task === undefined) return renameEverywhere(state, correction.printed, correction.name);
  const found = correction.task && findTask(state, correction.task);
  if (!found?.task) return refused(found?.why ?? "");
  const { task } = found;
  const where = `第${task.ordinal}项`;
  switch (correction.kind) {
    case "rename":
      return put(
        state,
        renamed(state.context, task, correction.printed, correction.name),
        `${where}没有点名“${correction.printed}”。`,
        () => `${where}：单位“${correction.printed}”改为“${correction.name}”。`,
      );
    case "role":
      return put(
        state,
        withRole(state.context, task, correction.unit, correction.role),
        `${where}的原文里没有“${correction.unit}”。`,
        () => `${where}：${correction.unit}的角色改为${ROLE_WORDS[correction.role]}。`,
      );
    case "deadline":
      return put(
        state,
        withDeadline(state.context, task, correction),
        `${where}的原文里没有“${correction.words ?? ""}”。`,
        (changed) =>
          `${where}：时限改为${changed.deadline ? `“${changed.deadline.text}”${changed.deadline.dueOn ? `（${changed.deadline.dueOn}）` : ""}` : "没有时限"}。`,
      );
    case "merge":
      return mergeInto(state, task, correction.into);
    case "drop":
      state.tasks.delete(task.ordinal);
      return { applied: true, said: `${where}“${task.title}”不是任务，已去掉。` };
  }
}

function refused(said: string): Outcome {
  return { applied: false, said };
}

function put({ tasks }: State, changed: Task | undefined, otherwise: string, said: (changed: Task) => string): Outcome {
  if (!changed) return refused(otherwise);
  tasks.set(changed.ordinal, { ...changed, corrected: true });
  return { applied: true, said: said(changed) };
}

function findTask(state: State, key: TaskKey): { readonly task: Task | undefined; readonly why: string } {
  const { source } = state.context.document;
  const read = state.read[key.ordinal - 1];
  if (!read) return { task: undefined, why: `只有${state.read.length}项任务，没有第${key.ordinal}项。` };
  if (!beginsWith(source, read, key.startsWith)) {
    const now = state.read.filter((task) => beginsWith(source, task, key.startsWith));
    const hint = now.length === 1 ? `，这样开头的现在是第${now[0]?.ordinal ?? 0}项，请核对` : "，文件可能改过，请核对";
    return { task: undefined, why: `第${key.ordinal}项不是以“${key.startsWith}”开头${hint}。` };
  }
  return { task: state.tasks.get(key.ordinal), why: `第${key.ordinal}项已经并入别的任务或者去掉了。` };
}

function beginsWith(source: string, task: Task, words: string): boolean {
  const [body, asked] = [letters(source.slice(task.body.start, task.body.end)), letters(words)];
  return asked !== "" && (body.startsWith(asked) || body.slice(letters(task.label).length).startsWith(asked));
}

/** A clerk need not copy the punctuation. */
function letters(text: string): string {
  return foldWidth(text).replace(/[^\p{L}\p{N}]+/gu, "");
}

function renameEverywhere(state: State, printed: string, name: string): Outcome {
  const changed = [...state.tasks.values()].flatMap((task) => renamed(state.context, task, printed, name) ?? []);
  for (const task of changed) state.tasks.set(task.ordinal, { ...task, corrected: true });
  if (changed.length === 0) return refused(`没有任务点名“${printed}”。`);
  return { applied: true, said: `${changed.length}项任务：单位“${printed}”改为“${name}”。` };
}

function renamed({ names }: LedgerContext, task: Task, printed: string, name: string): Task | undefined {
  const isMeant = (one: Task["assignments"][number]): boolean => foldWidth(one.printed) === foldWidth(printed) || one.name === printed;
  if (!task.assignments.some(isMeant)) return undefined;
  const { unit } = names.read(name);
  return { ...task, assignments: task.assignments.map((one) => (isMeant(one) ? { ...one, unit, name } : one)) };
}

/** Sets the role of a unit; one that the task's words name and that was not read as its unit is added. */
function withRole({ names, document }: LedgerContext, task: Task, name: string, role: Role): Task | undefined {
  const isMeant = (one: Task["assignments"][number]): boolean => one.name === name || foldWidth(one.printed) === foldWidth(name);
  if (task.assignments.some(isMeant)) return { ...task, assignments: task.assignments.map((one) => (isMeant(one) ? { ...one, role } : one)) };
  const span = printedIn(document.source, task, name);
  if (!span) return undefined;
  const { unit, name: short } = names.read(name);
  const added = { unit, name: short, role, printed: document.source.slice(span.start, span.end), span, inferred: false };
  return { ...task, assignments: [...task.assignments, added] };
}

function printedIn(source: string, task: Task, words: string): Span | undefined {
  const at = source.slice(task.span.start, task.span.end).indexOf(words);
  return at < 0 ? undefined : { start: task.span.start + at, end: task.span.start + at + words.length };
}

function withDeadline(context: LedgerContext, task: Task, { words, dueOn }: Extract<Correction, { kind: "deadline" }>): Task | undefined {
  if (words === undefined && dueOn === undefined) return { ...task, deadline: undefined };
  const { source } = context.document;
  const span = words === undefined ? undefined : printedIn(source, task, words);
  if (words !== undefined && !span) return undefined;
  const printed = span ? readDeadline(source, span, context.deadlines)?.deadline : task.deadline;
  const heading: Span = { start: task.body.start, end: Math.min(task.body.end, task.body.start + task.label.length + task.title.length) };
  const bare: Deadline = {
    text: source.slice((span ?? heading).start, (span ?? heading).end),
    span: span ?? heading,
    dueOn: undefined,
    recurring: undefined,
    minCount: undefined,
    ongoing: false,
    immediate: false,
  };
  const deadline = printed ?? bare;
  return { ...task, deadline: dueOn === undefined ? deadline : { ...deadline, dueOn, recurring: undefined, ongoing: false, immediate: false } };
}

/** Only neighbours are one: between them no other task may stand. */
function mergeInto(state: State, task: Task, key: TaskKey): Outcome {
  const found = findTask(state, key);
  const into = found.task;
  if (!into) return refused(found.why);
  if (into.ordinal === task.ordinal) return refused(`第${task.ordinal}项不能并入它自己。`);
  const [low, high] = [Math.min(task.ordinal, into.ordinal), Math.max(task.ordinal, into.ordinal)];
  if ([...state.tasks.keys()].some((ordinal) => low < ordinal && ordinal < high)) return refused(`第${low}项和第${high}项之间还有别的任务，不能合并。`);
  const merged = mergeTasks(into, task);
  state.tasks.set(into.ordinal, merged);
  state.tasks.delete(task.ordinal);
  return { applied: true, said: `第${task.ordinal}项并入第${into.ordinal}项。` };
}
