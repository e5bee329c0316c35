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
