import type { GridCell } from "../../../../core/document/source-text.ts";
import type { PageBlocks } from "./page-block.ts";
import { childElements, isElement, type PageElement, type PageNode } from "./page-nodes.ts";
import { isUnshown } from "./visibility.ts";

/** The cells of a row. */
type PageRow = readonly PageElement[];

interface TableParts {
  readonly captions: readonly PageElement[];
  readonly rows: readonly PageRow[];
  /** Whether a table stands inside: then the outer one only places things on the page. */
  readonly holdsTables: boolean;
}

/** Rows as they are shown: a head first, a foot last, hidden ones not at all. */
export function tableParts(table: PageElement): TableParts {
  const groups: { head: PageRow[]; body: PageRow[]; foot: PageRow[] } = { head: [], body: [], foot: [] };
  const gather = (node: PageNode, rows: PageRow[], depth: number): void => {
    for (const child of node.childNodes) {
      if (!isElement(child) || isUnshown(child)) continue;
      if (child.nodeName === "TR") rows.push(childElements(child, ["TD", "TH"]).filter((cell) => !isUnshown(cell)));
      else if (child.nodeName === "THEAD") gather(child, groups.head, depth + 1);
      else if (child.nodeName === "TFOOT") gather(child, groups.foot, depth + 1);
      else if (child.nodeName !== "CAPTION" && depth < 8) gather(child, rows, depth + 1);
    }
  };
  gather(table, groups.body, 0);
  const rows = [...groups.head, ...groups.body, ...groups.foot];
  const captions = childElements(table, ["CAPTION"]);
  return { captions, rows, holdsTables: rows.some((row) => row.some((cell) => cell.querySelector("table") !== null)) };
}

/** A cell with the number of its lines and of the Han characters of its links. */
export interface PageCell extends GridCell {
  readonly lineCount: number;
  readonly linkHan: number;
}

export interface PageGrid {
  readonly cells: readonly PageCell[];
  /** Whether the first row is of `<th>` alone. */
  readonly hasHead: boolean;
}

const WIDEST_TABLE = 100;
const MOST_PLACES = 400_000;

/**
 * Places cells by their spans, as HTML's table model does (a row span of 0 runs to the table's end).
 * @returns undefined for a table too large to be one
 */
export function gridOf(rows: readonly PageRow[], read: (cell: PageElement) => PageBlocks): PageGrid | undefined {
  if (rows.length * WIDEST_TABLE > MOST_PLACES) return undefined;
  const cells: PageCell[] = [];
  const taken: boolean[][] = rows.map(() => []);
  for (const [rowIndex, row] of rows.entries()) {
    let column = 0;
    for (const element of row) {
      while (taken[rowIndex]?.[column]) column += 1;
      if (column >= WIDEST_TABLE) return undefined;
      const columnSpan = Math.min(spanOf(element, "colspan") || 1, WIDEST_TABLE - column);
      const rowSpan = Math.min(spanOf(element, "rowspan") || rows.length, rows.length - rowIndex);
      for (const places of taken.slice(rowIndex, rowIndex + rowSpan)) for (let at = column; at < column + columnSpan; at += 1) places[at] = true;
      const { blocks } = read(element);
      const text = blocks.map((block) => block.text).join("\n");
      const linkHan = blocks.reduce((sum, block) => sum + block.linkHan, 0);
      cells.push({ row: rowIndex, column, rowSpan, columnSpan, text, lineCount: blocks.length, linkHan });
      column += columnSpan;
    }
  }
  return { cells, hasHead: rows[0]?.every((cell) => cell.nodeName === "TH") ?? false };
}

function spanOf(element: PageElement, attribute: "rowspan" | "colspan"): number {
  const printed = element.getAttribute(attribute)?.trim() ?? "";
  return /^\d{1,5}$/u.test(printed) ? Number(printed) : 1;
}

/** A cell with so many lines, and so large a share of all words, is the page's text, and its table a frame around it. */
const FRAME_LINES = 8;
const FRAME_SHARE = 0.6;

/** Whether a table holds data: several rows of several cells with words, none of which is the text of the page. A row of head cells counts double. */
export function isDataGrid(grid: PageGrid): boolean {
  const filled = new Map<number, number>();
  let total = 0;
  for (const cell of grid.cells) {
    total += cell.text.length;
    if (cell.text !== "") filled.set(cell.row, (filled.get(cell.row) ?? 0) + 1);
  }
  const isFrame = grid.cells.some((cell) => cell.lineCount >= FRAME_LINES && cell.text.length > total * FRAME_SHARE);
  const fullRows = [...filled.values()].filter((count) => count >= 2).length + (grid.hasHead ? 1 : 0);
  return !isFrame && fullRows >= 2;
}
