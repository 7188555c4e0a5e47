import type { SourceBlock } from "../../../../core/document/source-text.ts";
import type { AlignedColumn } from "./aligned-columns.ts";
import { alignedTablesOf } from "./aligned-tables.ts";
import { joinTables } from "./continued-tables.ts";
import { withoutFurniture } from "./furniture.ts";
import { settingOf } from "./margins.ts";
import type { LayoutPage } from "./page.ts";
import { type PlacedLine, paragraphsOf } from "./paragraphs.ts";
import { ruledTablesOf } from "./ruled-tables.ts";
import type { TablePiece } from "./table-piece.ts";
import { type WordTable, wordTableOf } from "./table-rows.ts";
import { linesOf, type TextLine } from "./text-lines.ts";

interface PageParts {
  readonly width: number;
  readonly tables: readonly TablePiece[];
  readonly lines: readonly TextLine[];
}

/**
 * What a file's pages say, in reading order: paragraphs whose lines are joined, and tables, over the ends of pages. Running heads and page
 * numbers are left out. It never throws.
 */
export function blocksOfPages(pages: readonly LayoutPage[]): readonly SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let waiting: PlacedLine[] = [];
  let table: WordTable | undefined;
  const parts = partsOf(pages);
  const settings = settingsOf(parts);
  const endParagraphs = (width: number) => {
    const setting = settings.get(width);
    if (setting) for (const text of paragraphsOf(waiting, setting)) blocks.push({ kind: "line", text });
    waiting = [];
  };
  const endTable = () => {
    if (table)
      blocks.push({ kind: "table", cells: table.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({ row, column, rowSpan, columnSpan, text })) });
    table = undefined;
  };
  parts.forEach((page, at) => {
    const before = parts[at - 1];
    if (before && before.width !== page.width) endParagraphs(before.width);
    for (const item of inOrder(page)) {
      if ("line" in item) {
        endTable();
        waiting.push({ line: item.line, page: at });
        continue;
      }
      endParagraphs(page.width);
      const next = wordTableOf(item.table);
      const joined = table && item.isFirst ? joinTables(table, next) : undefined;
      if (!joined) endTable();
      table = joined ?? next;
    }
  });
  endTable();
  endParagraphs(parts.at(-1)?.width ?? 0);
  return blocks;
}

function partsOf(pages: readonly LayoutPage[]): readonly PageParts[] {
  const ruled = pages.map(ruledTablesOf);
  const flow = withoutFurniture(pages.map((page, at) => ({ height: page.height, lines: linesOf(ruled[at]?.rest ?? []) })));
  let columns: readonly AlignedColumn[] | undefined;
  return pages.map((page, at) => {
    const aligned = alignedTablesOf(flow[at] ?? [], columns);
    columns = aligned.open;
    return { width: Math.round(page.width), tables: [...(ruled[at]?.tables ?? []), ...aligned.tables], lines: aligned.rest };
  });
}

function settingsOf(parts: readonly PageParts[]): ReadonlyMap<number, ReturnType<typeof settingOf>> {
  const lines = new Map<number, TextLine[]>();
  for (const page of parts) {
    const known = lines.get(page.width);
    if (known) known.push(...page.lines);
    else lines.set(page.width, [...page.lines]);
  }
  return new Map([...lines].map(([width, inside]) => [width, settingOf(inside, width)]));
}

type Item = { readonly line: TextLine } | { readonly table: TablePiece; readonly isFirst: boolean };

/** A page's lines and tables from top to bottom. */
function inOrder(page: PageParts): readonly Item[] {
  const items = [...page.lines.map((line) => ({ at: line.y, line })), ...page.tables.map((table) => ({ at: table.top, table }))];
  items.sort((a, b) => a.at - b.at);
  return items.map((item, index) => ("line" in item ? { line: item.line } : { table: item.table, isFirst: index === 0 }));
}
