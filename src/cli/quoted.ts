/** Control characters and direction marks: what a user typed must not move the cursor or turn the line around. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** What the user gave, fit to stand in a sentence: in quotation marks, one line, at most `most` characters. */
export function quoted(words: string, most = 40): string {
  const clean = [
    ...words
      .slice(0, most * 10)
      .replace(UNPRINTABLE, " ")
      .trim(),
  ];
  return `「${clean.length > most ? `${clean.slice(0, most).join("")}…` : clean.join("")}」`;
}
