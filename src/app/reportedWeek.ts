import { type Day, weekOf } from '../domain/day';
import { documentStore } from '../google/store';
import type { OpenPipeline } from './openPipeline';
import { reportMoment } from './reportRhythm';

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
  if (open.now >= reportMoment(open.configuration.settings, open.today)) noteReported(open.today);
}
