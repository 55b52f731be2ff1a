import { serialOfDay } from './serial';
import type { Typed, TypingContext } from './typing';

type Order = 'mdy' | 'dmy' | 'ymd';

const MONTH_FIRST = new Set(['en_US', 'en_PH', 'en']);
const YEAR_FIRST = /^(zh|ja|ko|hu|lt|sv)/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember|t)?\\.?';
const MONTH_FIRST_TEXT = new RegExp(`^${MONTH}[ -]?(\\d{1,2})(?:(?:,? +|-)(\\d{4}))?$`, 'i');
const DAY_FIRST_TEXT = new RegExp(`^(\\d{1,2})[ -]?${MONTH}(?:(?:,? +|-)(\\d{4}|\\d{2}))?$`, 'i');
const MONTH_ONLY_TEXT = new RegExp(`^${MONTH}[ -](\\d{4})$`, 'i');
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s*([ap]\.?m\.?)?$/i;

interface DayRead {
  readonly serial: number;
  readonly format: string;
}

export function dayOrderOf(locale: string): Order {
  if (MONTH_FIRST.has(locale)) return 'mdy';
  return YEAR_FIRST.test(locale) ? 'ymd' : 'dmy';
}

/** The format that a date without a format of its own takes: what Google shows by default. */
export function defaultDateFormat(locale: string, hasTime: boolean): string {
  const day = { mdy: 'M/d/yyyy', dmy: 'dd/MM/yyyy', ymd: 'yyyy/M/d' }[dayOrderOf(locale)];
  return hasTime ? `${day} H:mm:ss` : day;
}

/** Reads a typed date, time, or both; null when it is none. */
export function readTypedDate(text: string, context: TypingContext): Typed | null {
  const time = readTime(text);
  if (time !== null) return { value: time.share, format: time.format };
  const whole = readDay(text, context);
  if (whole !== null) return { value: whole.serial, format: whole.format };
  const split = /^(.+?)[ ,]+(\d{1,2}:\S.*)$/.exec(text);
  if (split === null) return null;
  const day = readDay(split[1]!, context);
  const clock = readTime(split[2]!);
  if (day === null || clock === null) return null;
  return { value: day.serial + clock.share, format: `${day.format} H:mm:ss` };
}

function readTime(text: string): { share: number; format: string } | null {
  const found = TIME.exec(text);
  if (found === null) return null;
  const [, hourText, minuteText, secondText, msText, half] = found;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0) + Number((msText ?? '').padEnd(3, '0') || 0) / 1000;
  if (hour > 24 || minute > 59 || second >= 60) return null;
  const format = `h:mm${secondText === undefined ? '' : ':ss'}${half === undefined ? '' : ' am/pm'}`;
  return { share: (hour * 3600 + minute * 60 + second) / 86_400, format };
}

function readDay(text: string, context: TypingContext): DayRead | null {
  return readYearFirst(text) ?? readByOrder(text, context) ?? readNamedMonth(text, context);
}

function readYearFirst(text: string): DayRead | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso !== null) {
    const [, year, mark, month, day] = iso;
    const format = mark === '-' ? 'yyyy-mm-dd' : `yyyy${mark}M${mark}d`;
    return dayRead([year!, month!, day!], format);
  }
  const month = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (month !== null) return dayRead([month[1]!, month[2]!, '1'], 'yyyy-mm');
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/.exec(text);
  if (chinese === null) return null;
  return dayRead([chinese[1]!, chinese[2]!, chinese[3]!], 'yyyy"年"m"月"d"日"');
}

function readByOrder(text: string, { locale, year }: TypingContext): DayRead | null {
  const order = dayOrderOf(locale);
  const short = /^(\d{1,2})[月/-](\d{1,2})日?$/.exec(text);
  if (short !== null) {
    const [month, day] = order === 'dmy' ? [short[2]!, short[1]!] : [short[1]!, short[2]!];
    return dayRead([String(year), month, day], order === 'dmy' ? 'd/M' : 'M/d');
  }
  const monthOnly = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  if (monthOnly !== null) return dayRead([monthOnly[2]!, monthOnly[1]!, '1'], 'M/yyyy');
  const full = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (full === null || (full[2] === '.' && order === 'mdy')) return null;
  const [, a, , b, last] = full;
  const format = defaultDateFormat(locale, false);
  if (order === 'ymd') {
    return last!.length === 2
      ? dayRead([fullYear(a!), b!, last!], format)
      : dayRead([last!, a!, b!], format);
  }
  const [month, day] = order === 'dmy' ? [b!, a!] : [a!, b!];
  return dayRead([fullYear(last!), month, day], format);
}

function readNamedMonth(text: string, { year }: TypingContext): DayRead | null {
  const monthFirst = MONTH_FIRST_TEXT.exec(text);
  if (monthFirst !== null) {
    const [, month, day, typedYear] = monthFirst;
    return namedDay(month!, day!, typedYear ?? String(year), 'mmm d, yyyy');
  }
  const dayFirst = DAY_FIRST_TEXT.exec(text);
  if (dayFirst !== null) {
    const [, day, month, typedYear] = dayFirst;
    const full = typedYear === undefined ? String(year) : fullYear(typedYear);
    return namedDay(month!, day!, full, 'd mmm yyyy');
  }
  const monthOnly = MONTH_ONLY_TEXT.exec(text);
  return monthOnly === null ? null : namedDay(monthOnly[1]!, '1', monthOnly[2]!, 'mmm yyyy');
}

function namedDay(name: string, day: string, year: string, format: string): DayRead | null {
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  return dayRead([year, String(month), day], format);
}

/** Two digits below 30 are of this century, as in Sheets. (unverified) */
function fullYear(year: string): string {
  return year.length === 4 ? year : `${Number(year) < 30 ? '20' : '19'}${year}`;
}

function dayRead(parts: readonly [string, string, string], format: string): DayRead | null {
  const serial = serialOfDay(Number(parts[0]), Number(parts[1]), Number(parts[2]));
  return serial === null ? null : { serial, format };
}
