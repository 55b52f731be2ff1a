export interface Range {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** A sum of many uncertain parts: its mean, its variance and the chance that nothing comes at all. */
export interface Sum {
  readonly mean: number;
  readonly variance: number;
  readonly none: number;
}

/** The sum of two sums that do not lean on each other. */
export function plus(one: Sum, other: Sum): Sum {
  return {
    mean: one.mean + other.mean,
    variance: one.variance + other.variance,
    none: one.none * other.none,
  };
}

/** The sum with every part multiplied. */
export function times(sum: Sum, factor: number): Sum {
  return { ...sum, mean: sum.mean * factor, variance: sum.variance * factor * factor };
}

/**
 * P10, P50 and P90 of a sum whose parts share an error: `shared` is that error's variance as a
 * share of the mean's square. Nothing at all has its own chance; the rest is lognormal with the
 * sum's mean and variance (Fenton 1960).
 */
export function rangeOf(sum: Sum, shared: number): Range {
  const q = (share: number) => quantileOf(sum, shared, share);
  return { p10: q(0.1), p50: q(0.5), p90: q(0.9) };
}

function quantileOf({ mean, variance, none }: Sum, shared: number, share: number): number {
  if (mean <= 0 || share <= none) return 0;
  const some = 1 - none;
  const ofSome = mean / some;
  const square = (variance + mean * mean * (1 + shared)) / some;
  const spread = Math.log(Math.max(1, square / (ofSome * ofSome)));
  const z = normalQuantile((share - none) / some);
  return ofSome * Math.exp(z * Math.sqrt(spread) - spread / 2);
}

const CENTRE_UP = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2,
  -3.066479806614716e1, 2.506628277459239,
];
const CENTRE_DOWN = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
  -1.328068155288572e1, 1,
];
const TAIL_UP = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
  4.374664141464968, 2.938163982698783,
];
const TAIL_DOWN = [
  7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1,
];
const TAIL = 0.02425;

/** The standard normal quantile, relative error below 1.2e-9: P. J. Acklam's rational approximation (2003). */
export function normalQuantile(share: number): number {
  if (share <= 0) return -Infinity;
  if (share > 1 - TAIL) return -normalQuantile(1 - share);
  if (share < TAIL) {
    const q = Math.sqrt(-2 * Math.log(share));
    return polynomial(TAIL_UP, q) / polynomial(TAIL_DOWN, q);
  }
  const q = share - 0.5;
  return (polynomial(CENTRE_UP, q * q) * q) / polynomial(CENTRE_DOWN, q * q);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
