/**
 * How far a text holds the words of a phrase, without cutting either into words: a character of the phrase is covered
 * when a pair of neighbours that it belongs to stands in the text. A phrase of one character must stand there itself.
 * @returns for each character of the phrase, whether it is covered; both texts are compared as they are given
 */
export function coveredCharacters(phrase: string, text: string): readonly boolean[] {
  const covered = new Array<boolean>(phrase.length).fill(false);
  if (phrase.length === 1) return [text.includes(phrase)];
  for (let index = 0; index + 1 < phrase.length; index += 1) {
    if (!text.includes(phrase.slice(index, index + 2))) continue;
    covered[index] = true;
    covered[index + 1] = true;
  }
  return covered;
}

/** The share of a phrase's characters that a text covers, from 0 to 1; 0 for an empty phrase. */
export function coverageOf(phrase: string, text: string): number {
  return phrase.length === 0 ? 0 : coveredCharacters(phrase, text).filter(Boolean).length / phrase.length;
}
