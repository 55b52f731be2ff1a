import { addDays, type Day, daysBetween, weekOf } from '../domain/day';
import type { Rhythm } from '../sheet/settingsTab';

/** A Monday long ago: fortnights are counted from it. */
const FIRST_MONDAY: Day = '2024-01-01';

/** Whether the week of this day has a report: every week, every other week, or the first report day of a month. */
export function isReportDue(rhythm: Rhythm, today: Day): boolean {
  switch (rhythm) {
    case 'off':
      return false;
    case 'weekly':
      return true;
    case 'fortnightly':
      return (daysBetween(FIRST_MONDAY, weekOf(today)) / 7) % 2 === 0;
    case 'monthly':
      return addDays(today, -7).slice(0, 7) !== today.slice(0, 7);
  }
}
