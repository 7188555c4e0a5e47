import type { CalendarDate, OfficialDocument, OutlineNode } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import type { Task } from "../../core/ledger/task.ts";
import type { Due } from "../../core/reminders/dues.ts";
import { onceFor } from "../once-for.ts";
import { createUnitTest, type Duty, type DutyFilter } from "./find-duties.ts";

/** What duties are sorted by: their place in the documents, their title, the day they are due, the unit that they name first. */
export const DUTY_SORTS = ["document", "title", "deadline", "unit"] as const;
export type DutySort = (typeof DUTY_SORTS)[number];

/** What duties are put together by. */
export const DUTY_GROUPS = ["document", "section", "unit", "month"] as const;
export type DutyGrouping = (typeof DUTY_GROUPS)[number];

/** How duties are laid out. */
export interface DutyArrangement {
  readonly sort: DutySort;
  /** From the last to the first. What has nothing to be sorted by stands behind in either direction. */
  readonly isDescending: boolean;
  /** Undefined puts them all together. */
  readonly group: DutyGrouping | undefined;
}

/** A duty as it stands in a table. */
export interface DutyRow extends Duty {
  /** The day for which it stands there: the first one due of those asked for. Undefined where nothing of it has a day. */
  readonly dueOn: CalendarDate | undefined;
}

/** What the rows of a group have in common. Undefined parts: none of its rows has one. */
export type GroupHeading =
  | { readonly kind: "document"; readonly document: OfficialDocument }
  | { readonly kind: "section"; readonly document: OfficialDocument; readonly section: OutlineNode | undefined }
  /** `region` where tasks of several counties are there. */
  | { readonly kind: "unit"; readonly name: string | undefined; readonly region: string | undefined }
  /** YYYY-MM */
  | { readonly kind: "month"; readonly month: string | undefined };

/** Rows under one heading. */
export interface DutyGroup {
  /** Undefined where they are not grouped. */
  readonly heading: GroupHeading | undefined;
  readonly rows: readonly DutyRow[];
}

/**
 * Sorts duties and puts them into groups. A duty of several units stands under each of them, of those asked for where the filter names
 * units; so does one that is due in several months. Groups are in the order of the documents, the names, the months.
 */
export function arrangeDuties(
  corpus: Corpus,
  duties: readonly Duty[],
  filter: DutyFilter,
  { sort, isDescending, group }: DutyArrangement,
): readonly DutyGroup[] {
  const isAsked = dueTest(filter);
  const rows = duties.map(({ document, task, dues }): DutyRow => ({ document, task, dues, dueOn: dues.find(isAsked)?.dueOn }));
  const sorted = sortRows(corpus, rows, sort, isDescending);
  if (group === undefined) return sorted.length === 0 ? [] : [{ heading: undefined, rows: sorted }];
  const groups = gather(sorted, placingBy(corpus, filter, group));
  const inOrder = groups.toSorted((a, b) => compareKeys(a.order, b.order, isDescending && GROUP_OF_SORT[sort] === group));
  return inOrder.map(({ heading, rows: own }) => ({ heading, rows: own }));
}

/** Where the groups are what the rows are sorted by, they follow the direction. */
const GROUP_OF_SORT: Readonly<Record<DutySort, DutyGrouping | undefined>> = { document: "document", title: undefined, deadline: "month", unit: "unit" };

/** Whether something is due on a day that is asked for. */
function dueTest({ dueFrom, dueTo }: DutyFilter): (due: Pick<Due, "dueOn">) => boolean {
  return ({ dueOn }) => (dueFrom === undefined || dueFrom <= dueOn) && (dueTo === undefined || dueOn <= dueTo);
}

/** Undefined stands behind. */
type SortKey = string | number | undefined;

function sortRows(corpus: Corpus, rows: readonly DutyRow[], sort: DutySort, isDescending: boolean): readonly DutyRow[] {
  if (sort === "document") return isDescending ? rows.toReversed() : rows;
  const keyOf = keysOf(corpus, sort);
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .toSorted((a, b) => compareKeys(a.key, b.key, isDescending))
    .map(({ row }) => row);
}

function compareKeys(a: SortKey, b: SortKey, isDescending: boolean): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a < b === isDescending ? 1 : -1;
}

function keysOf(corpus: Corpus, sort: Exclude<DutySort, "document">): (row: DutyRow) => SortKey {
  if (sort === "deadline") return ({ dueOn }) => dueOn;
  const { titles, names } = ranksOf(corpus);
  if (sort === "title") return ({ task }) => titles.get(task.title);
  return ({ task }) => names.get(task.assignments[0]?.name ?? "");
}

/** Chinese words stand in the order of their sounds, as in a register of names. To compare them costs much, so they are put in order once. */
const ranksOf = onceFor((corpus: Corpus) => {
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  const rank = (words: Iterable<string>) => new Map([...new Set(words)].sort(collator.compare).map((word, index) => [word, index]));
  return {
    titles: rank(corpus.tasks.flatMap(({ title }) => (title === "" ? [] : [title]))),
    names: rank(corpus.tasks.flatMap(({ assignments }) => assignments.map(({ name }) => name))),
  };
});

/** A group, and where it stands among the others. */
interface OpenGroup {
  readonly order: SortKey;
  readonly heading: GroupHeading;
}

/** Puts a row into a group, for one of its days; `open` tells of the group where it is the first one there. */
type Put = (key: string, dueOn: CalendarDate | undefined, open: () => OpenGroup) => void;
type Placing = (row: DutyRow, put: Put) => void;

/** A table may have tens of thousands of rows: only what is kept is made. */
function gather(rows: readonly DutyRow[], place: Placing): readonly (OpenGroup & { readonly rows: readonly DutyRow[] })[] {
  const groups = new Map<string, OpenGroup & { readonly rows: DutyRow[] }>();
  for (const row of rows) {
    place(row, (key, dueOn, open) => {
      let group = groups.get(key);
      if (group === undefined) {
        group = { ...open(), rows: [] };
        groups.set(key, group);
      }
      // A unit that leads and supports is named twice.
      if (group.rows.at(-1)?.task === row.task) return;
      group.rows.push(dueOn === row.dueOn ? row : { document: row.document, task: row.task, dues: row.dues, dueOn });
    });
  }
  return [...groups.values()];
}

function placingBy(corpus: Corpus, filter: DutyFilter, group: DutyGrouping): Placing {
  switch (group) {
    case "document":
    case "section":
      return placingByPlace(corpus, group);
    case "unit":
      return placingByUnit(corpus, filter);
    case "month":
      return placingByMonth(filter);
  }
}

/** No outline has so many parts. */
const NODES_AT_MOST = 1e9;

function placingByPlace({ documents }: Corpus, kind: "document" | "section"): Placing {
  const orders = new Map(documents.map(({ id }, index) => [id, index * NODES_AT_MOST]));
  return ({ document, task, dueOn }, put) => {
    const order = orders.get(document.id) ?? 0;
    if (kind === "document") return put(document.id, dueOn, () => ({ order, heading: { kind, document } }));
    const section = sectionOf(document, task);
    put(`${document.id}#${section?.index}`, dueOn, () => ({ order: order + (section?.index ?? 0), heading: { kind, document, section } }));
  };
}

function placingByMonth(filter: DutyFilter): Placing {
  const isAsked = dueTest(filter);
  return ({ dues, dueOn: first }, put) => {
    if (first === undefined) return put("", undefined, () => ({ order: undefined, heading: { kind: "month", month: undefined } }));
    for (const due of dues) {
      if (!isAsked(due)) continue;
      const month = due.dueOn.slice(0, 7);
      put(month, due.dueOn, () => ({ order: month, heading: { kind: "month", month } }));
    }
  };
}

function placingByUnit(corpus: Corpus, { units = [] }: DutyFilter): Placing {
  const isWanted = units.length === 0 ? () => true : createUnitTest(corpus, units);
  const hasSeveralRegions = new Set(corpus.documents.flatMap(({ id, region }) => (corpus.tasksOf(id).length > 0 ? [region] : []))).size > 1;
  const { names } = ranksOf(corpus);
  return ({ document, task, dueOn }, put) => {
    const region = hasSeveralRegions ? document.region : undefined;
    const named = task.assignments.filter((assignment) => isWanted(document, assignment));
    for (const { name } of named)
      put(region === undefined ? name : `${name} ${region}`, dueOn, () => ({ order: names.get(name), heading: { kind: "unit", name, region } }));
    if (named.length === 0) put("", dueOn, () => ({ order: undefined, heading: { kind: "unit", name: undefined, region: undefined } }));
  };
}

/** The outermost part that a task stands in: 五、全面落实行政执法责任制; undefined for a task that stands in none. */
export function sectionOf({ nodes }: OfficialDocument, { node }: Pick<Task, "node">): OutlineNode | undefined {
  let section: OutlineNode | undefined;
  for (let at = nodes[node]?.parent; at !== undefined; at = nodes[at]?.parent) section = nodes[at];
  return section;
}
