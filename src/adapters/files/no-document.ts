/** Fewer Chinese characters than a title has. */
const FEWEST_HAN = 4;
/** A table of figures has more Chinese characters than this, a program or a page in another language has fewer. */
const LEAST_HAN_SHARE = 0.03;
/** Source code with Chinese remarks in it: marks that no document prints are many, Chinese characters the smaller part. */
const MOST_CODE_MARKS_SHARE = 0.06;
const CODE_HAN_SHARE = 0.3;
/** What a file is shows at its beginning. */
const LOOKED_AT_CHARACTERS = 200_000;

/**
 * Whether a text is surely no official document: hardly any Chinese in it, or the source of a program. Prose of any kind is not told apart from
 * a document, so that none is ever refused.
 */
export function isNoDocument(text: string): boolean {
  const looked = text.slice(0, LOOKED_AT_CHARACTERS).replace(/\s+/gu, "");
  const count = (pattern: RegExp): number => looked.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  if (han < FEWEST_HAN || han < looked.length * LEAST_HAN_SHARE) return true;
  return han < looked.length * CODE_HAN_SHARE && count(/[{}<>=;$\\&#_]/gu) > looked.length * MOST_CODE_MARKS_SHARE;
}
