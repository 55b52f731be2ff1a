/** The mean; `null` of nothing. */
export function mean(values: readonly number[]): number | null {
  void values;
  throw new Error('not yet');
}

/** The middle value, or the mean of the two middle ones; `null` of nothing. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/**
 * Quantile by linear interpolation of the order statistics: type 7 of Hyndman and Fan (1996), the
 * default of R, NumPy and of QUANTILE in sheets. `null` of nothing.
 */
export function quantile(values: readonly number[], p: number): number | null {
  void [values, p];
  throw new Error('not yet');
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval for a share (Wilson 1927), 95 % unless `z` says otherwise; `null` of nothing. */
export function wilson(successes: number, n: number, z = 1.959963984540054): Interval | null {
  void [successes, n, z];
  throw new Error('not yet');
}

/** Below this many cases a rate is not shown. */
export const ENOUGH = 10;

/** A share with the cases it rests on. `value` is `null` below `ENOUGH` cases: not enough history. */
export interface Rate {
  readonly value: number | null;
  readonly n: number;
  readonly successes: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A rate of successes among n, with its Wilson 95 % interval. */
export function rateOf(successes: number, n: number): Rate {
  void [successes, n];
  throw new Error('not yet');
}
