import { decimalsOf } from '../money';

/** The rate table of Settings: what one unit of each currency is worth in the team's own. */
export interface Rates {
  /** The currency that totals are in, `'CNY'`. A deal without a currency counts in it. */
  readonly currency: string;
  /** Units of `currency` for one major unit of another. */
  readonly perUnit: ReadonlyMap<string, number>;
}

/**
 * Minor units in the team's currency, rounded once; `null` when the table has no usable rate.
 * `converted(1000, 'USD', { currency: 'CNY', perUnit: new Map([['USD', 7.1]]) }) //=> 7100`
 */
export function converted(minor: number, currency: string, rates: Rates): number | null {
  if (currency === '' || currency === rates.currency) return minor;
  const rate = rates.perUnit.get(currency) ?? 0;
  if (!(rate > 0) || !Number.isFinite(rate)) return null;
  const shift = 10 ** (decimalsOf(rates.currency) - decimalsOf(currency));
  return Math.round(Number((minor * rate * shift).toPrecision(15)));
}
