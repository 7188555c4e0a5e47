/** A figure beside its target. */
export interface Measurement {
  readonly what: string;
  /** The figures that the value was made from, with their units. */
  readonly measured: string;
  readonly value: number;
  readonly unit: "×" | "MB" | "ms";
  readonly target: { readonly atMost: number } | { readonly atLeast: number };
}

/** `short` takes seconds and is for CI; `full` is for figures to quote. */
export type Effort = "short" | "full";

export function isMet({ value, target }: Measurement): boolean {
  return "atMost" in target ? value <= target.atMost : value >= target.atLeast;
}

/** The middle value; between the two middle ones of an even number. @throws for no values */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new Error("no values");
  return (low + high) / 2;
}

/** The least value that so much of all values do not exceed. @param share 0.99 @throws for no values */
export function percentile(values: readonly number[], share: number): number {
  const value = [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];
  if (value === undefined) throw new Error("no values");
  return value;
}
