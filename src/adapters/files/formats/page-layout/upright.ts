import { applied, type Matrix, multiply } from "./matrix.ts";
import type { LayoutPage, Ruling, TextRun } from "./page.ts";
import { printedForms } from "./printed-forms.ts";

/** Words as a file places them. */
export interface PlacedWords {
  readonly text: string;
  /** From the words' own space, one em high and growing rightwards, to the page with y downwards. */
  readonly matrix: Matrix;
  /** Width on the page, in points. */
  readonly width: number;
}

/** A straight line between two points of the page, in points, y downwards. */
export interface PlacedLine {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** Words turned away by more than this, as a share of their size, are a watermark or a seal. */
const SLANT = 0.05;
/** A line counts as level or upright when it leaves its direction by at most this much, in points. */
const OFF_LINE = 1;
/** Words in smaller or larger type, in points, are none that a reader sees. */
const SIZES = { from: 1, to: 200 };
/** Quarter turns clockwise that bring words upright: to the right, downwards, to the left, upwards. */
const TURNS: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
];

/** A page turned so that most of its words are upright (a table printed sideways); words at other angles are left out. */
export function uprightPage(
  size: { readonly width: number; readonly height: number },
  words: readonly PlacedWords[],
  lines: readonly PlacedLine[],
): LayoutPage {
  const counts = TURNS.map((_, turn) => words.reduce((sum, placed) => sum + (turnOf(placed.matrix) === turn ? placed.text.trim().length : 0), 0));
  const turn = counts.indexOf(Math.max(...counts));
  const matrix = turned(turn, size);
  const runs = words.flatMap((placed) => (turnOf(placed.matrix) === turn ? (toRun(placed, matrix) ?? []) : []));
  const isSideways = turn % 2 === 1;
  return {
    width: isSideways ? size.height : size.width,
    height: isSideways ? size.width : size.height,
    runs,
    rulings: lines.flatMap((line) => toRuling(line, matrix) ?? []),
  };
}

/** The direction in which words run, in quarter turns clockwise; undefined when slanted. */
function turnOf([a, b]: Matrix): number | undefined {
  const length = Math.hypot(a, b);
  if (!(length > 0)) return undefined;
  if (Math.abs(b) <= length * SLANT) return a > 0 ? 0 : 2;
  if (Math.abs(a) <= length * SLANT) return b > 0 ? 1 : 3;
  return undefined;
}

function turned(turn: number, { width, height }: { readonly width: number; readonly height: number }): Matrix {
  const shift: readonly (readonly [number, number])[] = [
    [0, 0],
    [0, width],
    [width, height],
    [height, 0],
  ];
  const [a, b, c, d] = TURNS[turn] ?? [1, 0, 0, 1];
  const [e, f] = shift[turn] ?? [0, 0];
  return [a, b, c, d, e, f];
}

function toRun({ text, matrix, width }: PlacedWords, turn: Matrix): TextRun | undefined {
  const [, , c, d, x, y] = multiply(turn, matrix);
  const size = Math.hypot(c, d);
  const isReadable = size >= SIZES.from && size <= SIZES.to && [x, y, width].every(Number.isFinite) && width >= 0;
  return isReadable ? { text: printedForms(text), x, y, width, size } : undefined;
}

function toRuling({ from, to }: PlacedLine, turn: Matrix): Ruling | undefined {
  const [x1, y1] = applied(turn, from[0], from[1]);
  const [x2, y2] = applied(turn, to[0], to[1]);
  if (![x1, y1, x2, y2].every(Number.isFinite)) return undefined;
  if (Math.abs(x1 - x2) > OFF_LINE && Math.abs(y1 - y2) > OFF_LINE) return undefined;
  return { x1: Math.min(x1, x2), y1: Math.min(y1, y2), x2: Math.max(x1, x2), y2: Math.max(y1, y2) };
}
