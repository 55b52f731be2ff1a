import { addDays, isDay, type LocalTime } from '../../domain/day';
import { isErrorText } from '../cellText';
import { readDay, readMoment } from '../dateText';
import type { DateOrder } from './importPlan';

/** Cells that say "nothing is known" in as many words. */
const NOTHING =
  /^(?:n\/?a|#n\/a|none|null|nil|nan|nat|undefined|unknown|tb[acd]|to be (?:announced|confirmed|decided|defined|determined)|not set|-+|–|—|\?+|\.|无|暂无|没有|未知|待定|待议|另议|面议|面谈|待报价|空|未填|\(blank\)|\(empty\))$/i;

/** Whether a cell of a file holds nothing: empty, or a word for it. */
export function saysNothing(cell: string): boolean {
  const text = cell.trim();
  return text === '' || (text.length < 20 && (NOTHING.test(text) || isErrorText(text)));
}

function clock(seconds: number): string {
  const capped = Math.min(seconds, 86_399);
  const parts = [Math.floor(capped / 3600), Math.floor(capped / 60) % 60, capped % 60];
  return parts.map((n) => String(n).padStart(2, '0')).join(':');
}

/** Days as a spreadsheet counts them (1 is 1899-12-31), seconds or milliseconds since 1970. */
function counted(text: string): LocalTime | null {
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const days = Number(text);
    if (days < 20_000 || days > 80_000) return null;
    return `${addDays('1899-12-30', Math.floor(days))}T${clock(Math.round((days % 1) * 86_400))}`;
  }
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  const seconds = Math.floor(text.length === 13 ? Number(text) / 1000 : Number(text));
  if (seconds < 300_000_000) return null;
  return `${addDays('1970-01-01', Math.floor(seconds / 86_400))}T${clock(seconds % 86_400)}`;
}

/** How most exports write; read without the general rules, for speed. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d+)?Z?)?$/;

/**
 * The moment that a cell names; a day alone is its first second. The written clock is taken as it
 * stands, zones are not converted. `null` when it names none, or when only `order` could tell.
 */
export function momentOf(cell: string, order?: DateOrder): LocalTime | null {
  const text = cell.trim();
  const iso = ISO.exec(text);
  if (iso !== null) return isDay(iso[1] as string) ? `${iso[1]}T${iso[2] ?? '00:00:00'}` : null;
  if (!/\d/.test(text)) return null;
  const serial = counted(text);
  if (serial !== null) return serial;
  return written(text, order) ?? (order === undefined ? null : written(text, ownOrder(text)));
}

function written(text: string, order: DateOrder | undefined): LocalTime | null {
  const moment = readMoment(text, order);
  if (moment !== null) return moment;
  const day = readDay(text, order);
  return day === null ? null : `${day}T00:00:00`;
}

/** The order that a date itself proves, whatever its column mostly says. */
function ownOrder(text: string): DateOrder | undefined {
  const proven = provenOrder(text);
  return proven === null || proven === 'either' ? undefined : proven;
}

/** Nobody writes a date with more signs. */
const MOST_DATE = 60;

const THREE_NUMBERS = /^\D{0,12}?(\d{1,2})\s*([-/.\s])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)/;

/** Which order a date's own numbers prove, `'either'` when they leave it open, `null` when it is no such date. */
export function provenOrder(cell: string): DateOrder | 'either' | null {
  if (cell.length > MOST_DATE) return null;
  const found = THREE_NUMBERS.exec(cell.normalize('NFKC').trim());
  if (found === null) return null;
  const [first, second] = [Number(found[1]), Number(found[3])];
  if (first > 31) return 'ymd';
  if (first > 12) return 'dmy';
  if (second > 12) return 'mdy';
  if (found[2] === '.') return 'dmy';
  return first === second && found[4]?.length === 4 ? null : 'either';
}
