/** A calendar day, `'2026-02-02'`. Days compare and sort as text. */
export type Day = string;

/** A calendar month, `'2026-02'`. */
export type Month = string;

/** A moment on the workbook's own clock, `'2026-02-02T09:30:00'`; it compares and sorts as text. */
export type LocalTime = string;

const DAY_MS = 86_400_000;
const FIRST_MS = Date.parse('0000-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T00:00:00Z');

/** The only place that builds a Date: UTC midnight, so no daylight saving can shift a day. */
function utc(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

function fromUtc(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Whether `text` names a day that exists. `isDay('2026-02-30') //=> false` */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && fromUtc(utc(text)) === text;
}

/** The day of a moment. `dayOf('2026-02-02T09:30:00') //=> '2026-02-02'` */
export function dayOf(time: LocalTime): Day {
  return time.slice(0, 10);
}

/** The month of a day or moment. `monthOf('2026-02-02') //=> '2026-02'` */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** `addDays('2026-02-27', 2) //=> '2026-03-01'`. Never leaves the years 0000 to 9999, in which days sort as text. */
export function addDays(day: Day, days: number): Day {
  const ms = utc(day) + days * DAY_MS;
  return fromUtc(Math.min(Math.max(ms, FIRST_MS), LAST_MS));
}

/** Whole calendar days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** Mondays to Fridays up to and including the day, counted from a Monday long ago. */
function workingDaysUpTo(day: Day): number {
  const sinceMonday = Math.floor(utc(day) / DAY_MS) + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

/** Mondays to Fridays after `from` up to and including `to`. `workingDaysBetween('2026-02-06', '2026-02-09') //=> 1` */
export function workingDaysBetween(from: Day, to: Day): number {
  return workingDaysUpTo(to) - workingDaysUpTo(from);
}

/** Monday 1 ... Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((Math.floor(utc(day) / DAY_MS) + 3) % 7) + 1;
}

/** Monday of the week that holds the day: the name of that week. */
export function weekOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** `addMonths('2026-11', 2) //=> '2027-01'` */
export function addMonths(month: Month, months: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
