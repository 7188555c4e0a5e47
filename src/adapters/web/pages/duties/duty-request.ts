import { DUTY_GROUPS, DUTY_SORTS, type DutyArrangement } from "../../../../app/duties/arrange-duties.ts";
import { type DutyFilter, OBLIGATION_KINDS, ROLES } from "../../../../app/duties/find-duties.ts";
import { parseDate } from "../../../../core/document/calendar.ts";
import type { CalendarDate } from "../../../../core/document/official-document.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import type { NamedUnit } from "../../../../core/question/index.ts";
import * as say from "./messages.zh.ts";

/** What an address asks of the ledger. */
export interface DutyRequest {
  readonly filter: DutyFilter;
  readonly arrangement: DutyArrangement;
  /** From 1. */
  readonly page: number;
  /** Whether all rows are wanted, to be printed. */
  readonly isPrint: boolean;
}

/** What of an address was not taken as it stands. */
export interface Remark {
  readonly sentence: string;
  /** Units that may be meant, each with the address that means it. */
  readonly choices: readonly { readonly unit: string; readonly request: DutyRequest }[];
}

/** A request with what is to be said of it. */
export interface ReadRequest {
  readonly request: DutyRequest;
  readonly remarks: readonly Remark[];
}

const MOST_UNITS = 10;
/** UTF-16 code units. */
const LONGEST_UNIT = 40;
const LONGEST_WORDS = 100;
const LONGEST_DATE = 20;

/**
 * Reads the address of the table. What it cannot read it leaves out, and says so: never fails, but for a unit that it does not know it finds
 * nothing, so that nobody takes all duties for that unit's.
 */
export async function readDutyRequest(given: URLSearchParams, corpus: Corpus, findUnit: (words: string) => Promise<NamedUnit>): Promise<ReadRequest> {
  const remarks: string[] = [];
  const choice = <Value extends string>(name: string, label: string, known: readonly Value[]): Value | undefined => {
    const value = textOf(given, name);
    const found = known.find((one) => one === value);
    if (value !== undefined && found === undefined) remarks.push(say.unknownChoice(label, shortened(value)));
    return found;
  };
  const role = choice("role", say.ROLE, ROLES);
  const obligation = choice("obligation", say.OBLIGATION, OBLIGATION_KINDS);
  const arrangement: DutyArrangement = {
    sort: choice("sort", say.SORT, DUTY_SORTS) ?? "document",
    isDescending: choice("order", say.ORDER, ["asc", "desc"]) === "desc",
    group: choice("group", say.GROUP, DUTY_GROUPS),
  };
  const page = Number(textOf(given, "page") ?? "1");
  const filter: DutyFilter = { ...placeIn(given, corpus, remarks), ...datesIn(given, remarks), role, obligation, words: wordsIn(given, remarks) };
  const base = { arrangement, page: Number.isSafeInteger(page) && page > 0 ? page : 1, isPrint: textOf(given, "print") === "1" };
  const { units, doubts } = await unitsIn(given, findUnit, remarks);
  const requestFor = (named: readonly string[]): DutyRequest => ({ ...base, filter: { ...filter, ...(named.length > 0 && { units: named }) } });
  return {
    request: requestFor(units),
    remarks: [
      ...doubts.map(({ words, choices }) => ({
        sentence: choices.length === 0 ? say.unknownUnit(words) : say.whichUnit(words),
        choices: choices.map((unit) => ({ unit, request: requestFor(units.map((other) => (other === words ? unit : other))) })),
      })),
      ...remarks.map((sentence) => ({ sentence, choices: [] })),
    ],
  };
}

/** Undefined for a parameter that is not there or blank. */
function textOf(given: URLSearchParams, name: string): string | undefined {
  const text = given.get(name)?.toWellFormed().trim();
  return text === "" ? undefined : text;
}

function shortened(words: string): string {
  return words.length <= LONGEST_UNIT ? words : `${words.slice(0, LONGEST_UNIT).toWellFormed()}……`;
}

interface NamedUnits {
  /** By the names of the ledger; as they were written where nobody knows them. */
  readonly units: readonly string[];
  /** Those that nobody knows, and those that may be several. */
  readonly doubts: readonly { readonly words: string; readonly choices: readonly string[] }[];
}

async function unitsIn(given: URLSearchParams, findUnit: (words: string) => Promise<NamedUnit>, remarks: string[]): Promise<NamedUnits> {
  const written = [...new Set(given.getAll("unit").flatMap((value) => value.toWellFormed().split(/[、,，;；\s]+/u)))].filter((words) => words !== "");
  if (written.length > MOST_UNITS) remarks.push(say.tooManyUnits(MOST_UNITS));
  const units: string[] = [];
  const doubts: { words: string; choices: readonly string[] }[] = [];
  for (const long of written.slice(0, MOST_UNITS)) {
    const words = shortened(long);
    const found: NamedUnit = long.length > LONGEST_UNIT ? { kind: "unknown" } : await findUnit(words);
    units.push(found.kind === "unit" ? found.name : words);
    if (found.kind !== "unit") doubts.push({ words, choices: found.kind === "choices" ? found.choices : [] });
  }
  return { units: [...new Set(units)], doubts };
}

function placeIn(given: URLSearchParams, corpus: Corpus, remarks: string[]): Pick<DutyFilter, "document" | "section"> {
  const id = textOf(given, "document");
  const node = textOf(given, "section");
  const document = id === undefined ? undefined : corpus.document(id);
  if (id !== undefined && !document) remarks.push(say.unknownDocument(shortened(id)));
  const section = node !== undefined && /^\d{1,6}$/u.test(node) ? document?.nodes[Number(node)] : undefined;
  if (node !== undefined && (!section || section.label === "") && (id === undefined || document)) remarks.push(say.UNKNOWN_SECTION);
  return { document: id, section: section && section.label !== "" ? section.index : undefined };
}

function datesIn(given: URLSearchParams, remarks: string[]): Pick<DutyFilter, "dueFrom" | "dueTo"> {
  const [dueFrom, dueTo] = ["from", "to"].map((name): CalendarDate | undefined => {
    const words = textOf(given, name);
    const date = words === undefined || words.length > LONGEST_DATE ? undefined : parseDate(words);
    if (words !== undefined && date === undefined) remarks.push(say.brokenDate(shortened(words)));
    return date;
  });
  if (dueFrom === undefined || dueTo === undefined || dueFrom <= dueTo) return { dueFrom, dueTo };
  remarks.push(say.DATES_SWAPPED);
  return { dueFrom: dueTo, dueTo: dueFrom };
}

function wordsIn(given: URLSearchParams, remarks: string[]): string | undefined {
  const words = textOf(given, "words");
  if (words === undefined || words.length <= LONGEST_WORDS) return words;
  remarks.push(say.wordsTooLong(LONGEST_WORDS));
  return words.slice(0, LONGEST_WORDS).toWellFormed();
}
