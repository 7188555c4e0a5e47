/** Parts a name into lines of nearly the same length, none longer than `most` characters; the last character of none is lost. */
export function wrapName(name: string, most: number): readonly string[] {
  const characters = [...new Intl.Segmenter("zh").segment(name)].map(({ segment }) => segment);
  const lines = Math.max(1, Math.ceil(characters.length / most));
  const length = Math.ceil(characters.length / lines);
  return Array.from({ length: lines }, (_, line) => characters.slice(line * length, (line + 1) * length).join(""));
}
