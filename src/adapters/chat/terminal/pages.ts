import { displayWidth } from "./display-width.ts";

/** What a terminal shows at once. */
export interface Screen {
  readonly rows: number;
  readonly columns: number;
}

/** Rows kept free below a page: the line about further pages and the prompt. */
const ROWS_BELOW = 2;
const LEAST_ROWS = 5;

/** Splits a text at line ends into pages that a screen shows without scrolling; a line longer than the screen is a page of its own. */
export function splitPages(text: string, { rows, columns }: Screen): readonly string[] {
  const room = Math.max(LEAST_ROWS, rows - ROWS_BELOW);
  const pages: string[][] = [[]];
  let used = 0;
  for (const line of text.split("\n")) {
    const height = Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, columns)));
    if (used > 0 && used + height > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += height;
  }
  return pages.map((lines) => lines.join("\n"));
}
