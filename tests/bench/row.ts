/** One line of what `deno task bench` prints. */
export interface Row {
  readonly name: string;
  readonly median: number;
  readonly p99?: number;
  readonly unit: string;
  /** The same figure of the least that the platform needs, from the same run. */
  readonly floor?: number;
  /** median / floor */
  readonly ratio?: number;
  readonly note?: string;
}

/** The value at `percent` (0 to 100) of the sorted values; NaN for none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * percent / 100))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}
