import type { GridCell, SourceBlock } from "../../src/core/document/source-text.ts";

export function line(text: string): SourceBlock {
  return { kind: "line", text };
}

export function sheet(name: string): SourceBlock {
  return { kind: "sheet", name };
}

/** A table by rows of cells: `^` is merged with the cell above it, `<` with the cell before it, and `-` is a place where nothing is printed. */
export function table(...rows: readonly (readonly string[])[]): SourceBlock {
  const cells: (GridCell & { rowSpan: number; columnSpan: number })[] = [];
  const above: (typeof cells)[number][] = [];
  rows.forEach((words, row) => {
    words.forEach((text, column) => {
      const [up, left] = [above[column], above[column - 1]];
      if (text === "^" && up) {
        if (up.column === column) up.rowSpan += 1;
      } else if (text === "<" && left) {
        left.columnSpan += 1;
        above[column] = left;
      } else if (text !== "-") {
        const cell = { row, column, rowSpan: 1, columnSpan: 1, text };
        cells.push(cell);
        above[column] = cell;
      }
    });
  });
  return { kind: "table", cells };
}
