import { isFullWidth } from "../page-layout/advance.ts";
import type { Matrix } from "../page-layout/matrix.ts";
import { applied, multiply } from "../page-layout/matrix.ts";
import type { PlacedWords } from "../page-layout/upright.ts";
import { numbersOf, stepsOf } from "./ofd-numbers.ts";
import type { OfdElement } from "./ofd-xml.ts";

/** A gap this wide after a character, in ems, ends a run of words: narrow characters are at times set as wide as Han characters. */
const RUN_GAP_EM = 0.6;
/** Steps up or down of at least this many ems are another line. */
const STEP_EM = 0.2;

/** The matrix of an object: its CTM inside its boundary. @param outer from the page's millimetres to points */
export function objectMatrix(object: OfdElement, outer: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(object.attributes["Boundary"]);
  const [a, b, c, d, e, f] = numbersOf(object.attributes["CTM"]);
  const own: Matrix = f === undefined ? [1, 0, 0, 1, 0, 0] : [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f];
  return multiply(multiply(outer, [1, 0, 0, 1, x, y]), own);
}

/** The words of a TextObject by their places (GB/T 33190-2016, 11.2 and 11.3). */
export function wordsOfText(object: OfdElement, outer: Matrix): readonly PlacedWords[] {
  const { Size: printedSize, HScale: scale, Visible: visible } = object.attributes;
  const size = numbersOf(printedSize)[0] ?? 0;
  if (visible === "false" || size <= 0) return [];
  const matrix = objectMatrix(object, outer);
  const stretch = numbersOf(scale)[0] ?? 1;
  let [x, y] = [0, 0];
  return object.children("TextCode").flatMap((code) => {
    x = numbersOf(code.attributes["X"])[0] ?? x;
    y = numbersOf(code.attributes["Y"])[0] ?? y;
    return runsOf(code, { x, y, size, stretch, matrix });
  });
}

interface TextState {
  readonly x: number;
  readonly y: number;
  /** Millimetres. */
  readonly size: number;
  readonly stretch: number;
  readonly matrix: Matrix;
}

function runsOf(code: OfdElement, { x, y, size, stretch, matrix }: TextState): readonly PlacedWords[] {
  const characters = [...code.words.replace(/[\r\n\t]+/gu, "")];
  const across = stepsOf(code.attributes["DeltaX"], characters.length);
  const down = stepsOf(code.attributes["DeltaY"], characters.length);
  const isAcross = code.attributes["DeltaX"] !== undefined;
  const runs: PlacedWords[] = [];
  let text = "";
  let place = { x, y };
  let start = place;
  let right = x;
  const end = () => {
    const [originX, originY] = applied(matrix, start.x, start.y);
    const [a, b, c, d] = matrix;
    if (text.trim() !== "")
      runs.push({ text, matrix: [a * size, b * size, c * size, d * size, originX, originY], width: Math.hypot(a, b) * (right - start.x) });
    text = "";
    start = place;
  };
  characters.forEach((character, index) => {
    const advance = size * stretch * (isFullWidth(character) ? 1 : 0.5);
    text += character;
    right = place.x + advance;
    const step = isAcross ? (across[index] ?? across.at(-1) ?? 0) : down.length > 0 ? 0 : advance;
    const fall = down[index] ?? 0;
    place = { x: place.x + step, y: place.y + fall };
    if (Math.abs(fall) > size * STEP_EM || place.x - right > size * RUN_GAP_EM || place.x < right - size * 0.8) end();
  });
  end();
  return runs;
}
