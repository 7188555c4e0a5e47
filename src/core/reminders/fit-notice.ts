import type { Notice } from "./notice.ts";

/** Closes a notice that had no room for everything. */
function leftOut(count: number): string {
  return `还有 ${count} 项没有列出。`;
}

/**
 * The paragraphs of a notice that fit, closing words last. Whole paragraphs give way from the end, and their number is said; a first paragraph
 * that is too long by itself is cut.
 * @param closing what always stays
 * @param fits whether the paragraphs, as the platform would carry them, are within its limit
 */
export function fittingParagraphs({ paragraphs }: Notice, closing: readonly string[], fits: (paragraphs: readonly string[]) => boolean): readonly string[] {
  for (let kept = paragraphs.length; kept > 0; kept -= 1) {
    const left = paragraphs.length - kept;
    const shown = [...paragraphs.slice(0, kept), ...(left > 0 ? [leftOut(left)] : []), ...closing];
    if (fits(shown)) return shown;
  }
  return cutFirst(paragraphs, closing, fits);
}

function cutFirst(paragraphs: readonly string[], closing: readonly string[], fits: (paragraphs: readonly string[]) => boolean): readonly string[] {
  const characters = [...(paragraphs[0] ?? "")];
  const others = paragraphs.length > 1 ? [leftOut(paragraphs.length - 1)] : [];
  const shownOf = (length: number) => [`${characters.slice(0, length).join("")}……`, ...others, ...closing];
  let [most, least] = [characters.length, 0];
  while (most > least) {
    const middle = Math.ceil((most + least) / 2);
    if (fits(shownOf(middle))) least = middle;
    else most = middle - 1;
  }
  return shownOf(least);
}
