import type { Anomaly, OfficialDocument, OutlineNode } from "../document/index.ts";
import { type Span, trimSpan } from "../text/span.ts";
import type { UnitRegister } from "../units/unit.ts";
import type { DeadlineContext } from "./deadline-patterns.ts";
import { findDeadline } from "./deadlines.ts";
import { anomaliesOfDeadline, type Duty, dutyOf, type LedgerContext, namesUnits } from "./duties.ts";
import { AIMS, CIRCUMSTANCES, PLANS_AHEAD, RECIPIENTS, REQUIREMENTS } from "./heading-kinds.ts";
import { contextOf, yearOf } from "./ledger-context.ts";
import { findObligations } from "./obligations.ts";
import { createPartTree, type PartTree } from "./part-tree.ts";
import { findPolicyReferences } from "./policy-references.ts";
import { findSentenceDuties, type SentenceDuties } from "./sentence-duties.ts";
import { type FoundTask, readTableTasks } from "./table-tasks.ts";
import type { Deadline, LedgerEntry, Role, Task } from "./task.ts";
import { NO_UNITS } from "./unit-list.ts";

/** A document's tasks, and what is misprinted in them. */
export interface LedgerReading extends LedgerEntry {
  /** `unit_misprint` and `impossible_date`; misprints of labels are the document's own. */
  readonly anomalies: readonly Anomaly[];
}

/**
 * Reads the tasks of a document (contract `import.md`, rules 3–14): the smallest labelled parts that name a unit, a group of units or a
 * deadline. A regulation has none; a report only where it plans, and there only where fields or brackets name units. Never throws.
 */
export function readLedger(document: OfficialDocument, register: UnitRegister): LedgerReading {
  if (document.kind === "regulation") return { documentId: document.id, tasks: [], anomalies: [] };
  const context = contextOf(document, register);
  const tree = createPartTree(document);
  const duties = liftDuties(context, tree, statedDuties(context, tree));
  const rows = readTableTasks(
    context,
    (node) => mayBeTask(tree, node),
    (node) => headingDuty(tree, duties, node),
  );
  const holders = new Set(rows.flatMap(({ task: { node } }) => document.nodes.slice(node, node + 1).flatMap((row) => tree.ancestorsOf(row))));
  const parts = tree.parts.flatMap((part) => {
    const task = mayBeTask(tree, part) && !holders.has(part) ? readPart(context, tree, duties, part) : undefined;
    return task ? [task] : [];
  });
  const found = [...parts, ...rows].sort((a, b) => a.task.node - b.task.node);
  return {
    documentId: document.id,
    tasks: found.map(({ task }, index) => ({ ...task, ordinal: index + 1 })),
    anomalies: found.flatMap(({ anomalies }) => anomalies),
  };
}

/** The duty in the nearest heading above a row that is a heading alone (contract `import.md`, rule 9). */
function headingDuty(tree: PartTree, duties: Duties, row: OutlineNode): Duty | undefined {
  const heading = tree.ancestorsOf(row).find((one) => duties.has(one.index));
  const duty = heading && duties.get(heading.index);
  return heading && duty && tree.isHeadingAlone(heading, duty.span) ? duty : undefined;
}

type Duties = ReadonlyMap<number, Duty>;

function statedDuties(context: LedgerContext, tree: PartTree): Duties {
  const duties = new Map<number, Duty>();
  for (const part of tree.parts) {
    const duty = dutyOf(context, part, tree.linesOf(part));
    if (duty) duties.set(part.index, duty);
  }
  return duties;
}

/** A duty after the last of several parts that read on as one sentence (…;(2)…;(3)…。责任单位:…) is that of the part that they stand in. */
function liftDuties(context: LedgerContext, tree: PartTree, stated: Duties): Duties {
  const duties = new Map(stated);
  for (const part of tree.parts.toReversed()) {
    const duty = duties.get(part.index);
    const parent = tree.parentOf(part);
    const siblings = parent ? tree.childrenOf(parent) : [];
    if (!duty || !parent || siblings.length < 2 || siblings.at(-1) !== part || duties.has(parent.index)) continue;
    if (siblings.some((sibling) => sibling !== part && tree.hasDuty(sibling, duties))) continue;
    const before = siblings.at(-2);
    if (!before || !(endsOpen(context, before) || endsWithColon(context, parent))) continue;
    duties.delete(part.index);
    duties.set(parent.index, duty);
  }
  return duties;
}

function endsOpen({ document: { source } }: LedgerContext, part: OutlineNode): boolean {
  return /[；;，,、]$/u.test(source.slice(part.span.start, part.span.end));
}

function endsWithColon({ document: { source } }: LedgerContext, part: OutlineNode): boolean {
  return /[：:]\s*$/u.test(source.slice(part.own.start, part.own.end));
}

/** Aims and principles are no tasks, and in a report only what is planned can be one (rule 3). */
function mayBeTask(tree: PartTree, part: OutlineNode): boolean {
  const around = tree.ancestorsOf(part);
  if ([part, ...around].some((one) => AIMS.test(one.title))) return false;
  return tree.document.kind !== "annual_report" || around.some((one) => PLANS_AHEAD.test(one.title));
}

function readPart(context: LedgerContext, tree: PartTree, duties: Duties, part: OutlineNode): FoundTask | undefined {
  if (tree.childrenOf(part).some((child) => tree.hasDuty(child, duties))) return undefined;
  const own = duties.get(part.index);
  const isGroupOfTasks = (one: OutlineNode, duty: Duty | undefined): boolean =>
    tree.isHeadingAlone(one, duty?.span) && tree.childrenOf(one).some((child) => child.kind === "section");
  if (own && isGroupOfTasks(part, own)) return undefined;
  const around = tree.ancestorsOf(part);
  const heirOf = around.findIndex((one) => duties.has(one.index));
  const heading = around[heirOf];
  const inherited = heading ? duties.get(heading.index) : undefined;
  const between = around.slice(0, Math.max(heirOf, 0));
  const inherits = heading !== undefined && part.kind === "section" && [heading, ...between].every((one) => isGroupOfTasks(one, duties.get(one.index)));
  if (heading && !inherits && !own) return undefined;
  if (!own && !inherits && !tree.isSmallest(part)) return undefined;
  if (inherits && !own && isGroupOfTasks(part, undefined)) return undefined;
  return buildTask(context, tree, part, own, inherits ? inherited : undefined);
}

/** What a part's own fields say with what the heading above gives: its lead, and its units where the part names none that is responsible. */
function withInherited(own: Duty | undefined, inherited: Duty | undefined): Duty | undefined {
  if (!own || !inherited) return own ?? inherited;
  const has = (role: Role): boolean =>
    own.units.assignments.some((assignment) => assignment.role === role) || own.units.collective.some((group) => group.role === role);
  const isTaken = has("lead") || (has("responsible") && !inherited.units.assignments.some(({ role }) => role === "lead"));
  const given = isTaken
    ? []
    : inherited.units.assignments.filter(({ role, unit }) => role !== "support" && !own.units.assignments.some((one) => one.unit === unit));
  return { ...own, units: { ...own.units, assignments: [...given, ...own.units.assignments] } };
}

function buildTask(context: LedgerContext, tree: PartTree, part: OutlineNode, own: Duty | undefined, inherited: Duty | undefined): FoundTask | undefined {
  const { source } = context.document;
  const span = tree.spanOf(part, own);
  const body = own && own.span.end >= span.end - CLOSING_MARKS ? trimSpan(source, { start: span.start, end: own.span.start }) : span;
  const words: Span = { start: Math.min(body.end, span.start + part.label.length), end: body.end };
  const units = withInherited(own, inherited)?.units ?? NO_UNITS;
  const said = own && namesUnits(own) ? undefined : findSentenceDuties(source, words, context.names);
  const dates = deadlineContextOf(context, tree, part);
  const deadline = own?.deadline ?? findDeadline(source, words, dates) ?? inherited?.deadline;
  const namesNone = units.assignments.length + units.collective.length === 0;
  if (namesNone && (!said || !makesTask(context, tree, part, said, deadline !== undefined))) return undefined;
  const others = (said?.assignments ?? []).filter(({ unit }) => !units.assignments.some((one) => one.unit === unit));
  const task: Task = {
    documentId: context.document.id,
    ordinal: 0,
    node: part.index,
    label: part.label,
    number: part.number,
    path: part.path,
    title: part.title || firstClause(source, words),
    body,
    span,
    unitLine: own?.unitSpan,
    assignments: [...units.assignments.map((one) => (own?.units.assignments.includes(one) ? one : { ...one, inferred: true })), ...others],
    collective: [...units.collective, ...(said?.collective ?? [])],
    deadline: deadline?.deadline satisfies Deadline | undefined,
    officers: own && own.officers.length > 0 ? own.officers : (inherited?.officers ?? []),
    obligations: findObligations(source, words, dates),
    policyReferences: findPolicyReferences(source, words),
  };
  return { task, anomalies: [...(own?.units.anomalies ?? []), ...anomaliesOfDeadline(deadline)] };
}

/** Whether sentences or a deadline alone make a task of a part that no field and no bracket gives units (contract `import.md`, rule 3). */
function makesTask({ document }: LedgerContext, tree: PartTree, part: OutlineNode, said: SentenceDuties, hasDeadline: boolean): boolean {
  if ([part, ...tree.ancestorsOf(part)].some((one) => CIRCUMSTANCES.test(one.title))) return false;
  if (REQUIREMENTS.test(part.title) && said.assignments.length === 0 && said.collective.every(({ printed }) => RECIPIENTS.test(printed))) return false;
  if (!said.onlyTold) return true;
  if (document.kind === "annual_report") return hasDeadline;
  if (tree.ancestorsOf(part).some((one) => REQUIREMENTS.test(one.title))) return false;
  return hasDeadline || said.assignments.length > 0;
}

/** A heading's year goes before the document's: 二、2022年工作安排. What a report of one year plans is for the next. */
function deadlineContextOf({ document, deadlines }: LedgerContext, tree: PartTree, part: OutlineNode): DeadlineContext {
  for (const { title } of tree.ancestorsOf(part)) {
    const year = /^(?:\p{Script=Han}{0,4})(?<year>20[0-9]{2})年(?!以来|底|[0-9]|至|—|-)/u.exec(title)?.groups?.["year"];
    if (year !== undefined) return { ...deadlines, year: Number(year) };
  }
  if (document.kind !== "annual_report" || document.year === undefined) return deadlines;
  return { ...deadlines, year: yearOf(document.issuedOn) ?? document.year + 1 };
}

/** After the fields of a part stand at most its full stop and a bracket. UTF-16 code units. */
const CLOSING_MARKS = 3;
const LONGEST_TITLE = 40;

/** What a task without a heading is called: its first clause. */
function firstClause(source: string, words: Span): string {
  const text = source.slice(words.start, words.end).replace(/^[\s，,、.．:：]+/u, "");
  return /^[^，,。；;：:\r\n]*/u.exec(text)?.[0].slice(0, LONGEST_TITLE).trim() ?? "";
}
