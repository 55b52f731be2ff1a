import { addDays, type Day, daysBetween, type LocalTime, weekOf } from '../domain/day';
import { clockIn } from '../google/clock';
import type { Rhythm, Settings } from '../sheet/settingsTab';
import type { OpenPipeline } from './openPipeline';

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

/** The time zone whose clock the report goes by. */
export function reportTimeZone({ configuration, workbook }: OpenPipeline): string {
  return configuration.settings.reportTimeZone || workbook.clock.timeZone;
}

/** This moment on the clock that the report goes by. */
export function reportNow(open: OpenPipeline): LocalTime {
  const { reportTimeZone: zone } = open.configuration.settings;
  return zone === '' ? open.now : clockIn(zone).now();
}

/** When the report of the week that holds this day is due, on its own clock. */
export function reportMoment(
  settings: Pick<Settings, 'reportDay' | 'reportHour'>,
  today: Day,
): LocalTime {
  const day = addDays(weekOf(today), settings.reportDay - 1);
  return `${day}T${String(settings.reportHour).padStart(2, '0')}:00:00`;
}
