import type { Anomaly, OfficialDocument, OutlineNode } from "../document/index.ts";
import { type Span, trimSpan } from "../text/span.ts";
import type { Level, UnitRegister } from "../units/unit.ts";
import { findDeadline } from "./deadlines.ts";
import { definedNames } from "./defined-names.ts";
import { anomaliesOfDeadline, type Duty, dutyOf, type LedgerContext, namesUnits } from "./duties.ts";
import { findObligations } from "./obligations.ts";
import { createPartTree, type PartTree } from "./part-tree.ts";
import { findPolicyReferences } from "./policy-references.ts";
import { findSentenceDuties } from "./sentence-duties.ts";
import { type FoundTask, readTableTasks } from "./table-tasks.ts";
import type { Deadline, LedgerEntry, Task } from "./task.ts";
import { createNameReader, NO_UNITS } from "./unit-list.ts";

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

/** What a document's names and dates are read with. */
export function contextOf(document: OfficialDocument, register: UnitRegister): LedgerContext {
  const level = /[省市州县区旗镇乡]$/u.exec(document.region ?? "")?.[0];
  const place = { ...(isLevel(level) ? { level } : {}), ...(document.region === undefined ? {} : { places: [document.region] }) };
  const names = createNameReader(register, { ...place, defined: definedNames(document.source, register, place) });
  return { document, names, deadlines: { year: document.year ?? yearOf(document.issuedOn), issuedOn: document.issuedOn } };
}

function isLevel(word: string | undefined): word is Level {
  return word !== undefined;
}

function yearOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
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

const AIMS = /^(?:[\p{Script=Han}]{0,4}(?:目标|原则|总体要求|指导思想|总体思路|工作要求|基本要求|总体安排))(?:和|与|及|任务|$)/u;
const PLANS_AHEAD = /下一步|下一年|下阶段|明年|来年|工作(?:计划|打算|安排)|整改(?:措施|计划|方案)/u;

/** Aims and principles are no tasks, and in a report only what is planned can be one (rule 3). */
function mayBeTask(tree: PartTree, part: OutlineNode): boolean {
  const around = tree.ancestorsOf(part);
  if ([part, ...around].some((one) => AIMS.test(one.title))) return false;
  return tree.document.kind !== "annual_report" || around.some((one) => PLANS_AHEAD.test(one.title));
}

function readPart(context: LedgerContext, tree: PartTree, duties: Duties, part: OutlineNode): FoundTask | undefined {
  const isReport = context.document.kind === "annual_report";
  if (tree.childrenOf(part).some((child) => tree.hasDuty(child, duties))) return undefined;
  const own = duties.get(part.index);
  if (own && tree.isHeadingAlone(part, own.span) && tree.childrenOf(part).some((child) => child.kind === "section")) return undefined;
  const around = tree.ancestorsOf(part);
  const heir = own ? undefined : around.find((one) => duties.has(one.index));
  if (heir && !(tree.isHeadingAlone(heir, duties.get(heir.index)?.span) && part.kind === "section" && tree.parentOf(part) === heir)) return undefined;
  const inherited = heir ? duties.get(heir.index) : undefined;
  if (!own && !inherited && (isReport || !tree.isSmallest(part) || around.some((one) => duties.has(one.index)))) return undefined;
  return buildTask(context, tree, part, own, inherited);
}

function buildTask(context: LedgerContext, tree: PartTree, part: OutlineNode, own: Duty | undefined, inherited: Duty | undefined): FoundTask | undefined {
  const { source } = context.document;
  const span = tree.spanOf(part, own);
  const body = own && own.span.end >= span.end - CLOSING_MARKS ? trimSpan(source, { start: span.start, end: own.span.start }) : span;
  const words: Span = { start: Math.min(body.end, span.start + part.label.length), end: body.end };
  const stated = own && namesUnits(own) ? own : (inherited ?? own);
  const units = stated?.units ?? NO_UNITS;
  const inferred = stated && namesUnits(stated) ? [] : findSentenceDuties(source, words, context.names);
  const deadline = own?.deadline ?? findDeadline(source, words, context.deadlines) ?? inherited?.deadline;
  if (units.assignments.length + units.collective.length + inferred.length === 0 && !deadline) return undefined;
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
    assignments: [...units.assignments, ...inferred],
    collective: units.collective,
    deadline: deadline?.deadline satisfies Deadline | undefined,
    officers: own?.officers ?? inherited?.officers ?? [],
    obligations: findObligations(source, words, context.deadlines),
    policyReferences: findPolicyReferences(source, words),
  };
  return { task, anomalies: [...(own ? units.anomalies : []), ...anomaliesOfDeadline(deadline)] };
}

/** After the fields of a part stand at most its full stop and a bracket. UTF-16 code units. */
const CLOSING_MARKS = 3;
const LONGEST_TITLE = 40;

/** What a task without a heading is called: its first clause. */
function firstClause(source: string, words: Span): string {
  const text = source.slice(words.start, words.end).replace(/^[\s，,、.．:：]+/u, "");
  return /^[^，,。；;：:\r\n]*/u.exec(text)?.[0].slice(0, LONGEST_TITLE).trim() ?? "";
}
