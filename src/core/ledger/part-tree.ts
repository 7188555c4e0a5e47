import type { OfficialDocument, OutlineNode } from "../document/index.ts";
import { type Span, trimSpan } from "../text/span.ts";

/** The labelled parts of a document, and how they stand in each other. */
export interface PartTree {
  readonly document: OfficialDocument;
  /** Labelled parts in document order; rows of tables are none. */
  readonly parts: readonly OutlineNode[];
  parentOf(part: OutlineNode): OutlineNode | undefined;
  /** Nearest first. */
  ancestorsOf(part: OutlineNode): readonly OutlineNode[];
  /** Labelled parts directly inside. */
  childrenOf(part: OutlineNode): readonly OutlineNode[];
  /** Unlabelled lines directly inside. */
  linesOf(part: OutlineNode): readonly OutlineNode[];
  /** Whether the part, or one inside it, is among those with a duty. */
  hasDuty(part: OutlineNode, duties: ReadonlyMap<number, unknown>): boolean;
  /** Whether no labelled part stands inside. */
  isSmallest(part: OutlineNode): boolean;
  /** Whether a part's own words are its label and heading and nothing else, a stretch left out. */
  isHeadingAlone(part: OutlineNode, except: Span | undefined): boolean;
  /** The part's words to the end of all that stands in it, a table and what follows that left out, or of a duty that stands after it. */
  spanOf(part: OutlineNode, duty: { readonly span: Span } | undefined): Span;
}

export function createPartTree(document: OfficialDocument): PartTree {
  const { nodes, source } = document;
  const parts = nodes.filter((node) => node.label !== "" && node.kind !== "row");
  const children = groupByParent(parts);
  const lines = groupByParent(nodes.filter((node) => node.kind === "line"));
  const tables = firstTables(nodes);
  const parentOf = (part: OutlineNode): OutlineNode | undefined => (part.parent === undefined ? undefined : nodes[part.parent]);
  const childrenOf = (part: OutlineNode): readonly OutlineNode[] => children.get(part.index) ?? [];
  const hasDuty = (part: OutlineNode, duties: ReadonlyMap<number, unknown>): boolean =>
    duties.has(part.index) || childrenOf(part).some((child) => hasDuty(child, duties));
  return {
    document,
    parts,
    parentOf,
    ancestorsOf(part): readonly OutlineNode[] {
      const found: OutlineNode[] = [];
      for (let at = parentOf(part); at; at = parentOf(at)) found.push(at);
      return found;
    },
    childrenOf,
    linesOf: (part) => lines.get(part.index) ?? [],
    hasDuty,
    isSmallest: (part) => childrenOf(part).length === 0,
    isHeadingAlone(part, except): boolean {
      const own = trimSpan(source, part.own);
      const before =
        except && except.start >= own.start && except.end <= part.own.end ? source.slice(own.start, except.start) : source.slice(own.start, own.end);
      const hasLines = (lines.get(part.index) ?? []).some((line) => !(except && except.start <= line.span.start && line.span.end <= except.end));
      return part.title !== "" && !hasLines && lettersOf(before) === lettersOf(part.label + part.title);
    },
    spanOf(part, duty): Span {
      const end = tables.get(part.index) ?? part.span.end;
      return { ...trimSpan(source, { start: part.span.start, end }), ...(duty && duty.span.end > end ? { end: duty.span.end } : {}) };
    },
  };
}

/** For each part that holds a table, where the first begins. */
function firstTables(nodes: readonly OutlineNode[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const { kind, parent, own } of nodes)
    if ((kind === "row" || kind === "table") && parent !== undefined && !starts.has(parent)) starts.set(parent, own.start);
  return starts;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

function groupByParent(nodes: readonly OutlineNode[]): ReadonlyMap<number, readonly OutlineNode[]> {
  const groups = new Map<number, OutlineNode[]>();
  for (const node of nodes) {
    if (node.parent === undefined) continue;
    const group = groups.get(node.parent);
    if (group) group.push(node);
    else groups.set(node.parent, [node]);
  }
  return groups;
}
