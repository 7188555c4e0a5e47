const OPENING = "「《（(“‘〔〈";
const CLOSING = "」》）)”’〕〉";

/**
 * Words of ours as facts, one a line, for large print: parted behind 。；！？： and, in a line that answers, behind ，、 too, never inside brackets or
 * quotation marks. Joined, they are the text again.
 */
export function factsOf(text: string, marks = "。；！？："): readonly string[] {
  const facts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.includes(character)) {
      facts.push(text.slice(from, at + 1));
      from = at + 1;
    }
  }
  return from < text.length ? [...facts, text.slice(from)] : facts;
}

/** Where the line that answers is parted too. */
export const ANSWERING_MARKS = "。；！？：，、";
