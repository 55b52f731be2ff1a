/** Sorted as numbers, which a typed array does without calling back for each pair. */
function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/** The mean; `null` of nothing. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle value, or the mean of the two middle ones; `null` of nothing. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/**
 * Quantile by linear interpolation of the order statistics: type 7 of Hyndman and Fan (1996), the
 * default of R, of NumPy and of spreadsheets' QUANTILE. `null` of nothing.
 * `quantile([1, 2, 3, 4], 0.9) //=> 3.7`
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = ascending(values);
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Variance of the median of whole days, 2 values or more, from the width between two order
 * statistics: McKean and Schrader, Communications in Statistics 13 (1984). The rounding of a day is
 * added, because many equal values do not make a median exact.
 */
export function medianVariance(days: readonly number[]): number {
  const Z995 = 2.5758293035489004;
  const n = days.length;
  const sorted = ascending(days);
  const low = Math.max(1, Math.round((n + 1) / 2 - Z995 * Math.sqrt(n / 4)));
  const width = sorted[n - low]! - sorted[low - 1]!;
  return (width / (2 * Z995)) ** 2 + Math.PI / (24 * n);
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of a two-sided 95 % interval. */
const Z95 = 1.959963984540054;

/**
 * Wilson's score interval for a share of `n`: E. B. Wilson, Probable inference, JASA 22 (1927),
 * without continuity correction; 95 % unless `z` says otherwise. `null` of nothing.
 */
export function wilson(successes: number, n: number, z = Z95): Interval | null {
  if (n === 0) return null;
  const share = successes / n;
  const centre = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return {
    low: successes === 0 ? 0 : (centre - half) / whole,
    high: successes === n ? 1 : (centre + half) / whole,
  };
}

/** Below this many cases a rate is not shown. */
export const ENOUGH = 10;

/** A share with the cases that it rests on. Below `ENOUGH` cases there is no number: not enough history. */
export interface Rate {
  readonly value: number | null;
  readonly n: number;
  readonly successes: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A rate of successes among n, with its Wilson 95 % interval. */
export function rateOf(successes: number, n: number): Rate {
  const interval = n < ENOUGH ? null : wilson(successes, n);
  return {
    value: interval === null ? null : successes / n,
    n,
    successes,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}
