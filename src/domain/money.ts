import { named } from './named';
/** Money is an integer count of minor units (cents, fen) beside its ISO 4217 currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** Currencies of ISO 4217 whose minor unit is not a hundredth. */
const DECIMALS: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  ISK: 0,
  IQD: 3,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** How many decimals a currency's amounts have: 2 unless ISO 4217 says otherwise. */
export function decimalsOf(currency: string): number {
  return named(DECIMALS, currency) ?? 2;
}

/** Minor units of an amount in major units, rounded half away from zero. `toMinor(12.345, 'USD') //=> 1235` */
export function toMinor(major: number, currency: string): number {
  const scaled = Math.abs(major) * 10 ** decimalsOf(currency);
  const rounded = Math.round(Number(scaled.toPrecision(15)));
  return major < 0 && rounded > 0 ? -rounded : rounded;
}

/** Major units, for a cell or a page. `toMajor(1235, 'USD') //=> 12.35` */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** decimalsOf(currency);
}

/** Minor units of the base currency for an amount; `null` where no rate is known. */
export type Convert = (minor: number, currency: string) => number | null;
