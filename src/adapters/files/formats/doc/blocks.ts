import type { SourceBlock } from "../../../../core/document/source-text.ts";
import { joinLabel, ListLabels, type NumberedList } from "../word/list-labels.ts";
import { cellText, type RowCell, toGrid } from "../word/table-grid.ts";
import type { RowLayout } from "./paragraph-properties.ts";
import type { StoryParagraph } from "./story.ts";

/** Cell edges nearer to one another than this are one edge; Word rounds them. In twips, 1/567 cm. */
const EDGE_TOLERANCE = 40;

interface Row {
  readonly layout: RowLayout | undefined;
  readonly cells: readonly (readonly StoryParagraph[])[];
}

/** Puts the paragraphs of a story together as lines and tables, with the numbers of automatic lists. */
export class BlockBuilder {
  readonly #lists: ReadonlyMap<number, NumberedList>;
  readonly #file: string;
  readonly #labels = new ListLabels();

  /** @param file base name, for messages */
  constructor(lists: ReadonlyMap<number, NumberedList>, file: string) {
    this.#lists = lists;
    this.#file = file;
  }

  /** @throws {AppError} `too_large` for a table larger than Word's */
  build(paragraphs: readonly StoryParagraph[]): readonly SourceBlock[] {
    const blocks: SourceBlock[] = [];
    let rows: Row[] = [];
    let cells: (readonly StoryParagraph[])[] = [];
    let open: StoryParagraph[] = [];
    const endTable = () => {
      // A row without its end mark is kept: its words count.
      const rest = open.length > 0 ? [...cells, open] : cells;
      if (rest.length > 0) rows.push({ layout: undefined, cells: rest });
      if (rows.length > 0) blocks.push(...this.#table(rows));
      [rows, cells, open] = [[], [], []];
    };
    for (const paragraph of joinUnended(paragraphs)) {
      const { tableDepth, endsRow, row } = paragraph.properties;
      if (tableDepth === 0) {
        endTable();
        blocks.push(...this.#lines(paragraph));
      } else if (!paragraph.endsCell) open.push(paragraph);
      else if (!endsRow) {
        cells.push([...open, paragraph]);
        open = [];
      } else {
        if (!paragraph.hasNoMark && cells.length > 0) rows.push({ layout: row, cells });
        [cells, open] = [[], []];
      }
    }
    endTable();
    return blocks;
  }

  #lines(paragraph: StoryParagraph): readonly SourceBlock[] {
    const { list, level } = paragraph.properties;
    const numbered = this.#lists.get(list);
    const label = numbered ? this.#labels.next(numbered, level) : "";
    const lines = joinLabel(label, paragraph.text).split("\n");
    return lines.filter((line) => line.trim() !== "").map((line) => ({ kind: "line", text: line.trimEnd() }));
  }

  #table(rows: readonly Row[]): readonly SourceBlock[] {
    const [onlyCell, ...others] = rows.flatMap((row) => row.cells);
    if (onlyCell && others.length === 0) return onlyCell.flatMap((paragraph) => this.#lines(paragraph));
    const edges = commonEdges(rows);
    const cells = toGrid(
      rows.map((row) => this.#rowCells(row, edges)),
      this.#file,
    );
    return cells.some((cell) => cell.text !== "") ? [{ kind: "table", cells }] : [];
  }

  #rowCells(row: Row, edges: readonly number[]): readonly RowCell[] {
    const layout = row.layout?.continues.length === row.cells.length ? row.layout : undefined;
    const column = (index: number) => edges.findLastIndex((edge) => edge <= (layout?.edges[index] ?? 0) + EDGE_TOLERANCE);
    return row.cells.map((paragraphs, index) => ({
      columnsBefore: layout && index === 0 ? Math.max(0, column(0)) : 0,
      columnSpan: layout ? Math.max(1, column(index + 1) - column(index)) : 1,
      continues: layout?.continues[index],
      readText: () => this.#cellText(paragraphs),
    }));
  }

  /** A row of an inner table is a line, its cells parted by spaces. */
  #cellText(paragraphs: readonly StoryParagraph[]): string {
    const blocks: SourceBlock[] = [];
    let innerRow: SourceBlock[] = [];
    for (const paragraph of paragraphs) {
      const lines = this.#lines(paragraph);
      if (paragraph.properties.tableDepth < 2) blocks.push(...lines);
      else if (!paragraph.properties.endsRow) innerRow.push(...lines);
      else {
        blocks.push({ kind: "line", text: cellText(innerRow).replaceAll("\n", " ") });
        innerRow = [];
      }
    }
    return cellText([...blocks, ...innerRow]);
  }
}

/** Where a paragraph has no mark its words go on in the next one, which keeps its formatting unless the first had words. */
function joinUnended(paragraphs: readonly StoryParagraph[]): readonly StoryParagraph[] {
  const joined: StoryParagraph[] = [];
  let before: StoryParagraph | undefined;
  for (const paragraph of paragraphs) {
    const text = (before?.text ?? "") + paragraph.text;
    const { list, level } = (before?.text.trim() ? before : paragraph).properties;
    const whole: StoryParagraph = { ...paragraph, text, properties: { ...paragraph.properties, list, level } };
    before = undefined;
    if (paragraph.hasNoMark && !paragraph.endsCell) before = whole;
    else joined.push(whole);
  }
  return before?.text ? [...joined, before] : joined;
}

/** The edges of all rows, from left to right, those that are nearly the same taken as one. */
function commonEdges(rows: readonly Row[]): readonly number[] {
  const edges = [...new Set(rows.flatMap((row) => row.layout?.edges ?? []))].sort((a, b) => a - b);
  const common: number[] = [];
  for (const edge of edges) if (edge > (common.at(-1) ?? Number.NEGATIVE_INFINITY) + EDGE_TOLERANCE) common.push(edge);
  return common;
}
