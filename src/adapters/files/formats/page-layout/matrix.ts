/** An affine transformation as PDF and OFD write it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** What the first does after the second. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [a2, b2, c2, d2, e2, f2] = second;
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}

/** Where a point goes. */
export function applied([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Six finite numbers as a matrix; undefined for anything else. */
export function toMatrix(value: unknown): Matrix | undefined {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return undefined;
  const [a, b, c, d, e, f, ...others] = Array.from(value as ArrayLike<unknown>);
  const numbers = [a, b, c, d, e, f].filter((number) => typeof number === "number" && Number.isFinite(number));
  return numbers.length === 6 && others.length === 0 ? (numbers as unknown as Matrix) : undefined;
}
