import { addDays, type Day, dayOf, daysBetween, type LocalTime } from './day';

/** Days from `from` to `to`, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Whether a day or a moment lies in the period. */
export function isIn(period: Period, when: Day | LocalTime): boolean {
  const day = dayOf(when);
  return day >= period.from && day <= period.to;
}

/** The period of the same length that ends the day before. */
export function periodBefore({ from, to }: Period): Period {
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
}
