import type { OfficialDocument, OutlineNode } from "../../../../core/document/official-document.ts";
import type { SourceTable } from "../../../../core/document/source-text.ts";
import { matchText } from "../../../../core/search/match-text.ts";
import { type Span, sliceOf, trimSpan } from "../../../../core/text/span.ts";

/**
 * What lies over a stretch of the source.
 * - `mark` the passage that was opened
 * - `strong` a label and its heading
 * - `slip` a misprint; `number` is its number on the page
 * - `reference` names a document that can be opened at `href`
 */
export type Overlay =
  | { readonly kind: "mark" | "strong"; readonly span: Span }
  | { readonly kind: "slip"; readonly span: Span; readonly number: number }
  | { readonly kind: "reference"; readonly span: Span; readonly href: string };

/** A place in the source that has an address. `task` is the ordinal of the task that begins there. */
export interface Anchor {
  readonly at: number;
  readonly id: string;
  readonly task: number | undefined;
}

/** A stretch of the source over which the same overlays lie. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly overlays: readonly Overlay[];
  /** Anchors at its start. */
  readonly anchors: readonly Anchor[];
}

export type LineKind = "title" | "heading" | "plain" | "blank";

/** The source from its beginning to its end: lines, each with its line break, and tables in between. */
export type SourcePart =
  | { readonly kind: "line"; readonly as: LineKind; readonly pieces: readonly Piece[] }
  | { readonly kind: "table"; readonly rows: readonly TableRowPieces[] };

export interface TableRowPieces {
  readonly isHeader: boolean;
  readonly cells: readonly { readonly rowSpan: number; readonly columnSpan: number; readonly pieces: readonly Piece[] }[];
}

/** Lays overlays and anchors over a document's source. The text of all lines is the source outside tables, to the last character. */
export function sourcePartsOf(document: OfficialDocument, overlays: readonly Overlay[], anchors: readonly Anchor[]): readonly SourcePart[] {
  const { source } = document;
  const layer = createLayer(source, overlays, anchors);
  const starts = new Map(document.nodes.map((node) => [trimSpan(source, node.own).start, node]));
  const parts: SourcePart[] = [];
  let at = 0;
  const lines = (end: number): void => {
    for (; at < end; ) {
      const lineBreak = source.indexOf("\n", at);
      const span = { start: at, end: lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1 };
      parts.push({ kind: "line", as: kindOfLine(document, span, starts), pieces: layer(span) });
      at = span.end;
    }
  };
  for (const table of document.tables) {
    if (table.span.start < at) continue;
    lines(table.span.start);
    parts.push({ kind: "table", rows: rowsOf(table, layer, document.nodes) });
    at = table.span.end;
  }
  lines(source.length);
  return parts;
}

function kindOfLine({ source, title }: OfficialDocument, span: Span, starts: ReadonlyMap<number, OutlineNode>): LineKind {
  const words = trimSpan(source, span);
  if (words.start === words.end) return "blank";
  const node = starts.get(words.start);
  if (node?.kind === "front" && matchText(sliceOf(source, words)) === matchText(title)) return "title";
  // A closing mark may stand behind the heading.
  return node?.kind === "section" && node.title !== "" && words.end - words.start <= node.label.length + node.title.length + 2 ? "heading" : "plain";
}

/** Cuts stretches of the source into pieces. Stretches are asked for in the order of the source. */
function createLayer(source: string, overlays: readonly Overlay[], anchors: readonly Anchor[]): (span: Span) => readonly Piece[] {
  const inOrder = [...overlays].sort((a, b) => a.span.start - b.span.start);
  const anchored = new Map<number, Anchor[]>();
  for (const anchor of anchors) anchored.set(anchor.at, [...(anchored.get(anchor.at) ?? []), anchor]);
  return ({ start, end }) => {
    const over = inOrder.filter(({ span }) => span.start < end && start < span.end);
    const inside = [...anchored.keys()].filter((at) => start < at && at < end);
    const cuts = [...new Set([start, ...inside, ...over.flatMap(({ span }) => [span.start, span.end]).filter((at) => start < at && at < end), end])].sort(
      (a, b) => a - b,
    );
    return cuts.slice(0, -1).map((from, index) => {
      const to = cuts[index + 1] ?? end;
      return {
        start: from,
        text: source.slice(from, to),
        overlays: over.filter(({ span }) => span.start < to && from < span.end),
        anchors: anchored.get(from) ?? [],
      };
    });
  };
}

function rowsOf({ rows }: SourceTable, layer: (span: Span) => readonly Piece[], nodes: readonly OutlineNode[]): readonly TableRowPieces[] {
  const entryStarts = new Set(nodes.filter(({ kind }) => kind === "row").map(({ own }) => own.start));
  return rows.map((cells, row) => ({
    isHeader: row === 0 && !cells.some((cell) => cell && entryStarts.has(cell.span.start)),
    cells: cells.flatMap((cell, column) => {
      if (cell === undefined) return [{ rowSpan: 1, columnSpan: 1, pieces: [] }];
      if (cell.row !== row || cell.column !== column) return [];
      const isSame = (other: typeof cell | undefined): boolean => other?.row === row && other.column === column;
      return [
        {
          rowSpan: rows.slice(row).filter((below) => isSame(below[column])).length,
          columnSpan: cells.slice(column).filter(isSame).length,
          pieces: cell.span.start === cell.span.end ? [] : layer(cell.span),
        },
      ];
    }),
  }));
}
