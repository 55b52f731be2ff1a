import { type Day, dayOf, weekOf } from '../domain/day';
import { documentStore } from '../google/store';
import type { OpenPipeline } from './openPipeline';
import { reportMoment, reportNow } from './reportRhythm';

/** The Monday of the week whose report was made last. */
const KEY = 'reportedWeek';

/** Whether the report of this day's week was made. */
export function isReported(today: Day): boolean {
  return documentStore.get(KEY) === weekOf(today);
}

export function noteReported(today: Day): void {
  documentStore.set(KEY, weekOf(today));
}

/** A workbook that is set up after its week's moment has no report to make up for. */
export function skipThisWeek(open: OpenPipeline): void {
  const now = reportNow(open);
  const today = dayOf(now);
  if (now >= reportMoment(open.configuration.settings, today)) noteReported(today);
}
