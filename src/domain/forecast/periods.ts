import { type Day, dayOf, daysBetween } from '../day';
import { isIn, type Period } from '../period';
import {
  type Estimate,
  type OutlookNotes,
  outlookOfSpans,
  type SpanOutlook,
  type SpansInput,
} from './outlook';
import { converted } from './rates';
import { wonDay } from './wonDay';

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
  const { spans, notes } = outlookOfSpans(
    input,
    coming.map(({ from, to }) => ({
      after: Math.max(0, daysBetween(input.asOf, from) - 1),
      upTo: daysBetween(input.asOf, to),
    })),
  );
  const won = wonByTypedDay(input);
  const outlooks = spans.flatMap((measures, index) =>
    measures.map((outlook) => {
      const period = coming[index]!;
      const wonSoFar = wonIn(won, { from: period.from, to: input.asOf }, outlook.measure);
      return { ...outlook, period, wonSoFar, total: raised(outlook.total, wonSoFar) };
    }),
  );
  return { periods: outlooks, notes };
}

/** A deal that is won, on the day that was typed for it. */
interface Won {
  readonly day: Day;
  readonly amount: number;
}

/** What was won by the day of the outlook, as the months count it: by the day that was typed for it, and no amount as none. */
function wonByTypedDay({ histories, pipeline, asOf, rates }: SpansInput): readonly Won[] {
  const wonStages = new Set(
    pipeline.stages.filter(({ kind }) => kind === 'won').map(({ key }) => key),
  );
  const found: Won[] = [];
  for (const history of histories) {
    const { stage, closed, deleted, state } = history;
    const isWon = !deleted && wonStages.has(stage) && closed !== null && dayOf(closed) <= asOf;
    const day = isWon ? wonDay(history) : null;
    const amount = state.amount === null ? 0 : converted(state.amount, state.currency, rates);
    if (day !== null) found.push({ day, amount: amount ?? 0 });
  }
  return found;
}

function wonIn(won: readonly Won[], period: Period, measure: SpanOutlook['measure']): number {
  return won.reduce(
    (sum, { day, amount }) => (isIn(period, day) ? sum + (measure === 'amount' ? amount : 1) : sum),
    0,
  );
}

function raised({ mean, range }: Estimate, by: number): Estimate {
  return {
    mean: mean + by,
    range: range && { p10: range.p10 + by, p50: range.p50 + by, p90: range.p90 + by },
  };
}
