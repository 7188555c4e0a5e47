import { DUTY_FIELD, isUnitKind, type TableField } from "../document/index.ts";
import type { Span } from "../text/span.ts";
import { namesCell } from "./table-names.ts";
import { isPersonName, personsIn } from "./table-officers.ts";
import type { CellText } from "./table-text.ts";
import type { Officer, Role } from "./task.ts";
import { roleOfVerb } from "./unit-entries.ts";
import { isNameOrGroup, type NameReader, NO_UNITS, readUnitList, type UnitList } from "./unit-list.ts";

/** The units and persons that a cell names. */
export interface CellNames {
  readonly units: UnitList;
  readonly officers: readonly Officer[];
}

/** Reads a cell of a column of units or persons. Persons are officers wherever they stand; units in a column of leaders are their posts, no duties. */
export function readNamesCell(source: string, field: TableField, names: NameReader): CellNames {
  const persons = field.kind === "officer" || field.kind === "person" ? personsIn(wordsOf(source, field), field.header) : [];
  if (field.kind === "officer") return { units: NO_UNITS, officers: persons };
  const role: Role = isUnitKind(field.kind) ? field.kind : "responsible";
  const cell = namesCell(source, field.spans, names);
  const lists = stretchesOf(cell.text, role).map(({ span, role: own, officer }) => readStretch(source, cell, span, own, officer ?? "责任人", names));
  const found = lists.reduce(joinNames, { units: NO_UNITS, officers: [] });
  if (field.kind === "person") return { units: knownUnits(found.units, names), officers: persons.filter(({ name }) => !isNameOrGroup(name, names)) };
  if (FIRST_LEADS.test(field.header)) return { ...found, units: firstLeads(found.units) };
  return OFFICES.test(field.header) ? { ...found, units: offices(found.units) } : found;
}

/** Columns of sections of a unit: 责任科室 */
const OFFICES = /科室|股室|处室/u;

function offices(units: UnitList): UnitList {
  return { ...units, assignments: units.assignments.map((one) => ({ ...one, isOffice: true })) };
}

/** 责任单位（排第一位的为牵头单位） */
const FIRST_LEADS = /(?:排|列|居)?(?:在|名)?(?:第一|首)(?:位|个|名)?(?:的|者)?(?:单位)?(?:为|是|系)?牵头/u;

function wordsOf(source: string, { spans }: TableField): string {
  return spans.map(({ start, end }) => source.slice(start, end)).join("\n");
}

/** In a column of persons only what surely is a unit is one. */
function knownUnits(units: UnitList, names: NameReader): UnitList {
  return { ...units, assignments: units.assignments.filter(({ name }) => isNameOrGroup(name, names)) };
}

export function joinNames(first: CellNames, second: CellNames): CellNames {
  const known = first.units.assignments;
  const further = second.units.assignments.filter(({ unit, role }) => !known.some((one) => one.unit === unit && (one.role === role || one.role === "lead")));
  return {
    units: {
      assignments: [...known, ...further],
      collective: [...first.units.collective, ...second.units.collective],
      anomalies: [...first.units.anomalies, ...second.units.anomalies],
    },
    officers: [...first.officers, ...second.officers],
  };
}

/** A stretch of a cell's words with a role of its own. */
interface Stretch {
  readonly span: Span;
  readonly role: Role;
  /** Printed label of persons: 责任人:张三 */
  readonly officer?: string | undefined;
}

const FIELD = new RegExp(`(?<label>${DUTY_FIELD}|牵头|主办|责任|承办|配合|协办|协同|协助|参与)\\s*[:：]`, "gu");
const MARKED =
  /(?<entry>[^、，,；;\s（）()]{2,30}(?:[（(][^（）()]{1,20}[)）])?)[（(](?<mark>牵头|主办|负责|责任|配合|协办|协助|参与)(?:责任)?(?:单位|部门)?[)）]/gu;

/** 牵头：甲 配合：乙、丙 in one cell, and 甲（牵头）、乙 where a bracket marks one name. */
function stretchesOf(text: string, role: Role): readonly Stretch[] {
  const labels = [...text.matchAll(FIELD)];
  if (labels.length === 0) return marked(text, { span: { start: 0, end: text.length }, role });
  const head = marked(text, { span: { start: 0, end: labels[0]?.index ?? 0 }, role });
  const rest = labels.flatMap((match, index): readonly Stretch[] => {
    const label = match.groups?.["label"] ?? "";
    const span = { start: match.index + match[0].length, end: labels[index + 1]?.index ?? text.length };
    if (/时限|期限|时间|日期|节点/u.test(label)) return [];
    return /(?:领导|人)$/u.test(label) ? [{ span, role, officer: label }] : marked(text, { span, role: roleOfLabel(label) });
  });
  return [...head, ...rest];
}

function roleOfLabel(label: string): Role {
  return /主办|主要责任|第一责任/u.test(label) ? "lead" : roleOfVerb(label);
}

function marked(text: string, { span, role }: Stretch): readonly Stretch[] {
  const found: Stretch[] = [];
  let { start } = span;
  for (const match of text.slice(span.start, span.end).matchAll(MARKED)) {
    const at = span.start + match.index;
    const entry = match.groups?.["entry"] ?? "";
    found.push({ span: { start, end: at }, role }, { span: { start: at, end: at + entry.length }, role: roleOfLabel(match.groups?.["mark"] ?? "") });
    start = at + match[0].length;
  }
  return [...found, { span: { start, end: span.end }, role }].filter((one) => one.span.end > one.span.start);
}

function readStretch(source: string, cell: CellText, span: Span, role: Role, officer: string, names: NameReader): CellNames {
  const list = readUnitList(cell.text, span, role, names);
  const isPerson = (printed: string): boolean => names.read(printed).kind === "unregistered" && isPersonName(printed) && !names.register.looksLikeUnit(printed);
  const inSource = <Value extends { readonly span: Span }>(value: Value): Value => ({ ...value, span: cell.toSource(value.span) });
  const printedAt = (at: Span): string => source.slice(at.start, at.end);
  return {
    units: {
      assignments: list.assignments
        .filter(({ printed }) => !isPerson(printed))
        .map(inSource)
        .map((one) => ({ ...one, printed: printedAt(one.span) })),
      collective: list.collective.map(inSource).map((one) => ({ ...one, printed: printedAt(one.span) })),
      anomalies: list.anomalies.map(inSource),
    },
    officers: list.assignments.filter(({ printed }) => isPerson(printed)).map(({ printed }) => ({ name: printed, role: officer })),
  };
}

function firstLeads(units: UnitList): UnitList {
  const [first, ...rest] = units.assignments;
  if (!first || units.assignments.some(({ role }) => role === "lead")) return units;
  return { ...units, assignments: [{ ...first, role: "lead" }, ...rest] };
}
