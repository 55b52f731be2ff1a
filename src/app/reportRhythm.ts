import { addDays, type Day, daysBetween, type LocalTime, weekOf } from '../domain/day';
import type { Rhythm, Settings } from '../sheet/settingsTab';

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

/** When the report of the week that holds this day is due, on the workbook's clock. */
export function reportMoment(
  settings: Pick<Settings, 'reportDay' | 'reportHour'>,
  today: Day,
): LocalTime {
  const day = addDays(weekOf(today), settings.reportDay - 1);
  return `${day}T${String(settings.reportHour).padStart(2, '0')}:00:00`;
}
