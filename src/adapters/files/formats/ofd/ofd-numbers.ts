/** Numbers of a list such as `28.00 62.00 117.60 7.28`; what is none is left out. */
export function numbersOf(list: string | undefined): readonly number[] {
  return (list ?? "")
    .split(/[\s,]+/u)
    .filter((word) => word !== "")
    .map(Number)
    .filter(Number.isFinite);
}

/**
 * Steps from character to character (DeltaX, DeltaY), where `g n v` stands for n times v (GB/T 33190-2016, 11.3).
 * @param most as many as are wanted; what is more is not read
 */
export function stepsOf(list: string | undefined, most: number): readonly number[] {
  const words = (list ?? "").split(/[\s,]+/u).filter((word) => word !== "");
  const steps: number[] = [];
  for (let at = 0; at < words.length && steps.length < most; at += 1) {
    if (words[at] !== "g") {
      steps.push(finite(words[at]));
      continue;
    }
    const count = Math.min(finite(words[at + 1]), most - steps.length);
    for (let times = 0; times < count; times += 1) steps.push(finite(words[at + 2]));
    at += 2;
  }
  return steps;
}

function finite(word: string | undefined): number {
  const value = Number(word ?? "");
  return Number.isFinite(value) ? value : 0;
}
