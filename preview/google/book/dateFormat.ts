import { type ClockParts, partsOfSerial } from './serial';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
const ZH_WEEKDAYS = '日一二三四五六';

const TOKEN =
  /"[^"]*"|\\.|\[\$[^\]]*\]|\[[hms]+\]|am\/pm|a\/p|y+|m+|d+|h+|s+(?:\.0+)?|\[[^\]]*\]|./gi;

/** Does this section of a number format show a date or a time? */
export function isDateSection(section: string): boolean {
  return tokens(section).some(isClock);
}

function isClock(token: string): boolean {
  return /^([ymdhs]+(\.0+)?|\[[hms]+\])$/i.test(token);
}

function tokens(section: string): readonly string[] {
  return section.match(TOKEN) ?? [];
}

/** A serial number under a date pattern: 'yyyy-mm-dd', 'm/d/yyyy h:mm', '[h]:mm', ... */
export function dateText(serial: number, section: string, locale: string): string {
  const list = tokens(section);
  const isTwelveHours = list.some((token) => /^(am\/pm|a\/p)$/i.test(token));
  const parts = partsOfSerial(serial);
  const context = { parts, serial, isTwelveHours, isChinese: locale.startsWith('zh') };
  return list
    .map((token, i) => (isMinutes(list, i) ? padded(parts.minute, token) : write(token, context)))
    .join('');
}

/** 'm' means minutes after hours or before seconds, else months. */
function isMinutes(list: readonly string[], at: number): boolean {
  if (!/^m{1,2}$/i.test(list[at]!)) return false;
  const before = list.slice(0, at).filter(isClock).at(-1);
  const after = list.slice(at + 1).find(isClock);
  return /^\[?h/i.test(before ?? '') || /^\[?s/i.test(after ?? '');
}

interface Context {
  readonly parts: ClockParts;
  readonly serial: number;
  readonly isTwelveHours: boolean;
  readonly isChinese: boolean;
}

function padded(value: number, token: string): string {
  return token.length > 1 ? String(value).padStart(2, '0') : String(value);
}

function write(token: string, context: Context): string {
  const { parts } = context;
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\')) return token.slice(1);
  if (token.startsWith('[')) return elapsed(token, context.serial);
  if (/^(am\/pm|a\/p)$/i.test(token)) return parts.hour < 12 ? 'AM' : 'PM';
  switch (token[0]!.toLowerCase()) {
    case 'y':
      return token.length > 2
        ? String(parts.year).padStart(4, '0')
        : String(parts.year % 100).padStart(2, '0');
    case 'm':
      return monthText(parts.month, token, context.isChinese);
    case 'd':
      return dayText(parts, token, context.isChinese);
    case 'h':
      return padded(context.isTwelveHours ? parts.hour % 12 || 12 : parts.hour, token);
    case 's':
      return secondText(parts, token);
    default:
      return token;
  }
}

function monthText(month: number, token: string, isChinese: boolean): string {
  if (token.length <= 2) return padded(month, token);
  if (isChinese) return `${month}月`;
  const name = MONTHS[month - 1]!;
  return token.length === 3 ? name.slice(0, 3) : token.length === 4 ? name : name.slice(0, 1);
}

function dayText(parts: ClockParts, token: string, isChinese: boolean): string {
  if (token.length <= 2) return padded(parts.day, token);
  if (isChinese) return `${token.length === 3 ? '周' : '星期'}${ZH_WEEKDAYS[parts.weekday]}`;
  const name = WEEKDAYS[parts.weekday]!;
  return token.length === 3 ? name.slice(0, 3) : name;
}

function secondText(parts: ClockParts, token: string): string {
  const [whole, decimals] = token.split('.');
  const fraction = String(parts.ms)
    .padStart(3, '0')
    .slice(0, decimals?.length ?? 0);
  return padded(parts.second, whole!) + (fraction === '' ? '' : `.${fraction}`);
}

function elapsed(token: string, serial: number): string {
  const name = token.slice(1, -1);
  const seconds = Math.round(serial * 86_400);
  if (/^h+$/i.test(name)) return padded(Math.floor(seconds / 3600), name);
  if (/^m+$/i.test(name)) return padded(Math.floor(seconds / 60), name);
  if (/^s+$/i.test(name)) return padded(seconds, name);
  return /^\$/.test(name) ? name.slice(1).split('-')[0]! : '';
}
