/** The smallest of the values that `share` of them (above 0, at most 1) do not exceed. `undefined` when there are none. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1];
}
