/**
 * Shares that add up to 1, in whole steps of which there are `total`, so that what is shown adds up: each is rounded down, and
 * the steps left over go to those that lost most. An order among the shares is kept.
 */
export function wholeShares(shares: readonly number[], total: number): number[] {
  const exact = shares.map((share) => share * total);
  const steps = exact.map(Math.floor);
  const left = Math.round(total - steps.reduce((sum, step) => sum + step, 0));
  const lost = exact
    .map((value, index) => ({ index, part: value - Math.floor(value) }))
    .toSorted((a, b) => b.part - a.part);
  for (const { index } of lost.slice(0, Math.max(0, left))) steps[index] = (steps[index] ?? 0) + 1;
  return steps;
}

/**
 * Shares, and last the rest of the whole, in steps of which there are `total`: each share is rounded, and the rest is what is
 * missing. Where they leave it less than nothing, all are shared out as `wholeShares` does.
 */
export function sharesWithRest(shares: readonly number[], rest: number, total: number): number[] {
  const rounded = shares.map((share) => Math.round(share * total));
  const missing = total - rounded.reduce((sum, step) => sum + step, 0);
  const possible = rest > 0 ? missing >= 0 : missing === 0;
  return possible ? [...rounded, missing] : wholeShares([...shares, rest], total);
}
