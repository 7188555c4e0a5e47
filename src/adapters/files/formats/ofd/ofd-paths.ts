import { applied, type Matrix } from "../page-layout/matrix.ts";
import { filledLines, type SubPath, strokedLines } from "../page-layout/path-lines.ts";
import type { PlacedLine } from "../page-layout/upright.ts";
import { objectMatrix } from "./ofd-text.ts";
import type { OfdElement } from "./ofd-xml.ts";

/** How many numbers follow each verb of a path: start, move, line, second and third degree curves, arc, close (GB/T 33190-2016, 9.1). */
const VERBS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };
/** A longer path is a drawing; in UTF-16 code units. */
const LONGEST_PATH = 20_000;

/** The straight lines that a PathObject draws. @param outer from the page's millimetres to points */
export function linesOfPath(object: OfdElement, outer: Matrix): readonly PlacedLine[] {
  const { Stroke: stroke, Fill: fill, Visible: visible } = object.attributes;
  const data = object.children("AbbreviatedData")[0]?.words ?? "";
  if (visible === "false" || data.length > LONGEST_PATH) return [];
  const matrix = objectMatrix(object, outer);
  return subPathsOf(data, matrix).flatMap((path) => {
    const thin = fill === "true" ? filledLines(path) : [];
    return thin.length === 0 && stroke !== "false" ? strokedLines(path) : thin;
  });
}

function subPathsOf(data: string, matrix: Matrix): readonly SubPath[] {
  const words = data.split(/[\s,]+/u).filter((word) => word !== "");
  const paths: { points: (readonly [number, number])[]; isClosed: boolean }[] = [];
  for (let at = 0; at < words.length; ) {
    const verb = words[at] ?? "";
    const count = VERBS[verb];
    if (count === undefined) return paths;
    const numbers = words.slice(at + 1, at + 1 + count).map(Number);
    const point = applied(matrix, numbers.at(-2) ?? 0, numbers.at(-1) ?? 0);
    const last = paths.at(-1);
    if (verb === "L" && last) last.points.push(point);
    else if (verb === "C" && last) last.isClosed = true;
    else if (verb !== "C") paths.push({ points: [point], isClosed: false });
    at += count + 1;
  }
  return paths;
}
