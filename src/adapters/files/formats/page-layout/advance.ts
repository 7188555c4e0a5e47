import type { TextRun } from "./page.ts";

/** Set as wide as high: Han characters, their punctuation and full-width forms. */
const FULL_WIDTH = /[\p{Script=Han}\u2014\u2018-\u201f\u2026\u2460-\u249b\u2e80-\u303f\u3040-\u30ff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** True for a character that is set as wide as high. */
export function isFullWidth(character: string): boolean {
  return FULL_WIDTH.test(character);
}

/** Left edges of a run's characters, and its right edge at the end: full-width ones one em each, the others share what is left. */
function edgesOf(run: TextRun): readonly number[] {
  const characters = [...run.text];
  const wide = characters.filter(isFullWidth).length;
  const narrow = characters.length - wide;
  const em = narrow === 0 ? run.width / Math.max(1, wide) : Math.min(run.size, run.width / Math.max(1, wide + narrow * 0.2));
  const rest = narrow === 0 ? 0 : (run.width - wide * em) / narrow;
  const edges = [run.x];
  for (const character of characters) edges.push((edges.at(-1) ?? run.x) + (isFullWidth(character) ? em : rest));
  return edges;
}

/** A run's part between two of its characters, by their positions. */
function partOf(run: TextRun, from: number, to: number, edges: readonly number[]): TextRun {
  const x = edges[from] ?? run.x;
  return { ...run, text: [...run.text].slice(from, to).join(""), x, width: (edges[to] ?? x) - x };
}

/** A run without the white space at its ends, which moves it; undefined where nothing else is in it. */
export function trimRun(run: TextRun): TextRun | undefined {
  if (!/^\s|\s$/u.test(run.text)) return run.text === "" ? undefined : run;
  const characters = [...run.text];
  const from = characters.findIndex((character) => character.trim() !== "");
  if (from < 0) return undefined;
  const to = characters.findLastIndex((character) => character.trim() !== "") + 1;
  return partOf(run, from, to, edgesOf(run));
}

/** Cuts a run where upright lines at these places stand between two of its characters. */
export function cutRun(run: TextRun, places: readonly number[]): readonly TextRun[] {
  const inside = places.filter((place) => place > run.x + run.size * 0.3 && place < run.x + run.width - run.size * 0.3);
  if (inside.length === 0) return [run];
  const edges = edgesOf(run);
  const parts: TextRun[] = [];
  let from = 0;
  for (const place of [...inside, Number.POSITIVE_INFINITY]) {
    const to = edges.findIndex((edge, index) => index > from && edge + ((edges[index + 1] ?? edge) - edge) / 2 > place);
    const end = to < 0 ? edges.length - 1 : to;
    const part = end > from ? trimRun(partOf(run, from, end, edges)) : undefined;
    if (part) parts.push(part);
    from = Math.max(from, end);
  }
  return parts;
}
