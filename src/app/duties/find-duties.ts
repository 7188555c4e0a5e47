import type { CalendarDate, DocumentId, OfficialDocument } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import type { Assignment, Role, Task } from "../../core/ledger/task.ts";
import { type Due, duesOf } from "../../core/reminders/dues.ts";
import { createScopeIndex, type ScopeIndex, unitKey } from "../../core/reminders/scope-index.ts";
import { matchText } from "../../core/search/match-text.ts";
import { sliceOf } from "../../core/text/span.ts";
import { onceFor } from "../once-for.ts";

/** One row of the duty ledger as it is looked up by pages, programs and agents: a task in its document, and what is due of it. */
export interface Duty {
  readonly document: OfficialDocument;
  readonly task: Task;
  /** In the order of time. */
  readonly dues: readonly Due[];
}

/**
 * What a duty asks for, measurably: at a rhythm; `irregular` (定期); a day (`dated`); a least count (`counted`); `none` of these.
 */
export const OBLIGATION_KINDS = ["monthly", "quarterly", "half-yearly", "yearly", "irregular", "dated", "counted", "none"] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

export const ROLES = ["lead", "responsible", "support"] as const satisfies readonly Role[];

/** Which duties are meant; what is not given leaves nothing out. Every part that is given narrows the others. */
export interface DutyFilter {
  readonly document?: DocumentId | undefined;
  /** Index of an outline node of `document`: a section, or a part of one. Means nothing without the document. */
  readonly section?: number | undefined;
  /** Any of these, as anybody writes them: 县司法局, 西平县司法局, 司法局. An empty list leaves nothing out. */
  readonly units?: readonly string[] | undefined;
  /** The role that one of `units` has; without units, that somebody has. */
  readonly role?: Role | undefined;
  /** Something of it is due from this day … */
  readonly dueFrom?: CalendarDate | undefined;
  /** … to this day, both included. */
  readonly dueTo?: CalendarDate | undefined;
  readonly obligation?: ObligationKind | undefined;
  /** Every one of these, parted by spaces, stands in it; the width and case of letters and the style of brackets do not matter. */
  readonly words?: string | undefined;
}

interface DutyIndex {
  readonly all: readonly Duty[];
  readonly scopes: ScopeIndex<Duty>;
}

const indexOf = onceFor((corpus: Corpus): DutyIndex => {
  const all = corpus.documents.flatMap((document) =>
    corpus.tasksOf(document.id).map((task) => ({
      document,
      task,
      dues: duesOf(document, task).toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)),
    })),
  );
  return { all, scopes: createScopeIndex(all, corpus) };
});

/** The duties that the filter leaves, in the order of the documents. Costs what it looks at: the documents are walked once and remembered. */
export function findDuties(corpus: Corpus, filter: DutyFilter): readonly Duty[] {
  const { units = [], document, section } = filter;
  const { all, scopes } = indexOf(corpus);
  const named = units.length === 0 ? all : scopes.find(units.map((unit) => ({ kind: "unit", unit, collective: false }))).map(({ one }) => one);
  const placed =
    document === undefined
      ? undefined
      : new Set(
          scopes
            .find([section === undefined ? { kind: "document", documentId: document } : { kind: "section", documentId: document, node: section }])
            .map(({ one }) => one),
        );
  const tests = [hasRole(corpus, filter), isDue(filter), asksFor(filter), says(filter)].filter((test) => test !== undefined);
  return named.filter((duty) => (placed === undefined || placed.has(duty)) && tests.every((test) => test(duty)));
}

type DutyTest = (duty: Duty) => boolean;

function hasRole(corpus: Corpus, { units = [], role }: DutyFilter): DutyTest | undefined {
  if (role === undefined) return undefined;
  const isWanted = units.length === 0 ? () => true : createUnitTest(corpus, units);
  return ({ document, task }) => task.assignments.some((assignment) => assignment.role === role && isWanted(document, assignment));
}

/** Tells whether a task of the document that names a unit so names one of these. */
export function createUnitTest(
  { register, documents }: Pick<Corpus, "register" | "documents">,
  units: readonly string[],
): (document: OfficialDocument, assignment: Assignment) => boolean {
  const places = [...new Set(documents.flatMap(({ region }) => (region === undefined ? [] : [region])))];
  const wanted = units.map((unit) => ({
    key: unitKey(register.readName(unit, { places }).unit, unit, places),
    region: places.find((place) => unit.startsWith(place)),
  }));
  return (document, { unit, name }) => {
    const key = unitKey(unit, name, places);
    return wanted.some((one) => one.key === key && (one.region === undefined || one.region === document.region));
  };
}

function isDue({ dueFrom, dueTo }: DutyFilter): DutyTest | undefined {
  if (dueFrom === undefined && dueTo === undefined) return undefined;
  return ({ dues }) => dues.some(({ dueOn }) => (dueFrom === undefined || dueFrom <= dueOn) && (dueTo === undefined || dueOn <= dueTo));
}

function asksFor({ obligation }: DutyFilter): DutyTest | undefined {
  return obligation === undefined ? undefined : ({ task }) => obligationsOf(task).has(obligation);
}

/** Folding keeps places, so a document is folded once for all of its tasks. */
const foldedOf = onceFor(({ source }: OfficialDocument) => ({ source: matchText(source) }));

function says({ words = "" }: DutyFilter): DutyTest | undefined {
  const wanted = matchText(words)
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (wanted.length === 0) return undefined;
  return ({ document, task }) => {
    const text = sliceOf(foldedOf(document).source, task.span);
    return wanted.every((word) => text.includes(word));
  };
}

/** The kinds of what a task asks for; `none` where it asks for nothing measurable. */
function obligationsOf({ deadline, obligations }: Pick<Task, "deadline" | "obligations">): ReadonlySet<ObligationKind> {
  const kinds = new Set<ObligationKind>();
  for (const { recurring, dueOn, minCount } of deadline ? [...obligations, deadline] : obligations) {
    if (recurring !== undefined) kinds.add(recurring);
    if (dueOn !== undefined) kinds.add("dated");
    if (minCount !== undefined) kinds.add("counted");
  }
  return kinds.size === 0 ? new Set(["none"]) : kinds;
}
