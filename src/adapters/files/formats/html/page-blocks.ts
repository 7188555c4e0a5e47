import { findLabel } from "../../../../core/document/labels.ts";
import { itemLabels } from "./list-labels.ts";
import type { PageBlock, PageBlocks, PageBox } from "./page-block.ts";
import { isElement, isText, namesOf, type PageElement, type PageNode } from "./page-nodes.ts";
import { gridOf, isDataGrid, type PageCell, type PageGrid, tableParts } from "./page-table.ts";
import { collapseSpace, hanCount, tidyLine } from "./page-text.ts";
import { isBlock, isUnshown, keepsBreaks } from "./visibility.ts";

interface Place {
  readonly depth: number;
  readonly inLink: boolean;
  readonly keepsBreaks: boolean;
  readonly names: readonly string[];
}

/** No page is nested deeper; what is, is read without its lists and tables. */
const DEEPEST = 400;

/** The lines and tables of a part of a page. Unshown elements are passed over, tables that only place things are taken apart into lines. */
export function blocksOf(root: PageNode): PageBlocks {
  const blocks: PageBlock[] = [];
  const boxes: PageBox[] = [];
  let pieces: { text: string; inLink: boolean }[] = [];
  let itemLabel = "";
  let afterBreak = false;

  const flush = (place: Place): boolean => {
    const raw = pieces.map((piece) => piece.text).join("");
    const linkHan = hanCount(pieces.map((piece) => (piece.inLink ? piece.text : "")).join(""));
    pieces = [];
    const words = tidyLine(place.keepsBreaks ? raw : collapseSpace(raw));
    if (words === "") return false;
    // An item whose words bring a number of their own was numbered by the editor of the page, not by the document (1. (一)指导思想).
    const text = itemLabel === "" || findLabel(words) ? words : `${itemLabel}${words}`;
    itemLabel = "";
    const isIndented = /^[ \t\r\n]*(?:\u3000|\u00a0{2})/u.test(raw);
    blocks.push({ text, cells: undefined, han: hanCount(words), linkHan, names: place.names.join(" "), afterBreak, isIndented });
    afterBreak = false;
    return true;
  };
  const endBlock = (place: Place): void => {
    flush(place);
    afterBreak = false;
  };

  const addText = (text: string, place: Place): void => {
    if (!place.keepsBreaks) {
      pieces.push({ text, inLink: place.inLink });
      return;
    }
    for (const [index, line] of text.split(/\r\n|\r|\n/u).entries()) {
      if (index > 0) endBlock(place);
      pieces.push({ text: line, inLink: place.inLink });
    }
  };

  const push = (text: string, cells: PageBlock["cells"], linkHan: number, place: Place): void => {
    blocks.push({ text, cells, han: hanCount(text), linkHan, names: place.names.join(" "), afterBreak: false, isIndented: false });
  };

  /** The cells of a row that hold a line each are one line to a reader of the page. */
  const addRow = (elements: readonly PageElement[], read: readonly PageCell[], place: Place): void => {
    const filled = read.filter((cell) => cell.text !== "");
    if (filled.length < 2 || read.some((cell) => cell.lineCount > 1)) for (const element of elements) walk(element, place);
    else push(filled.map((cell) => cell.text).join("\u3000"), undefined, sumOfLinkHan(filled), place);
  };

  const addTable = (table: PageElement, place: Place): void => {
    const parts = tableParts(table);
    for (const caption of parts.captions) walk(caption, place);
    const grid: PageGrid | undefined = parts.holdsTables ? undefined : gridOf(parts.rows, blocksOf);
    if (grid && isDataGrid(grid)) {
      push(grid.cells.map((cell) => cell.text).join("\n"), grid.cells, sumOfLinkHan(grid.cells), place);
      return;
    }
    const readByRow: PageCell[][] = parts.rows.map(() => []);
    for (const cell of grid?.cells ?? []) readByRow[cell.row]?.push(cell);
    for (const [index, elements] of parts.rows.entries()) addRow(elements, readByRow[index] ?? [], place);
  };

  const walkBlock = (element: PageElement, place: Place): void => {
    endBlock(place);
    const first = blocks.length;
    const inner = { ...place, names: [...place.names.slice(-2), namesOf(element)] };
    if (element.nodeName === "TABLE") addTable(element, inner);
    else walkChildren(element, inner);
    endBlock(inner);
    if (element.nodeName === "LI") itemLabel = "";
    if (blocks.length > first) boxes.push({ element, first, end: blocks.length });
  };

  const walkFlat = (top: PageElement, place: Place): void => {
    const waiting: PageNode[] = [top];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (isText(node)) addText(node.textContent ?? "", place);
      if (!isElement(node) || isUnshown(node)) continue;
      if (node.nodeName === "BR" || isBlock(node)) endBlock(place);
      for (const child of [...node.childNodes].reverse()) waiting.push(child);
    }
    endBlock(place);
  };

  const walk = (node: PageNode, place: Place): void => {
    if (isText(node)) {
      addText(node.textContent ?? "", place);
      return;
    }
    if (!isElement(node) || isUnshown(node)) return;
    if (place.depth >= DEEPEST) {
      walkFlat(node, place);
      return;
    }
    if (node.nodeName === "BR") {
      afterBreak = flush(place);
      return;
    }
    const inLink = place.inLink || (node.nodeName === "A" && node.getAttribute("href") !== null);
    const inner = { ...place, depth: place.depth + 1, inLink, keepsBreaks: place.keepsBreaks || keepsBreaks(node) };
    if (isBlock(node)) walkBlock(node, inner);
    else walkChildren(node, inner);
  };

  const walkChildren = (node: PageNode, place: Place): void => {
    const labels = isElement(node) && node.nodeName === "OL" ? itemLabels(node) : undefined;
    for (const child of node.childNodes) {
      const label = isElement(child) ? labels?.get(child) : undefined;
      if (label !== undefined) {
        endBlock(place);
        itemLabel = label;
      }
      walk(child, place);
    }
  };

  const start: Place = { depth: 0, inLink: false, keepsBreaks: false, names: [] };
  walkChildren(root, start);
  endBlock(start);
  return { blocks, boxes };
}

function sumOfLinkHan(cells: readonly PageCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.linkHan, 0);
}
