/** Words printed in one go, without a gap wider than a word space. Lengths are in points, from the page's upper left corner. */
export interface TextRun {
  readonly text: string;
  /** Left edge. */
  readonly x: number;
  /** Baseline, downwards from the top of the page. */
  readonly y: number;
  readonly width: number;
  /** Height of the type; a Han character is as wide. */
  readonly size: number;
}

/** A straight line of a frame or table, level or upright: x1 ≤ x2, y1 ≤ y2, in points. */
export interface Ruling {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A page as a file prints it: words and ruling lines by their place. */
export interface LayoutPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  readonly rulings: readonly Ruling[];
}
