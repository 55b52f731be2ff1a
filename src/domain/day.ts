/** A calendar day, `'2026-02-02'`. Days compare and sort as text. */
export type Day = string;

/** A calendar month, `'2026-02'`. */
export type Month = string;

/** A moment on the workbook's own clock, `'2026-02-02T09:30:00'`; it compares and sorts as text. */
export type LocalTime = string;

const DAY_MS = 86_400_000;

/**
 * Days since 1970-01-01 by integer arithmetic alone: a report asks for the distance of a million pairs of days, and
 * a Date takes ten times as long. (Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.)
 */
function numberOf(day: Day): number {
  const month = digit(day, 5) * 10 + digit(day, 6);
  const calendarYear =
    digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
  // Years that begin in March have their odd day at the end.
  const year = month <= 2 ? calendarYear - 1 : calendarYear;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfMonth = digit(day, 8) * 10 + digit(day, 9);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** 0 for what is no digit: a text that names no day counts as some day, and never as none. */
function digit(day: Day, at: number): number {
  const value = day.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : 0;
}

const FIRST = numberOf('0000-01-01');
const LAST = numberOf('9999-12-31');

/** The only place that builds a Date: UTC midnight, so no daylight saving can shift a day. */
function dayNumbered(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Whether `text` names a day that exists. `isDay('2026-02-30') //=> false` */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayNumbered(numberOf(text)) === text;
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
  return dayNumbered(Math.min(Math.max(numberOf(day) + days, FIRST), LAST));
}

/** Whole calendar days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** Mondays to Fridays up to and including the day, counted from a Monday long ago. */
function workingDaysUpTo(day: Day): number {
  const sinceMonday = numberOf(day) + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

/** Mondays to Fridays after `from` up to and including `to`. `workingDaysBetween('2026-02-06', '2026-02-09') //=> 1` */
export function workingDaysBetween(from: Day, to: Day): number {
  return workingDaysUpTo(to) - workingDaysUpTo(from);
}

/** Monday 1 ... Sunday 7. */
export function weekdayOf(day: Day): number {
  const sinceMonday = numberOf(day) + 3;
  return sinceMonday - Math.floor(sinceMonday / 7) * 7 + 1;
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
