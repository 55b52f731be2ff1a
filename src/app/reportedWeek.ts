import { addDays, type Day, dayOf, weekOf } from '../domain/day';
import { documentStore } from '../google/store';
import type { OpenPipeline } from './openPipeline';
import { reportMoment, reportNow } from './reportRhythm';

/** The Monday of the week whose report was made last. */
const KEY = 'reportedWeek';

/** Whether the report of the week of this day, or a later one, was made. Of a workbook without any only this week's is open. */
export function isReported(day: Day, today: Day): boolean {
  return weekOf(day) <= (documentStore.get(KEY) ?? addDays(weekOf(today), -1));
}

export function noteReported(today: Day): void {
  documentStore.set(KEY, weekOf(today));
}

/** After its week's moment a workbook that is set up, or whose reports are switched off, has none to make up for. */
export function skipThisWeek(open: OpenPipeline): void {
  const now = reportNow(open);
  const today = dayOf(now);
  const isOver = now >= reportMoment(open.configuration.settings, today);
  if (isOver && !isReported(today, today)) noteReported(today);
}
