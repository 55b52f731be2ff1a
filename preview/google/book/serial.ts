import { zoneNamed } from './zone';

const DAY = 86_400_000;
/** 1970-01-01 as a serial number: serial 0 is 1899-12-30. */
const EPOCH = 25_569;

export interface ClockParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** The serial number of a calendar day, or null when the calendar has no such day. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.getTime() / DAY + EPOCH;
}

export function partsOfSerial(serial: number): ClockParts {
  const date = new Date(wallOfSerial(serial));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    ms: date.getUTCMilliseconds(),
    weekday: date.getUTCDay(),
  };
}

/** The instant (ms) that a date cell means in the spreadsheet's time zone; NaN off the calendar. */
export function instantOfSerial(serial: number, timeZone: string): number {
  if (!isOnCalendar(serial)) return Number.NaN;
  return zoneNamed(timeZone).instantOf(wallOfSerial(serial));
}

/** Is the number a moment that a calendar can show? (year 9999 is, 10 million days are not) */
export function isOnCalendar(serial: number): boolean {
  return Math.abs(serial) < 4_000_000;
}

/** The number that a date cell holds for an instant (ms) in the spreadsheet's time zone. */
export function serialOfInstant(instant: number, timeZone: string): number {
  return zoneNamed(timeZone).wallOf(instant) / DAY + EPOCH;
}

function wallOfSerial(serial: number): number {
  return Math.round((serial - EPOCH) * DAY);
}
