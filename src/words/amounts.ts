import { decimalsOf, toMajor } from '../domain/money';
import { named } from '../domain/named';

/** Signs that stand for one currency in both languages' common use. Others are written by their code. */
const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', CNY: '¥' };

/** `grouped(1234567.5, 2) //=> '1,234,567.50'` */
export function grouped(number: number, decimals: number): string {
  const [whole = '', rest] = Math.abs(number).toFixed(decimals).split('.');
  const sign = number < 0 ? '-' : '';
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return sign + groups + (rest === undefined ? '' : `.${rest}`);
}

/**
 * An amount for reading, `'$12,000'` or `'12,000 CHF'`; empty when there is none. Cents are shown only where
 * there are some.
 */
export function amountText({
  amount,
  currency,
}: {
  readonly amount: number | null;
  readonly currency: string;
}): string {
  if (amount === null) return '';
  const major = toMajor(amount, currency);
  const text = grouped(major, Number.isInteger(major) ? 0 : decimalsOf(currency));
  const sign = named(SIGNS, currency);
  if (sign === undefined) return currency === '' ? text : `${text} ${currency}`;
  return text.startsWith('-') ? `-${sign}${text.slice(1)}` : sign + text;
}

/** The same to the whole unit of its currency, for what is only expected. `'$228,000'` for 228,000.09 */
export function roundAmountText(money: {
  readonly amount: number | null;
  readonly currency: string;
}): string {
  const { amount, currency } = money;
  const unit = 10 ** decimalsOf(currency);
  return amountText({
    amount: amount === null ? null : Math.round(amount / unit) * unit,
    currency,
  });
}
