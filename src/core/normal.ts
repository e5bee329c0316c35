/** The density of the standard normal distribution at x. */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** The share of the standard normal distribution below x, to within 1e-15. */
export function normalCumulative(x: number): number {
  if (x < -9) return 0;
  if (x > 9) return 1;
  // Φ(x) = 1/2 + φ(x)·(x + x³/3 + x⁵/(3·5) + …), Marsaglia 2004: the terms share one sign, so none cancels another.
  let term = x;
  let sum = x;
  for (let n = 3; Math.abs(term) > (Number.EPSILON / 4) * Math.abs(sum); n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}
