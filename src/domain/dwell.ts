import { type Day, dayOf, daysBetween, workingDaysBetween } from './day';
import type { DealHistory, Visit } from './history';
import type { StageKey } from './pipeline';

/** How days are counted: every day, or Monday to Friday. */
export type DayCount = 'calendar' | 'working';

export interface Clock {
  readonly today: Day;
  readonly count: DayCount;
}

/** Days from one day to a later one, as the team counts them; never negative. */
export function daysFrom(from: Day, to: Day, count: DayCount): number {
  return Math.max(0, count === 'working' ? workingDaysBetween(from, to) : daysBetween(from, to));
}

/** Days of a visit, an open one up to today; `null` when its beginning or its end is not known. */
export function lengthOf(visit: Visit, { today, count }: Clock): number | null {
  if (!visit.known || !visit.endKnown) return null;
  return daysFrom(dayOf(visit.from), visit.to === null ? today : dayOf(visit.to), count);
}

/** Days that the deal has been in its stage; `null` when unknown. */
export function dwell(history: DealHistory, clock: Clock): number | null {
  const visit = history.visits[history.visits.length - 1];
  return visit === undefined ? null : lengthOf(visit, clock);
}

/** Days of all visits to a stage together; `null` when one of them is unknown. */
export function totalDwell(history: DealHistory, stage: StageKey, clock: Clock): number | null {
  const lengths = history.visits
    .filter((visit) => visit.stage === stage)
    .map((visit) => lengthOf(visit, clock));
  return lengths.reduce<number | null>(
    (sum, days) => (sum === null || days === null ? null : sum + days),
    0,
  );
}

/**
 * Days since the last meaningful touch: a move, a changed next step, or `lastActivity`, the day of
 * the last logged activity. `null` when the ledger has no day for any.
 */
export function idle(
  { lastTouch }: DealHistory,
  { today, count }: Clock,
  lastActivity: Day | null = null,
): number | null {
  const last = lastActivity !== null && lastActivity > lastTouch ? lastActivity : lastTouch;
  return last === '' ? null : daysFrom(last, today, count);
}
