import type { Span } from "../text/span.ts";
import { isUnitKind, kindOfHeader } from "./table-columns.ts";
import type { TableGrid } from "./table-grid.ts";
import { pairsOf, rowOf, type TableField, type TableItem } from "./table-row.ts";

/** A form has at least this many lines with a key. */
const FEWEST_KEYS = 3;

/** A key of a form, with its value. */
interface Entry {
  readonly row: number;
  readonly field: TableField;
}

/**
 * Forms that print a task's fields as keys and values (任务名称 | 甲 above 责任单位 | 乙), one below the other. Undefined where the table is
 * none: fewer than three keys, or none for what is to be done, or none for who does it.
 */
export function formItems(source: string, grid: TableGrid): readonly TableItem[] | undefined {
  const entries: Entry[] = [];
  let keyed = 0;
  for (let row = 0; row < grid.height; row += 1) {
    const pairs = grid.ownCellsOf(row).length > 0 ? pairsOf(grid, row, kindOfHeader) : [];
    if (pairs.length > 0) keyed += 1;
    for (const [key, value] of pairs) {
      const spans: readonly Span[] = value ? [value.span] : [];
      entries.push({ row, field: { kind: kindOfHeader(key.text), header: key.text, spans, own: true } });
    }
  }
  const kinds = new Set(entries.map(({ field }) => field.kind));
  const isForm = keyed >= FEWEST_KEYS && keyed >= rowsWithWords(grid) * MOSTLY && (kinds.has("task") || kinds.has("measure"));
  if (!isForm || ![...kinds].some((kind) => isUnitKind(kind) || kind === "deadline")) return undefined;
  return formsOf(entries).flatMap((form) => itemOf(source, grid, form));
}

const MOSTLY = 0.6;

function rowsWithWords(grid: TableGrid): number {
  return Array.from({ length: grid.height }, (_, row) => grid.ownCellsOf(row).length).filter((count) => count > 0).length;
}

/** A new form begins where the first key is printed again. */
function formsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const forms: Entry[][] = [];
  const opening = entries[0]?.field.header;
  for (const entry of entries) {
    const form = forms.at(-1);
    if (!form || (entry.field.header === opening && form.some(({ field }) => field.header === opening))) forms.push([entry]);
    else form.push(entry);
  }
  return forms;
}

function itemOf(source: string, grid: TableGrid, form: readonly Entry[]): readonly TableItem[] {
  const start = grid.startOf(form[0]?.row ?? 0);
  if (start === undefined) return [];
  const fields = form.map(({ field }) => field).filter(({ spans }) => spans.length > 0);
  return [rowOf(source, start, fields) ?? { kind: "words", start }];
}
