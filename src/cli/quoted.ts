/** What the user gave, fit to stand in a sentence: in quotation marks, one line, at most `most` characters. */
export function quoted(words: string, most = 40): string {
  const clean = [
    ...words
      .slice(0, most * 10)
      // Control characters and direction marks: what a user typed must not move the cursor or turn the line around.
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
      .trim(),
  ];
  return `「${clean.length > most ? `${clean.slice(0, most).join("")}…` : clean.join("")}」`;
}
