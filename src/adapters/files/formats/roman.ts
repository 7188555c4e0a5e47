const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** Roman numerals, in capitals: IV. A number that has none, below 1 or above 32,767, stays in digits. */
export function roman(value: number): string {
  if (value < 1 || value > 32_767) return String(value);
  let rest = value;
  let printed = "";
  for (const [worth, sign] of ROMAN) {
    printed += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return printed;
}
