import type { GridCell } from "../../../../core/document/source-text.ts";
import { sliceOf, trimSpan } from "../../../../core/text/span.ts";
import { formatNumber } from "./number-format.ts";
import { attributeOf, scanXml } from "./scan-xml.ts";
import { isTrue } from "./workbook.ts";

/** What cells refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  /** Number formats by cell style. */
  readonly formats: readonly string[];
  readonly from1904: boolean;
}

/** A range of places, both ends included, counted from 0. */
interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet that has more cells with words, or merges over more places, is no ledger of duties but a data base. */
const MOST_CELLS = 200_000;
const MOST_MERGED_PLACES = 2_000_000;

/** A sheet with more in it than is read. */
export class SheetTooLarge extends Error {}

/**
 * The cells of a sheet that have words, merged ones with their spans; what stands hidden under a merge is left out. Rows hidden by hand and hidden columns
 * are left out, since nobody who reads the sheet sees them; rows hidden by a filter that was left on, or folded away in a group, are read.
 * @throws {BadXml} @throws {SheetTooLarge}
 */
export function readSheet(xml: string, context: CellContext): readonly GridCell[] {
  const cells: GridCell[] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: { first: number; last: number }[] = [];
  let row = -1;
  let column = -1;
  let type = "n";
  let style = 0;
  let value = "";
  let part = "";
  let inReading = false;
  let isFiltered = false;
  scanXml(xml, {
    open: (name, attributes) => {
      part = name;
      switch (name) {
        case "row": {
          row = Number(attributeOf(attributes, "r") ?? row + 2) - 1;
          column = -1;
          if (isTrue(attributeOf(attributes, "hidden")) && attributeOf(attributes, "outlineLevel") === undefined) hiddenRows.add(row);
          break;
        }
        case "c": {
          const place = placeOf(attributeOf(attributes, "r") ?? "");
          column = place?.column ?? column + 1;
          row = place?.row ?? row;
          type = attributeOf(attributes, "t") ?? "n";
          style = Number(attributeOf(attributes, "s") ?? "0");
          value = "";
          break;
        }
        case "rPh":
          inReading = true;
          break;
        case "col":
          if (isTrue(attributeOf(attributes, "hidden"))) {
            hiddenColumns.push({ first: Number(attributeOf(attributes, "min")) - 1, last: Number(attributeOf(attributes, "max")) - 1 });
          }
          break;
        case "filterColumn":
          isFiltered = true;
          break;
        case "mergeCell": {
          const [from, to] = (attributeOf(attributes, "ref") ?? "").split(":").map(placeOf);
          if (from && to) merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
          break;
        }
        default:
      }
    },
    text: (words) => {
      if (part === "v" || (part === "t" && !inReading)) value += words;
    },
    close: (name) => {
      part = "";
      if (name === "rPh") inReading = false;
      if (name !== "c" || value === "") return;
      const text = tidyCell(textOf(value, type, style, context));
      if (text === "" || row < 0 || column < 0) return;
      if (cells.length >= MOST_CELLS) throw new SheetTooLarge();
      cells.push({ row, column, rowSpan: 1, columnSpan: 1, text });
    },
  });
  const isShown = (cell: GridCell): boolean =>
    (isFiltered || !hiddenRows.has(cell.row)) && !hiddenColumns.some((range) => cell.column >= range.first && cell.column <= range.last);
  return merged(cells.filter(isShown), merges);
}

function placeOf(reference: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** What a cell shows. A formula shows its stored result. An error (#REF!) says nothing of any duty and is left out. */
function textOf(value: string, type: string, style: number, context: CellContext): string {
  switch (type) {
    case "s":
      return unescapeControls(context.strings[Number(value)] ?? "");
    case "inlineStr":
    case "str":
      return unescapeControls(value);
    case "e":
      return "";
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "d": {
      const date = /^(\d{4})-(\d{2})-(\d{2})/u.exec(value);
      return date ? `${date[1]}年${Number(date[2])}月${Number(date[3])}日` : value;
    }
    default: {
      const number = Number(value);
      return Number.isFinite(number) ? formatNumber(number, context.formats[style] ?? "General", context.from1904) : value;
    }
  }
}

/** Control characters stand as `_x000D_` (ECMA-376 part 1, §22.9.2.19). */
function unescapeControls(text: string): string {
  return text.includes("_x") ? text.replace(/_x00([01][0-9A-F]|5F)_/gu, (_, hex: string) => (hex === "5F" ? "_" : hex === "0A" ? "\n" : "")) : text;
}

/** A line a line; no signs without width, and no white space at the ends of a line. */
function tidyCell(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/[\t\u00a0]/gu, " ")
    .replace(/(?!\n)\p{Cc}|[\u200b-\u200f\u2060\ufeff]/gu, "")
    .split("\n")
    .map((line) => sliceOf(line, trimSpan(line, { start: 0, end: line.length })))
    .filter((line) => line !== "")
    .join("\n");
}

/** Spans are cut at the last row and column with words: a merge may run to the sheet's end. */
function merged(cells: readonly GridCell[], merges: readonly Merge[]): readonly GridCell[] {
  const byPlace = new Map(cells.map((cell) => [keyOf(cell.row, cell.column), cell]));
  const lastRow = cells.reduce((most, cell) => Math.max(most, cell.row), 0);
  const lastColumn = cells.reduce((most, cell) => Math.max(most, cell.column), 0);
  let work = 0;
  for (const merge of merges) {
    const bottom = Math.min(merge.bottom, lastRow);
    const right = Math.min(merge.right, lastColumn);
    const origin = byPlace.get(keyOf(merge.top, merge.left));
    if (!origin || bottom < merge.top || right < merge.left) continue;
    work += (bottom - merge.top + 1) * (right - merge.left + 1);
    if (work > MOST_MERGED_PLACES) throw new SheetTooLarge();
    for (let row = merge.top; row <= bottom; row += 1) for (let column = merge.left; column <= right; column += 1) byPlace.delete(keyOf(row, column));
    byPlace.set(keyOf(merge.top, merge.left), { ...origin, rowSpan: bottom - merge.top + 1, columnSpan: right - merge.left + 1 });
  }
  return [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

const COLUMNS = 0x4000;

function keyOf(row: number, column: number): number {
  return row * COLUMNS + column;
}
