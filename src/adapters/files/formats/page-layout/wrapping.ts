import { isFullWidth } from "./advance.ts";

/** Not set at the start of a line (GB/T 15834-2011, and what word processors do). */
const NO_START = /[、，。；：？！）〕】》〉」』”’…·,.;:?!)\]}%％‰℃°]/u;
/** Not set at the end of a line. */
const NO_END = /[（〔【《〈「『“‘([{]/u;
/** Set without a break inside: numbers, words in Latin letters. */
const UNBROKEN = /[\p{Script=Latin}0-9.,:/%_@-]/u;
/** Lines are a little longer or shorter where the setter stretches them. */
const TOLERANCE_EM = 0.45;

/** Width in ems of what must go to the next line in one piece: a character with the punctuation that may not part from it, a whole number. */
function firstPieceEm(text: string): number {
  const characters = [...text];
  let width = 0;
  let at = 0;
  const take = () => {
    const character = characters[at] ?? "";
    width += isFullWidth(character) ? 1 : 0.5;
    at += 1;
    return character;
  };
  while (at < characters.length && NO_END.test(characters[at] ?? "")) take();
  const first = at < characters.length ? take() : "";
  if (UNBROKEN.test(first)) while (at < characters.length && UNBROKEN.test(characters[at] ?? "")) take();
  while (at < characters.length && NO_START.test(characters[at] ?? "")) take();
  return width;
}

/**
 * True where a line was broken because the next words had no room on it; false where it was ended on purpose.
 * @param room what is left of the line, in ems
 */
export function isWrapped(room: number, next: string): boolean {
  return room < firstPieceEm(next) + TOLERANCE_EM;
}

/** Two parts of one wrapped line of words; a space only where both are Latin. */
export function joinWrapped(before: string, after: string): string {
  return /[\p{Script=Latin}0-9,.]$/u.test(before) && /^\p{Script=Latin}/u.test(after) ? `${before} ${after}` : before + after;
}
