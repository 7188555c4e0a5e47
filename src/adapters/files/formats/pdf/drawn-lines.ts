import { applied, type Matrix, multiply, toMatrix } from "../page-layout/matrix.ts";
import { filledLines, type SubPath, strokedLines } from "../page-layout/path-lines.ts";
import type { PlacedLine } from "../page-layout/upright.ts";

/** Operators of a page as pdf.js gives them. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The numbers of pdf.js's operators. */
export type OperatorNumbers = Readonly<Record<string, number>>;

/** More lines than this on a page are a drawing. */
const MAX_LINES = 20_000;
/** A longer path, in bytes of its numbers, is a drawing. */
const LONGEST_PATH = 400_000;
/** Numbers that follow each verb of a path: to a point, a line, a curve, a curve of second degree, back to the start. */
const PATH_ARGUMENTS: readonly number[] = [2, 2, 6, 4, 0];
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

/** The straight lines that a page draws: strokes, and the thin filled boxes that word processors draw borders as. */
export function drawnLines({ fnArray, argsArray }: Operators, numbers: OperatorNumbers, page: Matrix): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  const stack: Matrix[] = [];
  let matrix = page;
  const named = new Map(Object.entries(numbers).map(([name, number]) => [number, name]));
  for (const [index, operator] of fnArray.entries()) {
    if (lines.length > MAX_LINES) return [];
    const args = argsArray[index];
    const values: readonly unknown[] = Array.isArray(args) ? args : [];
    switch (named.get(operator)) {
      case "save":
        stack.push(matrix);
        break;
      case "paintFormXObjectBegin":
        stack.push(matrix);
        matrix = multiply(matrix, toMatrix(values[0]) ?? IDENTITY);
        break;
      case "restore":
      case "paintFormXObjectEnd":
        matrix = stack.pop() ?? page;
        break;
      case "transform":
        matrix = multiply(matrix, toMatrix(values) ?? IDENTITY);
        break;
      case "constructPath": {
        const paint = typeof values[0] === "number" ? named.get(values[0]) : undefined;
        const data = Array.isArray(values[1]) ? (values[1][0] as unknown) : undefined;
        if (paint && ArrayBuffer.isView(data) && data.byteLength < LONGEST_PATH)
          lines.push(...paintedLines(paint, data as unknown as ArrayLike<number>, matrix));
        break;
      }
      default:
    }
  }
  return lines;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function paintedLines(paint: string, data: ArrayLike<number>, matrix: Matrix): readonly PlacedLine[] {
  const strokes = /stroke/iu.test(paint);
  const fills = /fill/iu.test(paint);
  if (!strokes && !fills) return [];
  return subPathsOf(data, matrix).flatMap((path) => {
    const thin = fills ? filledLines(path) : [];
    return strokes && thin.length === 0 ? strokedLines(path) : thin;
  });
}

function subPathsOf(data: ArrayLike<number>, matrix: Matrix): readonly SubPath[] {
  const paths: { points: (readonly [number, number])[]; isClosed: boolean }[] = [];
  for (let at = 0; at < data.length; ) {
    const verb = data[at] ?? CLOSE;
    const count = PATH_ARGUMENTS[verb];
    if (count === undefined) return [];
    const last = paths.at(-1);
    const point = () => applied(matrix, data[at + 1] ?? 0, data[at + 2] ?? 0);
    if (verb === MOVE) paths.push({ points: [point()], isClosed: false });
    else if (verb === LINE) last?.points.push(point());
    else if (verb === CLOSE && last) last.isClosed = true;
    else paths.push({ points: [applied(matrix, data[at + count - 1] ?? 0, data[at + count] ?? 0)], isClosed: false });
    at += count + 1;
  }
  return paths;
}
