import type { Day } from './day';
import type { DealHistory, Visit } from './history';
import type { StageKey } from './pipeline';

/** How days are counted: every day, or Monday to Friday. */
export type DayCount = 'calendar' | 'working';

export interface Clock {
  readonly today: Day;
  readonly count: DayCount;
}

/** Days of a visit, an open one up to today; `null` when its beginning is not known. */
export function lengthOf(visit: Visit, clock: Clock): number | null {
  void [visit, clock];
  throw new Error('not yet');
}

/** Days that the deal has been in its stage; `null` when unknown. */
export function dwell(history: DealHistory, clock: Clock): number | null {
  void [history, clock];
  throw new Error('not yet');
}

/** Days of all visits to a stage together; `null` when one of them is unknown. */
export function totalDwell(history: DealHistory, stage: StageKey, clock: Clock): number | null {
  void [history, stage, clock];
  throw new Error('not yet');
}

/** Days since the last meaningful touch; `lastActivity` is the day of the last logged activity. */
export function idle(history: DealHistory, clock: Clock, lastActivity: Day | null = null): number {
  void [history, clock, lastActivity];
  throw new Error('not yet');
}
