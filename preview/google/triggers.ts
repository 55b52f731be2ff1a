import { momentOf, wallOf, wallText } from './wallTime';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** When a time trigger runs. Weekday 1 is Monday. `hour` and `minute` are settled at creation. */
export type Schedule =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'days'; readonly days: number; readonly hour: number; readonly minute: number }
  | {
      readonly kind: 'weeks';
      readonly weeks: number;
      readonly weekday: number;
      readonly hour: number;
      readonly minute: number;
    }
  | {
      readonly kind: 'monthDay';
      readonly monthDay: number;
      readonly hour: number;
      readonly minute: number;
    }
  | { readonly kind: 'once'; readonly at: number };

export type TriggerKind = 'clock' | 'edit' | 'open' | 'change' | 'formSubmit';

export interface TriggerRecord {
  readonly id: string;
  readonly functionName: string;
  /** It runs as this account, whoever's doing sets it off. */
  readonly creator: string;
  readonly kind: TriggerKind;
  readonly timeZone: string;
  readonly schedule: Schedule | null;
  /** The next moment at which it is due; null when it does not run by the clock. */
  readonly next: number | null;
}

/** Monday 1 ... Sunday 7 of a wall time. */
export function weekdayOf(wall: number): number {
  return ((Math.floor(wall / DAY) + 3) % 7) + 1;
}

function atTime(wallDay: number, hour: number, minute: number): number {
  return Math.floor(wallDay / DAY) * DAY + (hour * 60 + minute) * MINUTE;
}

function firstMonthDay(wall: number, schedule: Schedule & { readonly kind: 'monthDay' }): number {
  const today = new Date(wall);
  for (let ahead = 0; ; ahead += 1) {
    const day = Date.UTC(
      today.getUTCFullYear(),
      today.getUTCMonth() + ahead,
      Math.min(schedule.monthDay, daysInMonth(today.getUTCFullYear(), today.getUTCMonth() + ahead)),
    );
    const due = atTime(day, schedule.hour, schedule.minute);
    if (due > wall) return due;
  }
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

/** The first moment at which a new trigger is due, after `now`. */
export function firstDue(schedule: Schedule, now: number, zone: string): number {
  const wall = wallOf(now, zone);
  switch (schedule.kind) {
    case 'minutes':
      return now + schedule.minutes * MINUTE;
    case 'hours':
      return now + schedule.hours * 60 * MINUTE;
    case 'once':
      return schedule.at;
    case 'monthDay':
      return momentOf(firstMonthDay(wall, schedule), zone);
    case 'days': {
      const today = atTime(wall, schedule.hour, schedule.minute);
      return momentOf(today > wall ? today : today + DAY, zone);
    }
    case 'weeks': {
      const days = (schedule.weekday - weekdayOf(wall) + 7) % 7;
      const due = atTime(wall + days * DAY, schedule.hour, schedule.minute);
      return momentOf(due > wall ? due : due + 7 * DAY, zone);
    }
  }
}

/** The moment after the one at which it was due; null when it ran for the only time. */
export function nextDue(schedule: Schedule, due: number, zone: string): number | null {
  switch (schedule.kind) {
    case 'once':
      return null;
    case 'days':
      return momentOf(wallOf(due, zone) + schedule.days * DAY, zone);
    case 'weeks':
      return momentOf(wallOf(due, zone) + schedule.weeks * 7 * DAY, zone);
    default:
      return firstDue(schedule, due, zone);
  }
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function clockText(schedule: { readonly hour: number; readonly minute: number }): string {
  return `${String(schedule.hour).padStart(2, '0')}:${String(schedule.minute).padStart(2, '0')}`;
}

function every(count: number, unit: string): string {
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
}

/** When a trigger runs, as a short line. `'Monday 08:00'` */
export function whenOf(trigger: TriggerRecord): string {
  const { schedule } = trigger;
  if (schedule === null) return `on ${trigger.kind}`;
  switch (schedule.kind) {
    case 'minutes':
      return every(schedule.minutes, 'minute');
    case 'hours':
      return every(schedule.hours, 'hour');
    case 'once':
      return wallText(schedule.at, trigger.timeZone).slice(0, 16).replace('T', ' ');
    case 'days':
      return `${every(schedule.days, 'day')} ${clockText(schedule)}`;
    case 'monthDay':
      return `day ${schedule.monthDay} of the month ${clockText(schedule)}`;
    case 'weeks': {
      const day = `${WEEKDAYS[schedule.weekday - 1]} ${clockText(schedule)}`;
      return schedule.weeks === 1 ? day : `${day}, ${every(schedule.weeks, 'week')}`;
    }
  }
}
