import type { GridCell } from "../../../../core/document/source-text.ts";
import type { PageElement } from "./page-nodes.ts";

/** What a reader of a page sees, in reading order: a line of words, or a table that holds data. */
export interface PageBlock {
  /** The line's words; a table's cells, each on a line. */
  readonly text: string;
  /** The cells, where it is a table. */
  readonly cells: readonly GridCell[] | undefined;
  /** Han characters, and those of them that stand in links. */
  readonly han: number;
  readonly linkHan: number;
  /** Ids and classes of the elements around it, the nearest three. */
  readonly names: string;
  /** Whether a single `<br>` parts it from the line before, in the same paragraph. */
  readonly afterBreak: boolean;
  readonly isIndented: boolean;
}

/** A block-level element, and the blocks in it: `[first, end)`. */
export interface PageBox {
  readonly element: PageElement;
  readonly first: number;
  readonly end: number;
}

export interface PageBlocks {
  readonly blocks: readonly PageBlock[];
  /** In the order in which they end: inner boxes before those around them. */
  readonly boxes: readonly PageBox[];
}
