import { addDays, type Day, dayOf, daysBetween, type LocalTime, weekOf } from '../domain/day';
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

/** A monthly report is due every four or five weeks. */
const LONGEST_WEEKS = 6;

type When = Pick<Settings, 'reportRhythm' | 'reportDay' | 'reportHour'>;

/** The latest moment up to now at which a report was due; `null` while there are none. */
export function lastReportMoment(settings: When, now: LocalTime): LocalTime | null {
  for (let weeks = 0; weeks <= LONGEST_WEEKS; weeks += 1) {
    const moment = reportMoment(settings, addDays(dayOf(now), -7 * weeks));
    if (moment <= now && isReportDue(settings.reportRhythm, dayOf(moment))) return moment;
  }
  return null;
}

/** Whether the next report is due within a day. */
export function isReportNear(settings: When, now: LocalTime): boolean {
  const tomorrow = addDays(dayOf(now), 1);
  return [dayOf(now), tomorrow].some((day) => {
    const moment = reportMoment(settings, day);
    const isAhead = moment > now && moment <= `${tomorrow}${now.slice(10)}`;
    return isAhead && isReportDue(settings.reportRhythm, dayOf(moment));
  });
}
