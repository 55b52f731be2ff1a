import { type Day, daysBetween } from '../day';
import {
  type Estimate,
  type OutlookNotes,
  outlookOfSpans,
  type SpanOutlook,
  type SpansInput,
} from './outlook';
import { numberOf } from './panel';
import { between, type Track } from './track';

/** A period's days, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** What a period will have brought when it is over. */
export interface PeriodOutlook extends SpanOutlook {
  readonly period: Period;
  /** On the period's days up to and including the day of the outlook. */
  readonly wonSoFar: number;
}

/**
 * The forecast of whole periods (this month, this quarter, the next ones): won so far + open deals
 * + deals to come. `total` holds what is won so far, `open` and `fresh` only what is to come.
 * Periods that are over are left out.
 */
export function periodOutlooks(
  input: SpansInput,
  periods: readonly Period[],
): { readonly periods: readonly PeriodOutlook[]; readonly notes: OutlookNotes } {
  const coming = periods.filter(({ from, to }) => to > input.asOf && to >= from);
  const { spans, notes, track } = outlookOfSpans(
    input,
    coming.map(({ from, to }) => ({
      after: Math.max(0, daysBetween(input.asOf, from) - 1),
      upTo: daysBetween(input.asOf, to),
    })),
  );
  const outlooks = spans.flatMap((measures, index) =>
    measures.map((outlook) => {
      const period = coming[index]!;
      const wonSoFar = wonIn(track, period.from, input.asOf, outlook.measure);
      return { ...outlook, period, wonSoFar, total: raised(outlook.total, wonSoFar) };
    }),
  );
  return { periods: outlooks, notes };
}

function wonIn(track: Track, from: Day, asOf: Day, measure: SpanOutlook['measure']): number {
  const sums = measure === 'amount' ? track.wonAmount : track.won;
  return between(track, sums, numberOf(from) - 1, numberOf(asOf));
}

function raised({ mean, range }: Estimate, by: number): Estimate {
  return {
    mean: mean + by,
    range: range && { p10: range.p10 + by, p50: range.p50 + by, p90: range.p90 + by },
  };
}
