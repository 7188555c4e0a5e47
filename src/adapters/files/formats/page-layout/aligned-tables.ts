import { type AlignedColumn, columnsWith, firstColumns } from "./aligned-columns.ts";
import { rowStarts } from "./aligned-rows.ts";
import type { PieceCell, TablePiece } from "./table-piece.ts";
import type { LinePart, TextLine } from "./text-lines.ts";

/** Tables without drawn lines, and what stands in none. */
export interface AlignedTables {
  readonly tables: readonly TablePiece[];
  readonly rest: readonly TextLine[];
  /** The columns of a table that reaches the page's end. */
  readonly open: readonly AlignedColumn[] | undefined;
}

/** Fewer lines are no table, but words set apart. */
const LEAST_LINES = 3;
/** Words under a table, not in it. */
const NOTE = /^(?:注|备注|说明)[0-9]?[：:]/u;
/** Lines farther from each other than this, in ems, are not of one table. */
const FARTHEST_EM = 5;

interface Region {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly AlignedColumn[];
}

/**
 * Finds tables by the gaps that stand below each other on a page.
 * @param open columns of a table that reached the end of the page before, and that may go on here without a header
 */
export function alignedTablesOf(lines: readonly TextLine[], open: readonly AlignedColumn[] | undefined): AlignedTables {
  const tables: TablePiece[] = [];
  const rest: TextLine[] = [];
  let reached: readonly AlignedColumn[] | undefined;
  for (let at = 0; at < lines.length; ) {
    const region = regionAt(lines, at, at === 0 ? open : undefined);
    if (!region) {
      rest.push(...lines.slice(at, at + 1));
      at += 1;
      continue;
    }
    tables.push(pieceOf(lines.slice(region.from, region.to), region.columns));
    at = region.to;
    if (at === lines.length) reached = region.columns;
  }
  return { tables, rest, open: reached };
}

/** The table that begins at a line: a header of three columns or more, or a page's first line in the columns of the page before. */
function regionAt(lines: readonly TextLine[], from: number, open: readonly AlignedColumn[] | undefined): Region | undefined {
  const header = lines[from];
  if (!header) return undefined;
  let columns = firstColumns(header) ?? (open ? columnsWith(open, header) : undefined);
  if (!columns) return undefined;
  const isOpen = firstColumns(header) === undefined;
  let to = from + 1;
  let withGaps = header.parts.length > 1 ? 1 : 0;
  for (; to < lines.length; to += 1) {
    const line = lines[to];
    const before = lines[to - 1];
    if (!line || !before || line.y - before.y > FARTHEST_EM * line.size) break;
    const wider = columnsWith(columns, line);
    if (!wider || isParagraph(line, columns)) break;
    columns = wider;
    if (line.parts.length > 1) withGaps += 1;
  }
  const isTable = isOpen ? withGaps > 0 : to - from >= LEAST_LINES && withGaps >= LEAST_LINES;
  return isTable ? { from, to, columns } : undefined;
}

/** A line alone that is a note under the table, or that runs over more than its column has room for. */
function isParagraph(line: TextLine, columns: readonly AlignedColumn[]): boolean {
  const [only, ...others] = line.parts;
  if (!only || others.length > 0) return false;
  if (NOTE.test(only.text)) return true;
  const next = columns.find((column) => column.x > only.x + line.size);
  return next !== undefined && only.right > next.x - line.size * 0.5;
}

function pieceOf(lines: readonly TextLine[], columns: readonly AlignedColumn[]): TablePiece {
  const column = (part: LinePart) => columns.findIndex((place) => part.x < place.right && part.right > place.x);
  const starts = rowStarts(lines, column);
  const cells = new Map<string, TextLine[]>();
  let row = -1;
  lines.forEach((line, index) => {
    if (index === 0 || starts.has(index)) row += 1;
    for (const part of line.parts) {
      const key = `${row} ${Math.max(0, column(part))}`;
      cells.set(key, [...(cells.get(key) ?? []), { ...line, text: part.text, parts: [part], x: part.x, right: part.right }]);
    }
  });
  const height = row + 1;
  const all = Array.from({ length: height }, (_, at) =>
    columns.map((place, index) => cellOf(at, index, cells.get(`${at} ${index}`) ?? [], place.right - place.x)),
  );
  const edges = columns.map((place) => place.x);
  return { top: lines[0]?.y ?? 0, bottom: lines.at(-1)?.y ?? 0, xs: [...edges, columns.at(-1)?.right ?? 0], isRuled: false, height, cells: all.flat() };
}

function cellOf(row: number, column: number, lines: readonly TextLine[], room: number): PieceCell {
  return { row, column, rowSpan: 1, columnSpan: 1, lines, room };
}
