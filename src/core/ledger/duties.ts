import { type Anomaly, isDutyText, type OfficialDocument, type OutlineNode } from "../document/index.ts";
import { type Span, trimSpan } from "../text/span.ts";
import type { DeadlineContext } from "./deadline-patterns.ts";
import { type DeadlineReading, findDeadline, readDeadline } from "./deadlines.ts";
import { type DutyField, type DutyStatement, statementsIn } from "./duty-fields.ts";
import type { Officer } from "./task.ts";
import { type NameReader, NO_UNITS, readBracket, readUnitList, type UnitList } from "./unit-list.ts";

/** What fields and brackets of one part say: who, by when, under whom. */
export interface Duty {
  readonly units: UnitList;
  readonly deadline: DeadlineReading | undefined;
  readonly officers: readonly Officer[];
  /** The words that name the units; undefined where none do. */
  readonly unitSpan: Span | undefined;
  /** All the fields, first to last. */
  readonly span: Span;
}

/** What is needed to read a document's duties. */
export interface LedgerContext {
  readonly document: OfficialDocument;
  readonly names: NameReader;
  readonly deadlines: DeadlineContext;
}

/** The duty that a part's own words and the unlabelled lines in it state in fields or brackets. Undefined where they state none. */
export function dutyOf(context: LedgerContext, node: OutlineNode, lines: readonly OutlineNode[]): Duty | undefined {
  const nodes = [node, ...lines];
  const statements = nodes
    .flatMap((one, index) =>
      statementsIn(context.document, one).map((statement) => withNamesBelow(context, statement, one, nodes.slice(index + 1, index + 1 + MOST_LINES))),
    )
    .map((statement) => readStatement(context, statement));
  const duties = statements.filter((duty) => duty !== undefined);
  return duties.length === 0 ? undefined : duties.reduce(mergeDuties);
}

/** A list of units seldom takes more lines. */
const MOST_LINES = 12;
/** A line of names is shorter. UTF-16 code units. */
const LONGEST_NAME_LINE = 80;

/** A statement that ends with a list of units, and the lines below that go on with it: names alone, or the rest of a name that a line cuts. */
function withNamesBelow(context: LedgerContext, statement: DutyStatement, node: OutlineNode, below: readonly OutlineNode[]): DutyStatement {
  const { source } = context.document;
  const last = statement.fields.at(-1);
  if (last?.kind !== "units" || last.role === undefined || statement.span.end < trimSpan(source, node.own).end) return statement;
  let { end } = last.value;
  for (const [index, line] of below.entries()) {
    const words = trimSpan(source, line.own);
    const isOpen = !/[。；;）)]$/u.test(source.slice(last.value.start, words.start).trimEnd());
    if (words.end - words.start > LONGEST_NAME_LINE || !isOpen || !goesOnWithNames(context, { start: last.value.start, end }, words, below[index + 1])) break;
    ({ end } = words);
  }
  if (end === last.value.end) return statement;
  const field: DutyField = { ...last, value: { start: last.value.start, end } };
  return { fields: [...statement.fields.slice(0, -1), field], span: { start: statement.span.start, end } };
}

/** @param next the line after, where a name that this one cuts may end */
function goesOnWithNames({ document: { source }, names }: LedgerContext, list: Span, line: Span, next: OutlineNode | undefined): boolean {
  if (isDutyText(source.slice(line.start, line.end))) return false;
  if (readBracket(source, line, names)) return true;
  const both = next && trimSpan(source, { start: line.start, end: next.own.end });
  if (both && both.end - both.start <= 2 * LONGEST_NAME_LINE && readBracket(source, both, names)) return true;
  const cut = Math.max(...["、", "，", ",", "；", ";", "：", ":"].map((mark) => source.lastIndexOf(mark, list.end - 1) + 1), list.start);
  const lastName = source.slice(cut, list.end).trim();
  const rest = /^\p{Script=Han}+/u.exec(source.slice(line.start, line.end))?.[0] ?? "";
  return rest !== "" && lastName !== "" && names.isRegistered(lastName + rest) && !names.isRegistered(lastName);
}

function readStatement(context: LedgerContext, statement: DutyStatement): Duty | undefined {
  const { source } = context.document;
  let units = NO_UNITS;
  let deadline: DeadlineReading | undefined;
  const officers: Officer[] = [];
  for (const { kind, role, value, label } of statement.fields) {
    if (kind === "deadline")
      deadline ??= (label === "" ? findDeadline(source, value, context.deadlines) : undefined) ?? readDeadline(source, value, context.deadlines);
    else if (kind === "officer") officers.push(...readOfficers(source, value, label));
    else {
      const list = role === undefined ? readBracket(source, value, context.names) : readUnitList(source, value, role, context.names);
      if (list) units = mergeUnits(units, list);
    }
  }
  const namesUnits = units.assignments.length > 0 || units.collective.length > 0;
  if (!namesUnits && !deadline && officers.length === 0) return undefined;
  return { units, deadline, officers, unitSpan: namesUnits ? statement.span : undefined, span: statement.span };
}

/** Two statements of one part; what the first says goes first. */
function mergeDuties(first: Duty, second: Duty): Duty {
  return {
    units: mergeUnits(first.units, second.units),
    deadline: first.deadline ?? second.deadline,
    officers: [...first.officers, ...second.officers],
    unitSpan: first.unitSpan && second.unitSpan ? { start: first.unitSpan.start, end: second.unitSpan.end } : (first.unitSpan ?? second.unitSpan),
    span: { start: Math.min(first.span.start, second.span.start), end: Math.max(first.span.end, second.span.end) },
  };
}

function mergeUnits(first: UnitList, second: UnitList): UnitList {
  return {
    assignments: [...first.assignments, ...second.assignments],
    collective: [...first.collective, ...second.collective],
    anomalies: [...first.anomalies, ...second.anomalies],
  };
}

export function namesUnits(duty: Duty): boolean {
  return duty.units.assignments.length > 0 || duty.units.collective.length > 0;
}

/** What is wrong in the words of a duty: misprinted names, a date that no calendar has. */
export function anomaliesOfDeadline(reading: DeadlineReading | undefined): readonly Anomaly[] {
  return reading?.impossible ? [{ kind: "impossible_date", text: reading.deadline.text, span: reading.deadline.span }] : [];
}

const OFFICE = "(?:常委|县长|市长|区长|州长|镇长|乡长|书记|主任|局长|主席|部长|委员|组长|院长|检察长)";
const OFFICES_BEFORE = new RegExp(`^.*${OFFICE}(?=\\p{Script=Han}{2,4}$)`, "u");
const NO_PERSON = new RegExp(`(?:干部|负责人|责任人|人员|领导|同志)$|^(?:[省市县区州镇乡]|常务|党|政|副)\\p{Script=Han}*${OFFICE}$`, "u");

/** Names of persons in a field such as 责任领导:; their offices, telephone numbers and units are left out. */
function readOfficers(source: string, value: Span, role: string): readonly Officer[] {
  const span = trimSpan(source, value);
  return source
    .slice(span.start, span.end)
    .replace(/(?<=\p{Script=Han}{2})[\s　]+(?=\p{Script=Han}{2})/gu, "、")
    .split(/[、，,；;\r\n]/u)
    .map((part) => part.replace(/[（(].*|(?:联系)?电话.*|[0-9０-９:：\-—\s]+/gu, "").replace(OFFICES_BEFORE, ""))
    .filter((name) => /^[\p{Script=Han}·]{2,5}$/u.test(name) && !NO_PERSON.test(name))
    .map((name) => ({ name, role }));
}
