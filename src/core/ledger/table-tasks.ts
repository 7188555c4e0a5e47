import { type Anomaly, type OutlineNode, readTables, type TableField, type TableReading, type TableRow, textField } from "../document/index.ts";
import { type Span, trimSpan } from "../text/span.ts";
import type { DeadlineReading } from "./deadlines.ts";
import { anomaliesOfDeadline, type Duty, dutyOf, type LedgerContext, namesUnits } from "./duties.ts";
import { findObligations } from "./obligations.ts";
import { findPolicyReferences } from "./policy-references.ts";
import { findSentenceDuties } from "./sentence-duties.ts";
import { findCellDeadline, readTimeCell } from "./table-deadline.ts";
import { compactCell } from "./table-text.ts";
import { type CellNames, joinNames, readNamesCell } from "./table-units.ts";
import type { Obligation, Task } from "./task.ts";
import { NO_UNITS } from "./unit-list.ts";

/** A task with what is misprinted in it. */
export interface FoundTask {
  readonly task: Task;
  readonly anomalies: readonly Anomaly[];
}

/** A row that may be a task, with its node. */
interface NodeRow {
  readonly node: OutlineNode;
  readonly row: TableRow;
  readonly columns: ReadonlySet<TableField["kind"]>;
}

/**
 * Reads the tasks in the rows of a document's tables (contract `import.md`, rules 6–9 and 12): units by the role of their column, the
 * deadline of the time column before a rhythm and before dates in the text. A row without units has those of the heading above it.
 * @param mayBeTask whether a row's place allows tasks: not below aims, in a report only where it plans
 * @param inherited the duty that stands in the heading above a row
 */
export function readTableTasks(
  context: LedgerContext,
  mayBeTask: (node: OutlineNode) => boolean,
  inherited: (node: OutlineNode) => Duty | undefined,
): readonly FoundTask[] {
  return rowsOf(context).flatMap((row) => {
    const found = mayBeTask(row.node) ? readRow(context, row, inherited(row.node)) : undefined;
    return found ? [found] : [];
  });
}

/** The rows of tables that hold tasks. The nodes of rows stand in the same order as the rows of all tables. */
function rowsOf({ document }: LedgerContext): readonly NodeRow[] {
  const nodes = document.nodes.filter(({ kind }) => kind === "row");
  let index = 0;
  return readTables(document.source, document.tables).flatMap((reading) => {
    const columns = kindsOf(reading);
    const own = rowsIn(reading).flatMap((row) => {
      const node = nodes[index];
      index += 1;
      return node ? [{ node, row, columns }] : [];
    });
    return reading.holdsTasks ? own : [];
  });
}

function rowsIn({ items }: TableReading): readonly TableRow[] {
  return items.filter((item) => item.kind === "row");
}

function kindsOf(reading: TableReading): ReadonlySet<TableField["kind"]> {
  return new Set(rowsIn(reading).flatMap(({ fields }) => fields.map(({ kind }) => kind)));
}

const NAME_COLUMNS: readonly TableField["kind"][] = ["lead", "responsible", "support", "officer", "person"];

function readRow(context: LedgerContext, { node, row, columns }: NodeRow, heading: Duty | undefined): FoundTask | undefined {
  const { source } = context.document;
  const text = textField(row.fields);
  const words = text?.spans[0];
  if (!text || !words) return undefined;
  const cells = row.fields.filter(({ kind }) => NAME_COLUMNS.includes(kind));
  const named = cells.map((field) => readNamesCell(source, field, context.names)).reduce(joinNames, NOBODY);
  const stated = isNamed(named) ? undefined : dutyOf(context, { ...node, kind: "line", own: words }, []);
  const heir = stated && namesUnits(stated) ? stated : heading;
  const units = isNamed(named) ? named.units : (heir?.units ?? NO_UNITS);
  const said = isNamed(named) || heir ? undefined : findSentenceDuties(source, words, context.names);
  const [inferred, groups] = [said?.assignments ?? [], said && !said.onlyTold ? said.collective : []];
  const deadline = deadlineOf(context, row, text) ?? stated?.deadline ?? heading?.deadline;
  const isDuty = units.assignments.length + units.collective.length + inferred.length + groups.length > 0;
  if (!isDuty && !(deadline && NAME_COLUMNS.concat("deadline", "rhythm").some((kind) => columns.has(kind)))) return undefined;
  const task: Task = {
    documentId: context.document.id,
    ordinal: 0,
    node: node.index,
    label: node.label,
    number: node.number,
    path: node.path,
    title: row.title,
    body: bodyOf(source, words, node.label, stated),
    span: node.span,
    unitLine: isNamed(named) ? unitLineOf(cells) : stated?.unitSpan,
    assignments: [...units.assignments, ...inferred],
    collective: [...units.collective, ...groups],
    deadline: deadline?.deadline,
    officers: [...named.officers, ...(stated?.officers ?? [])],
    obligations: row.fields.filter(isSearched).flatMap((field) => obligationsIn(context, field)),
    policyReferences: row.fields.filter(isSearched).flatMap(({ spans }) => spans.flatMap((span) => findPolicyReferences(source, span))),
  };
  return { task, anomalies: [...(isNamed(named) || stated ? units.anomalies : []), ...anomaliesOfDeadline(deadline)] };
}

const NOBODY: CellNames = { units: NO_UNITS, officers: [] };

function isNamed({ units }: CellNames): boolean {
  return units.assignments.length > 0 || units.collective.length > 0;
}

/** The measurable clauses of a cell; a line break inside one does not cut it. */
function obligationsIn({ document: { source }, deadlines }: LedgerContext, { spans }: TableField): readonly Obligation[] {
  const cell = compactCell(source, spans);
  return findObligations(cell.text, { start: 0, end: cell.text.length }, deadlines).map((found) => {
    const span = cell.toSource(found.span);
    return { ...found, span, text: source.slice(span.start, span.end) };
  });
}

function isSearched({ kind }: TableField): boolean {
  return kind === "measure" || kind === "rhythm";
}

/** The first that says something: the time column, the column of a rhythm, the words of the text, the title. */
function deadlineOf({ document: { source }, deadlines }: LedgerContext, row: TableRow, text: TableField): DeadlineReading | undefined {
  const first = (kind: TableField["kind"], read: (spans: readonly Span[]) => DeadlineReading | undefined): DeadlineReading | undefined => {
    for (const field of row.fields) {
      const found = field.kind === kind ? read(field.spans) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return (
    first("deadline", (spans) => readTimeCell(source, spans, deadlines)) ??
    first("rhythm", (spans) => findCellDeadline(source, spans, deadlines, true)) ??
    findCellDeadline(source, text.spans, deadlines, false) ??
    first("measure", (spans) => findCellDeadline(source, spans, deadlines, false)) ??
    first("task", (spans) => findCellDeadline(source, spans, deadlines, false))
  );
}

/** The words of the text's cell, less a label that the row is called by and a bracket of units at its end. */
function bodyOf(source: string, words: Span, label: string, stated: Duty | undefined): Span {
  const end = stated && stated.span.end >= words.end - CLOSING_MARKS ? stated.span.start : words.end;
  const text = source.slice(words.start, end);
  const skipped = label !== "" && !/[\p{L}\p{N}]$/u.test(label) && text.startsWith(label) ? label.length : 0;
  return trimSpan(source, { start: words.start + skipped, end });
}

/** After a bracket of units stands at most its full stop. UTF-16 code units. */
const CLOSING_MARKS = 2;

/** The cells that name the units where they stand side by side in the row, else the first of them. */
function unitLineOf(cells: readonly TableField[]): Span | undefined {
  const own = cells.filter(({ own: isOwn, kind }) => isOwn && kind !== "officer").flatMap(({ spans }) => spans.slice(0, 1));
  const [first] = own.length > 0 ? own : cells.flatMap(({ spans }) => spans.slice(0, 1));
  if (!first) return undefined;
  let { end } = first;
  for (const span of own) if (span.start > end && span.start - end <= TAB) end = span.end;
  return { start: first.start, end };
}

/** Two cells side by side are a tab apart; a space may stand at their ends. UTF-16 code units. */
const TAB = 2;
