import type { Span } from "../text/span.ts";

/** A cell as a file prints it. A merged cell is one cell that spans several rows or columns. Rows and columns count from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The cell's words; paragraphs and line breaks inside it are `\n`. */
  readonly text: string;
}

/** What a file's reader gives, in reading order: a paragraph (with the number that Word prints before it), a sheet's name, or a table. */
export type SourceBlock =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "sheet"; readonly name: string }
  | { readonly kind: "table"; readonly cells: readonly GridCell[] };

/** A cell of a stored table. A merged cell stands in every place that it spans, always with the same span. */
export interface SourceCell {
  readonly span: Span;
  /** Where the cell begins, from 0; equal to its own place unless merged. */
  readonly row: number;
  readonly column: number;
}

/** A table in a stored text. */
export interface SourceTable {
  /** Name of the sheet that it stands on; undefined outside workbooks. */
  readonly sheet: string | undefined;
  readonly span: Span;
  /** Rows of equal length; undefined where nothing is printed. */
  readonly rows: readonly (readonly (SourceCell | undefined)[])[];
}

/** The text that is stored of a file, and the tables in it. Every citation is a slice of `text`. */
export interface SourceText {
  readonly text: string;
  readonly tables: readonly SourceTable[];
  /** What the file says outside this text where the document is no longer in force: `有效性：失效`. */
  readonly lapse?: string | undefined;
}

/**
 * Lays blocks out as a text: a line a paragraph, a line a table row with its cells parted by tabs. A merged cell is written once, where it
 * begins. Line breaks inside a cell stay, so a row may take several lines. A sheet without words is left out with its name.
 */
export function layOut(blocks: readonly SourceBlock[]): SourceText {
  let text = "";
  let sheet: string | undefined;
  const tables: SourceTable[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "sheet" && isEmptySheet(blocks, index)) continue;
    if (block.kind === "table") {
      const table = layOutTable(block.cells, text.length);
      text += table.text;
      if (table.rows.length > 0) tables.push({ sheet, span: { start: table.start, end: text.length }, rows: table.rows });
      continue;
    }
    if (block.kind === "sheet") sheet = block.name;
    text += `${block.kind === "sheet" ? block.name : block.text}\n`;
  }
  return { text, tables };
}

function isEmptySheet(blocks: readonly SourceBlock[], index: number): boolean {
  for (const block of blocks.slice(index + 1)) {
    if (block.kind === "sheet") return true;
    if (block.kind === "line" ? block.text.trim() !== "" : block.cells.some(({ text }) => text.trim() !== "")) return false;
  }
  return true;
}

interface LaidOutTable {
  readonly text: string;
  readonly start: number;
  readonly rows: SourceTable["rows"];
}

function layOutTable(cells: readonly GridCell[], start: number): LaidOutTable {
  const height = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);
  const width = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  const rows: (SourceCell | undefined)[][] = Array.from({ length: height }, () => Array.from({ length: width }, () => undefined));
  const cellsByRow: GridCell[][] = rows.map(() => []);
  for (const cell of [...cells].sort((a, b) => a.column - b.column)) cellsByRow[cell.row]?.push(cell);
  let text = "";
  for (const here of cellsByRow) {
    here.forEach((cell, index) => {
      if (index > 0) text += "\t";
      const at = start + text.length;
      text += cell.text;
      const placed: SourceCell = { span: { start: at, end: start + text.length }, row: cell.row, column: cell.column };
      for (const places of rows.slice(cell.row, cell.row + cell.rowSpan)) places.fill(placed, cell.column, cell.column + cell.columnSpan);
    });
    text += "\n";
  }
  return { text, start, rows };
}
