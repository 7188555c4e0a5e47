import { isDutyText } from "../../../../core/document/duty-text.ts";
import { findLabel } from "../../../../core/document/labels.ts";
import type { PageBlock } from "./page-block.ts";

/** Lines that a page breaks for width alone are about as long as each other. */
const TOLERANCE = 2;
const SHORTEST_FULL_LINE = 18;
const FEWEST_LINES = 3;

/**
 * Joins the lines of a paragraph that `<br>` breaks at a fixed width. Certain only where three lines or more stand in one paragraph, all but the
 * last of one width, none of these ending a sentence and none after the first beginning with a number, a duty label or an indent.
 */
export function joinWrappedLines(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const joined: PageBlock[] = [];
  let at = 0;
  while (at < blocks.length) {
    let end = at + 1;
    while (end < blocks.length && blocks[end]?.afterBreak) end += 1;
    joined.push(...joinRun(blocks.slice(at, end)));
    at = end;
  }
  return joined;
}

function joinRun(run: readonly PageBlock[]): readonly PageBlock[] {
  const first = run[0];
  if (!first || run.length < FEWEST_LINES) return run;
  const width = Math.max(...run.slice(0, 1000).map(widthOf));
  const result: PageBlock[] = [];
  let taken: PageBlock[] = [];
  const close = (): void => {
    // A pair may be two short paragraphs of one length.
    if (taken.length >= FEWEST_LINES)
      result.push({ ...(taken[0] ?? first), text: taken.map((line) => line.text).join(""), han: sum(taken, "han"), linkHan: sum(taken, "linkHan") });
    else result.push(...taken);
    taken = [];
  };
  for (const line of run) {
    const last = taken.at(-1);
    if (last && !continues(last, line, width)) close();
    taken.push(line);
  }
  close();
  return result;
}

function continues(last: PageBlock, line: PageBlock, width: number): boolean {
  const isFull = width >= SHORTEST_FULL_LINE && widthOf(last) >= width - TOLERANCE;
  return isFull && !/[。；;：:！!？?]$/u.test(last.text) && !line.isIndented && !findLabel(line.text) && !isDutyText(line.text);
}

/** In Han widths, the indent included; two narrow signs are one. */
function widthOf(block: PageBlock): number {
  const narrow = block.text.match(/[\u0020-\u007e]/gu)?.length ?? 0;
  return block.text.length - narrow / 2 + (block.isIndented ? 2 : 0);
}

function sum(blocks: readonly PageBlock[], field: "han" | "linkHan"): number {
  return blocks.reduce((total, block) => total + block[field], 0);
}
