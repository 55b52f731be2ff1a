import type { PipelineView } from '../src/rpc';

export type PageLanguage = PipelineView['language'];

const LOCALES: Readonly<Record<PageLanguage, string>> = { en: 'en-US', zh: 'zh-CN' };

/** A day for reading: "Nov 23, 2026", "2026年11月23日". Text that is no day stays as it is. */
export function dayText(day: string, language: PageLanguage): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (match === null) return day;
  const utc = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(utc);
}

/** A month for reading: "Nov 2026", "2026年11月". */
export function monthText(month: string, language: PageLanguage): string {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  if (match === null) return month;
  return new Intl.DateTimeFormat(LOCALES[language], {
    year: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.UTC(Number(match[1]), Number(match[2]) - 1, 1));
}

/** A moment for reading: its day, and its hour and minute when it has them. */
export function momentText(at: string, language: PageLanguage): string {
  const time = /^\d{4}-\d{2}-\d{2}[T ](\d{2}:\d{2})/.exec(at)?.[1];
  return time === undefined ? dayText(at, language) : `${dayText(at, language)} ${time}`;
}

/** An amount in major units, without decimals: "$12,000". An unknown currency stands before the number. */
export function amountText(amount: number, currency: string, language: PageLanguage): string {
  const whole = { maximumFractionDigits: 0 };
  try {
    return new Intl.NumberFormat(LOCALES[language], {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...whole,
    }).format(amount);
  } catch {
    const number = new Intl.NumberFormat(LOCALES[language], whole).format(amount);
    return currency === '' ? number : `${currency} ${number}`;
  }
}

/** How many times the usual, one decimal: "3.4". Empty when that says nothing: no usual, or about as usual. */
export function timesText(days: number, usual: number): string {
  if (usual <= 0 || days < usual * 1.5) return '';
  return String(Math.round((days / usual) * 10) / 10);
}
