const MOST_CHARACTERS = 40;
/** Control characters and direction marks: what a user typed must not move the cursor or turn the line around. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** What the user gave, fit to stand in a sentence: in quotation marks, one line, at most 40 characters. */
export function quoted(words: string): string {
  const clean = [...words.slice(0, 400).replace(UNPRINTABLE, " ").trim()];
  return `「${clean.length > MOST_CHARACTERS ? `${clean.slice(0, MOST_CHARACTERS).join("")}…` : clean.join("")}」`;
}
