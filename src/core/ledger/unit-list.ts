import type { Anomaly } from "../document/index.ts";
import type { Span } from "../text/span.ts";
import type { NameContext, UnitName, UnitRegister } from "../units/unit.ts";
import type { Assignment, CollectiveAssignment, Role } from "./task.ts";
import { entriesOf, type UnitEntry } from "./unit-entries.ts";

/** The units and groups that a list names. */
export interface UnitList {
  readonly assignments: readonly Assignment[];
  readonly collective: readonly CollectiveAssignment[];
  readonly anomalies: readonly Anomaly[];
}

export const NO_UNITS: UnitList = { assignments: [], collective: [], anomalies: [] };

/** Knows names, in the way one document prints them. */
export interface NameReader {
  readonly register: UnitRegister;
  readonly context: NameContext;
  /** Reads an entry as the register does; each printed form once, because documents repeat the same names. */
  read(printed: string): UnitName;
  /** Whether a printed name is one that the register knows and is printed well. */
  isRegistered(printed: string): boolean;
}

export function createNameReader(register: UnitRegister, context: NameContext): NameReader {
  const known = new Map<string, UnitName>();
  const read = (printed: string): UnitName => {
    const name = known.get(printed) ?? register.readName(printed, context);
    known.set(printed, name);
    return name;
  };
  return {
    register,
    context,
    read,
    isRegistered(printed): boolean {
      const { kind } = read(printed);
      return kind !== "unregistered" && kind !== "misprint";
    },
  };
}

/** An entry read: a unit, a group, or neither (a person). */
type ReadEntry = { readonly entry: UnitEntry; readonly kind: "unit" | "group" | "other" };

/** Reads the list of a field such as 责任单位:. Every entry that is no group and no person is a unit, whether the register knows it or not. */
export function readUnitList(source: string, span: Span, role: Role, names: NameReader): UnitList {
  return listOf(source, classify(source, span, names), role, names);
}

/**
 * Reads a bracket without a field, such as (县司法局牵头,各有关部门配合). A group of entries without a verb of its own does what the
 * next group does. Undefined unless every entry is a known or well-formed unit or a group.
 */
export function readBracket(source: string, span: Span, names: NameReader): UnitList | undefined {
  const entries = classify(source, span, names);
  const isUnitName = ({ entry, kind }: ReadEntry): boolean => kind === "group" || (kind === "unit" && isKnown(entry.text, names));
  if (entries.length === 0 || !entries.every(isUnitName)) return undefined;
  const isNamed = entries.some(({ entry, kind }) => kind === "unit" || entry.role !== undefined || /^各|[有相]关/u.test(entry.text));
  if (!isNamed) return undefined;
  let following: Role | undefined;
  const withRoles = entries.toReversed().map(({ entry, kind }) => {
    following = entry.role ?? following;
    return { entry: { ...entry, role: following }, kind };
  });
  return listOf(source, withRoles.toReversed(), "responsible", names);
}

function isKnown(text: string, names: NameReader): boolean {
  return names.read(text).kind !== "unregistered" || names.register.looksLikeUnit(text);
}

function listOf(source: string, entries: readonly ReadEntry[], role: Role, names: NameReader): UnitList {
  const assignments: Assignment[] = [];
  const anomalies: Anomaly[] = [];
  const seen = new Set<string>();
  for (const { entry, kind } of entries) {
    if (kind !== "unit") continue;
    const { unit, name, kind: nameKind } = names.read(entry.text);
    if (nameKind === "misprint") anomalies.push({ kind: "unit_misprint", text: entry.text, span: entry.span });
    const key = `${entry.role ?? role} ${unit}`;
    if (seen.has(key)) continue;
    seen.add(key);
    assignments.push({ unit, name, role: entry.role ?? role, printed: entry.text, span: entry.span, inferred: false });
  }
  return { assignments, collective: groupsOf(source, entries, role), anomalies };
}

/** Groups that stand side by side with 、 between them are one entry, verbatim; a comma parts them. */
function groupsOf(source: string, entries: readonly ReadEntry[], role: Role): readonly CollectiveAssignment[] {
  const groups: { start: number; end: number; role: Role; group: number; index: number }[] = [];
  entries.forEach(({ entry, kind }, index) => {
    if (kind !== "group") return;
    const last = groups.at(-1);
    const ownRole = entry.role ?? role;
    if (last && last.index === index - 1 && last.group === entry.group && last.role === ownRole) Object.assign(last, { end: entry.span.end, index });
    else groups.push({ ...entry.span, role: ownRole, group: entry.group, index });
  });
  return groups.map(({ start, end, role: ownRole }) => ({ printed: source.slice(start, end), role: ownRole, span: { start, end } }));
}

function classify(source: string, span: Span, names: NameReader): readonly ReadEntry[] {
  return joinCutNames(source, entriesOf(source, span), names)
    .flatMap((entry) => namesInProse(source, entry, names))
    .flatMap((entry) => splitOpenEnd(source, entry))
    .flatMap((entry) => splitJoined(source, entry, names))
    .map((entry) => ({ entry, kind: kindOf(entry.text, names) }));
}

/** A name that the end of a line cuts in two (县自然资源和|规划局) is one entry. */
function joinCutNames(source: string, entries: readonly UnitEntry[], names: NameReader): readonly UnitEntry[] {
  const joined: UnitEntry[] = [];
  for (const entry of entries) {
    const last = joined.at(-1);
    const isCut = last !== undefined && /^[^\S\r\n]*[\r\n]\s*$/u.test(source.slice(last.span.end, entry.span.start));
    if (last && isCut && !names.isRegistered(last.text) && names.isRegistered(last.text + entry.text)) {
      const span = { start: last.span.start, end: entry.span.end };
      joined[joined.length - 1] = { ...entry, span, text: source.slice(span.start, span.end) };
    } else joined.push(entry);
  }
  return joined;
}

/** Longer entries are prose, of which only the units that it mentions count. UTF-16 code units. */
const LONGEST_NAME = 40;

function namesInProse(source: string, entry: UnitEntry, names: NameReader): readonly UnitEntry[] {
  if (entry.text.length <= LONGEST_NAME) return [entry];
  return names.register.findMentions(entry.text, names.context).map(({ start, end }) => {
    const span = { start: entry.span.start + start, end: entry.span.start + end };
    return { ...entry, span, text: source.slice(span.start, span.end) };
  });
}

const OPEN_END = /^(?<unit>.{2,}?)(?<rest>等(?:各|有关|相关|其他|县直|市直|区直|职能|成员|责任|行政执法|执法)*(?:部门(?:和|及)?单位|部门|单位|乡镇|镇街)?)$/u;

/** 县委依法治县办等部门 is a unit and a group that is left open. */
function splitOpenEnd(source: string, entry: UnitEntry): readonly UnitEntry[] {
  const groups = OPEN_END.exec(entry.text)?.groups;
  const unit = groups?.["unit"];
  return unit === undefined ? [entry] : cut(source, entry, unit.length, unit.length);
}

/** A和B, A及各有关部门: two entries where A和B as a whole is no unit and each half is one, or a group. */
function splitJoined(source: string, entry: UnitEntry, names: NameReader): readonly UnitEntry[] {
  if (!/[和及与]/u.test(entry.text) || kindOf(entry.text, names) === "other") return [entry];
  if (names.read(entry.text).kind !== "unregistered") return [entry];
  for (const match of entry.text.matchAll(/以及|和|及|与/gu)) {
    const [left, right] = [entry.text.slice(0, match.index), entry.text.slice(match.index + match[0].length)];
    if (!isNameOrGroup(left, names) || !isNameOrGroup(right, names)) continue;
    const [first, second] = cut(source, entry, match.index, match.index + match[0].length);
    return [...(first ? [first] : []), ...(second ? splitJoined(source, second, names) : [])];
  }
  return [entry];
}

/** Whether an entry is a known or well-formed unit, or a group of units. */
export function isNameOrGroup(text: string, names: NameReader): boolean {
  return text.length >= 2 && (isGroup(text) || isKnown(text, names));
}

function cut(source: string, entry: UnitEntry, firstEnd: number, secondStart: number): readonly UnitEntry[] {
  const spans = [
    { start: entry.span.start, end: entry.span.start + firstEnd },
    { start: entry.span.start + secondStart, end: entry.span.end },
  ];
  return spans.map((span) => ({ ...entry, span, text: source.slice(span.start, span.end) }));
}

const TOWNS = "(?:乡镇|镇乡|镇街|乡镇街道|乡|镇|街道|乡[（(]镇[）)]|镇[（(]街道[）)]|乡镇[（(]街道[^（）()]{0,6}[）)])";
/** Names for several units that name none (contract `import.md`, rule 11). */
const GROUP = new RegExp(
  `^各|各(?:成员|相关|有关|部门|单位|乡|镇|街道|级)|[有相]关|^等|^其[他它]|^所有|^全[省市州县区旗]|[省市州县区旗]直(?:执法|行政)?(?:部门|单位|机关$)|^${TOWNS}(?:人民政府|政府|办事处|党委|党工委)?(?:[（(][^（）()]{1,10}[）)])?$|^村|成员单位$`,
  "u",
);
/** Persons however the words before them read: 各部门主要负责人 */
const PERSON_AT_END = /(?:负责人|负责同志|分管领导|主要领导)$/u;
/** Persons where the whole is no registered unit: 李县长; 县政府办公室主任 */
const PERSON = /(?:同志|书记|主任|[省市州县区旗镇乡]长|局长|科长|领导)$/u;

function isGroup(text: string): boolean {
  return GROUP.test(text);
}

function kindOf(text: string, names: NameReader): ReadEntry["kind"] {
  if (PERSON_AT_END.test(text) || /^[\p{P}\p{S}\d]*$/u.test(text) || /^(?:无|按职责分工|职责分工)$/u.test(text)) return "other";
  const isRegistered = names.read(text).kind !== "unregistered";
  if (isRegistered && !text.startsWith("各")) return "unit";
  if (isGroup(text)) return "group";
  if (PERSON.test(text)) return "other";
  return /(?:部门|单位|企业|乡镇|^街道|村)$/u.test(text) ? "group" : "unit";
}
