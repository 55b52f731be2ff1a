import type { Ahead, Measure, Span } from './ahead';
import { ERRORS } from './constants';
import { plus } from './range';

/** An earlier forecast and what came. */
export interface Replayed {
  readonly ahead: Ahead;
  readonly came: Readonly<Record<Measure, number>>;
}

/** What replayed forecasts teach about one span. */
export interface Errors {
  /** How much of the run rate belongs in the total, 0 to 1. */
  readonly runRateShare: number;
  /** Variance of the error that all deals share, as a share of the mean's square. */
  readonly shared: number;
  readonly replays: number;
}

/** A replay in units of what the model said. */
interface Case {
  readonly runRate: number;
  readonly came: number;
  /** Variance if every deal were on its own. */
  readonly own: number;
}

/**
 * Learns from replays of one span. Replays overlap: they count as many as would fit side by side.
 * The run rate's share is the least-squares one, drawn to none; the shared error is what
 * independent deals leave unexplained, drawn to the usual one.
 */
export function learnErrors(
  replays: readonly Replayed[],
  measure: Measure,
  { after, upTo }: Span,
): Errors {
  const cases = replays.flatMap(({ ahead, came }): Case[] => {
    const { open, fresh, runRateInSeason } = ahead[measure];
    const { mean, variance } = plus(open, fresh);
    if (mean <= 0) return [];
    const own = variance / mean ** 2;
    return [{ runRate: runRateInSeason / mean, came: came[measure] / mean, own }];
  });
  const more = Math.max(0, cases.length - 1) * Math.min(1, strideOf(upTo) / (upTo - after));
  const apart = Math.min(cases.length, 1 + more);
  const runRateShare = shareOf(cases, apart);
  const usual = ERRORS.usual * Math.max(1, upTo / ERRORS.usualDays) ** ERRORS.usualGrowth;
  const seen = sharedError(cases, runRateShare);
  return {
    runRateShare,
    shared: (ERRORS.usualIsWorth * usual ** 2 + apart * seen) / (ERRORS.usualIsWorth + apart),
    replays: cases.length,
  };
}

/** Days between two replays of a span that ends so many days ahead. */
export function strideOf(days: number): number {
  return Math.max(7, 7 * Math.floor(days / 28));
}

function shareOf(cases: readonly Case[], apart: number): number {
  let together = 0;
  let square = 0;
  for (const { runRate, came } of cases) {
    const scale = Math.max(1, runRate, came);
    together += ((came - 1) / scale) * ((runRate - 1) / scale);
    square += ((runRate - 1) / scale) ** 2;
  }
  if (square === 0) return 0;
  const drawn = square * (1 + ERRORS.modelIsWorth / apart);
  return Math.min(1, Math.max(0, together / drawn));
}

/** The mean squared miss of the mixed forecast, beyond what independent deals would miss by. */
function sharedError(cases: readonly Case[], runRateShare: number): number {
  let sum = 0;
  for (const { runRate, came, own } of cases) {
    const forecast = 1 + runRateShare * (runRate - 1);
    const miss = forecast > 0 ? (came / forecast - 1) ** 2 : ERRORS.worst;
    sum += Math.min(ERRORS.worst, miss) - own;
  }
  return cases.length === 0 ? 0 : Math.max(0, sum / cases.length);
}
