import { type Day, isDay, type LocalTime } from '../domain/day';

/** Which part of a day comes first where numbers do not tell. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TIME =
  /[\sT,]*(上午|下午)?\s*(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})(?:[.,]\d+)?)?\s*[秒分]?\s*([ap]\.?m\.?)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+|[\s(]*(?:星期|周|礼拜)[一二三四五六日天][)\s]*$/i;

/** NFKC makes full-width digits plain. */
function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

/** A day of the calendar, or `null`. Two digits mean 1970 to 2069. */
function dayFrom(year: string, month: number, day: number): Day | null {
  const short = Number(year);
  const full = year.length > 2 ? short : short + (short < 70 ? 2000 : 1900);
  const pad = (number: number) => String(number).padStart(2, '0');
  const text = `${String(full).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return isDay(text) ? text : null;
}

function readYearFirst(text: string): Day | null {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(text) ??
    /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/.exec(text);
  return match ? dayFrom(match[1] ?? '', Number(match[2]), Number(match[3])) : null;
}

/** "5 Mar 2026", "Mar 5th, 2026", "05-Mar-26". */
function readNamedMonth(text: string): Day | null {
  const match =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]*([a-z]{3,9})\.?[\s,./-]*(\d{4}|\d{2})$/i.exec(text) ??
    /^([a-z]{3,9})\.?[\s./-]*(\d{1,2})(?:st|nd|rd|th)?[\s,./-]+(\d{4})$/i.exec(text);
  if (!match) return null;
  const [, first = '', second = '', year = ''] = match;
  const [name, day] = /^\d/.test(first) ? [second, first] : [first, second];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : dayFrom(year, month, Number(day));
}

/** Three numbers with the year last, or short: what stands first is told by the numbers, the mark or `order`. */
function readNumbers(text: string, order: DateOrder | undefined): Day | null {
  const match = /^(\d{1,2})\s*([-/.\s])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/.exec(text);
  if (!match) return null;
  const [, a = '', mark = '', b = '', c = ''] = match;
  if (c.length === 2 && order === undefined) return null;
  if (c.length === 2 && order === 'ymd') return dayFrom(a, Number(b), Number(c));
  const dayFirst = dayFrom(c, Number(b), Number(a));
  const monthFirst = dayFrom(c, Number(a), Number(b));
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) {
    return dayFirst ?? monthFirst;
  }
  if (order === 'dmy' || order === 'mdy') return order === 'dmy' ? dayFirst : monthFirst;
  return mark === '.' ? dayFirst : null;
}

/**
 * The day that a text names, with or without a time of day. `readDay('2026年3月5日') //=> '2026-03-05'`
 *
 * `null` when it names none, and when only `order` could tell which ("3/5/2026") and it is not given.
 */
export function readDay(text: string, order?: DateOrder): Day | null {
  if (text.length > 60) return null;
  const day = plain(text).replace(WEEKDAY, '').replace(TIME, '').replace(WEEKDAY, '').trim();
  return readYearFirst(day) ?? readNamedMonth(day) ?? readNumbers(day, order);
}

/** The moment that a text names: a day and a time of day; `null` when either is not there. */
export function readMoment(text: string, order?: DateOrder): LocalTime | null {
  const day = readDay(text, order);
  const match = day === null ? null : TIME.exec(plain(text));
  if (!match) return null;
  const [, chinese, hour = '', minute = '', second = '0', half] = match;
  const late = chinese === '下午' || half?.toLowerCase().startsWith('p') === true;
  const early = chinese === '上午' || half?.toLowerCase().startsWith('a') === true;
  const hours = (late && Number(hour) < 12 ? 12 : 0) + (early && hour === '12' ? 0 : Number(hour));
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const pad = (number: string | number) => String(number).padStart(2, '0');
  return `${day}T${pad(hours)}:${pad(minute)}:${pad(second)}`;
}
