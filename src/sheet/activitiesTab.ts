import type { Day, LocalTime } from '../domain/day';
import type { DealId } from '../domain/ledger';
import type { Language } from '../words/language';
import type { Grid, Problem, Row } from './cell';

export interface Activity {
  readonly deal: DealId;
  readonly at: Day | LocalTime;
  /** A known kind's key, else the text that was typed. */
  readonly kind: string;
  readonly note: string;
  readonly by: string;
}

export interface ReadActivities {
  readonly activities: readonly Activity[];
  readonly problems: readonly Problem[];
}

/** Reads the whole Activities tab. */
export function readActivities(_grid: Grid): ReadActivities {
  throw new Error('not yet');
}

/** Rows of the Activities tab in its standard column order. */
export function activityRows(_activities: readonly Activity[], _language: Language): Row[] {
  throw new Error('not yet');
}
