import type { TextLine } from "./text-lines.ts";

/** A column of a table without drawn lines: from where to where its words reach, in points. */
export interface AlignedColumn {
  readonly x: number;
  readonly right: number;
}

/** Fewer columns are words set apart: 联系人 and telephone, a signature and its date. */
const LEAST_COLUMNS = 3;
/** A header's cell has so many characters. */
const HEADING_LENGTH = { from: 2, to: 14 };

/** The columns that a table's first line gives; undefined where it is no header. */
export function firstColumns(line: TextLine): readonly AlignedColumn[] | undefined {
  const isHeader = line.parts.length >= LEAST_COLUMNS && line.parts.every(({ text }) => text.length >= HEADING_LENGTH.from && text.length <= HEADING_LENGTH.to);
  return isHeader ? line.parts.map(({ x, right }) => ({ x, right })) : undefined;
}

/** The columns with a line's words in them; undefined where these run over two columns or stand beside all. */
export function columnsWith(columns: readonly AlignedColumn[], line: TextLine): readonly AlignedColumn[] | undefined {
  const wider = columns.map((column) => ({ ...column }));
  for (const part of line.parts) {
    const touched = wider.filter((column) => part.x < column.right && part.right > column.x);
    const column = touched[0];
    if (!column || touched.length > 1) return undefined;
    column.x = Math.min(column.x, part.x);
    column.right = Math.max(column.right, part.right);
  }
  return wider.every((column, index) => index === 0 || column.x > (wider[index - 1]?.right ?? 0)) ? wider : undefined;
}
