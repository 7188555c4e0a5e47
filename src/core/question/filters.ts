import type { OfficialDocument } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import { isMisnumbered } from "../ledger/misnumbered.ts";
import type { Role, Task } from "../ledger/task.ts";
import { matchText } from "../search/match-text.ts";
import { sliceOf } from "../text/span.ts";
import type { UnitId } from "../units/unit.ts";
import type { AskedUnit, DocumentNamed, Scope, TaskFilter } from "./query.ts";

/** A filter that finds every task of the scope. */
export function everyTask(scope: Scope): TaskFilter {
  return {
    scope,
    allOf: [],
    anyOf: [],
    noneOf: [],
    onlyThese: false,
    collectiveAllOf: [],
    collectiveNoneOf: [],
    sections: [],
    among: undefined,
    words: [],
    anyWords: [],
    recurrence: undefined,
    orRecurrence: undefined,
    dueBy: undefined,
    dueFrom: undefined,
    timed: undefined,
    countAtLeast: undefined,
    pace: undefined,
    misnumbered: undefined,
    unitsAtLeast: undefined,
    unitsAtMost: undefined,
    officer: undefined,
    officerRole: undefined,
    reference: undefined,
  };
}

/** The tasks that a filter finds, documents in the order of the scope, tasks in document order. */
export function findTasks(filter: TaskFilter, corpus: Corpus): readonly Task[] {
  return filter.scope.documents.flatMap((id) => corpus.tasksOf(id)).filter((task) => meets(task, filter, corpus));
}

/** Whether a task passes every filter. */
function meets(task: Task, filter: TaskFilter, corpus: Corpus): boolean {
  return (
    meetsUnits(task, filter) && meetsCollective(task, filter) && meetsPlace(task, filter, corpus) && meetsTime(task, filter) && meetsWords(task, filter, corpus)
  );
}

function meetsUnits({ assignments }: Task, filter: TaskFilter): boolean {
  const takesPart = (asked: AskedUnit): boolean => isInRole(assignments, asked);
  const named = (unit: UnitId): boolean => assignments.some((assignment) => assignment.unit === unit);
  return (
    filter.allOf.every(takesPart) &&
    (filter.anyOf.length === 0 || filter.anyOf.some(takesPart)) &&
    !filter.noneOf.some(({ unit }) => named(unit)) &&
    (!filter.onlyThese || assignments.every(({ unit }) => filter.allOf.some((asked) => asked.unit === unit))) &&
    meetsUnitCount(assignments, filter)
  );
}

/** Whether a unit takes part in the way that is asked. A unit that takes part in two roles takes part in each. */
export function isInRole(assignments: Task["assignments"], { unit, role, notRole, first }: AskedUnit): boolean {
  if (first && assignments[0]?.unit !== unit) return false;
  const own = assignments.filter((assignment) => assignment.unit === unit);
  return own.some((assignment) => role === undefined || assignment.role === role) && !own.some((assignment) => assignment.role === notRole);
}

function meetsUnitCount(assignments: Task["assignments"], { unitsAtLeast, unitsAtMost }: TaskFilter): boolean {
  if (unitsAtLeast === undefined && unitsAtMost === undefined) return true;
  const count = new Set(assignments.filter(({ isOffice }) => !isOffice).map(({ unit }) => unit)).size;
  return (unitsAtLeast === undefined || count >= unitsAtLeast) && (unitsAtMost === undefined || count <= unitsAtMost);
}

function meetsCollective(task: Task, filter: TaskFilter): boolean {
  const has = (printed: string): boolean => task.collective.some((collective) => sameCollective(collective.printed, printed));
  return filter.collectiveAllOf.every(has) && !filter.collectiveNoneOf.some(has);
}

/** 乡镇人民政府, 各乡镇人民政府 and 各乡镇 are the same group. */
export function sameCollective(printed: string, asked: string): boolean {
  const core = (name: string): string => name.replace(/^各|人民政府$|办事处$/gu, "");
  return core(printed).includes(core(asked)) || core(asked).includes(core(printed));
}

function meetsPlace(task: Task, filter: TaskFilter, corpus: Corpus): boolean {
  if (filter.misnumbered && !isMisnumbered(task, corpus.tasksOf(task.documentId))) return false;
  if (filter.among && !filter.among.some(({ document, ordinal }) => document === task.documentId && ordinal === task.ordinal)) return false;
  if (filter.sections.length === 0) return true;
  return filter.sections.some(({ document, node }) => {
    const section = document === task.documentId ? corpus.document(document)?.nodes[node] : undefined;
    return section !== undefined && section.span.start <= task.span.start && task.span.end <= section.span.end;
  });
}

function meetsTime(task: Task, filter: TaskFilter): boolean {
  const { recurrence, dueBy, dueFrom, timed, countAtLeast, pace } = filter;
  if (recurrence !== undefined && !recurs(task.deadline, filter) && !task.obligations.some((obligation) => recurs(obligation, filter))) return false;
  if (dueBy !== undefined || dueFrom !== undefined) {
    const days = [task.deadline, ...task.obligations].flatMap((time) => (time?.dueOn !== undefined && time.recurring === undefined ? [time.dueOn] : []));
    if (!days.some((day) => (dueBy === undefined || day <= dueBy) && (dueFrom === undefined || day >= dueFrom))) return false;
  }
  const times = [...(task.deadline ? [task.deadline] : []), ...task.obligations];
  if (timed !== undefined && times.length > 0 !== timed) return false;
  if (countAtLeast !== undefined && !times.some(({ minCount }) => minCount !== undefined && minCount >= countAtLeast)) return false;
  return pace === undefined || (pace === "immediate" ? task.deadline?.immediate === true : task.deadline?.ongoing === true);
}

/** Whether a time comes again in the rhythm asked for, or in the other of two. */
export function recurs(time: { readonly recurring: unknown } | undefined, { recurrence, orRecurrence }: TaskFilter): boolean {
  return time?.recurring !== undefined && (time.recurring === recurrence || time.recurring === orRecurrence);
}

function meetsWords(task: Task, filter: TaskFilter, corpus: Corpus): boolean {
  if (filter.officer !== undefined && !officerNamed(task, filter.officer, filter.officerRole)) return false;
  if (filter.words.length + filter.anyWords.length === 0 && !filter.reference) return true;
  const source = corpus.document(task.documentId)?.source ?? "";
  const text = matchText(`${task.title}${sliceOf(source, task.body)}`);
  return (
    filter.words.every((word) => text.includes(word)) &&
    (filter.anyWords.length === 0 || filter.anyWords.some((word) => text.includes(word))) &&
    (!filter.reference || namesDocument(task, text, filter.reference))
  );
}

/** Whether a task names a document; one without number and title is any. */
function namesDocument(task: Task, text: string, reference: DocumentNamed): boolean {
  if (reference.number === undefined && reference.title === undefined) return task.policyReferences.length > 0;
  return names(text, reference);
}

/** Whether a document is the one that is named, by its own number or title. */
export function isNamed({ documentNumber, title }: OfficialDocument, named: Pick<DocumentNamed, "number" | "title">): boolean {
  if (named.number) {
    const { agency, year, sequence } = named.number;
    return (
      documentNumber?.sequence === sequence && (year === undefined || documentNumber.year === year) && (agency === "" || documentNumber.agencyCode === agency)
    );
  }
  return named.title !== undefined && matchText(title) === matchText(named.title);
}

/** Whether a text, folded, names a document. Brackets of the year are folded in it: 国办发[2018]37号. */
export function names(text: string, { number, title }: DocumentNamed): boolean {
  if (number) return new RegExp(`${number.agency}[[(]${number.year ?? "\\d{4}"}[\\])]${number.sequence}号`, "u").test(text);
  const words = matchText(title ?? "");
  // 《河南省…》: how the title begins.
  const opening = [...words].filter((character) => character !== "…" && character !== ".").join("");
  return opening !== "" && text.includes(opening === words ? words : `《${opening}`);
}

/** Whether a person is among a task's officers, in a role that says so. 俞 悦 is 俞悦. */
export function officerNamed({ officers }: Task, asked: string, role: string | undefined): boolean {
  const bare = asked.replace(/\s+/gu, "");
  return officers.some((officer) => officer.name.replace(/\s+/gu, "") === bare && (role === undefined || officer.role.includes(role)));
}

/** Named units of tasks, in the order in which they are first printed, with the form that the document prints. */
export function unitsOf(tasks: readonly Task[], role?: Role): ReadonlyMap<UnitId, string> {
  const units = new Map<UnitId, string>();
  for (const task of tasks) {
    for (const assignment of task.assignments) {
      if ((role === undefined || assignment.role === role) && !units.has(assignment.unit)) units.set(assignment.unit, assignment.name);
    }
  }
  return units;
}
