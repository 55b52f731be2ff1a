import { addDays, type Day, dayOf } from '../day';
import type { DealHistory } from '../history';
import type { DealId } from '../ledger';
import { type Pipeline, stageOf } from '../pipeline';
import { bias, brier, hitRate, wape } from './accuracy';
import type { Measure } from './ahead';
import { dealOutlooks } from './dealOutlook';
import { outlookOf, type SpansInput } from './outlook';
import type { Range } from './range';
import { converted, type Rates } from './rates';

/** What was forecast on a day for the days after it: one row of the record. */
export interface KeptForecast {
  readonly on: Day;
  readonly days: number;
  readonly measure: Measure;
  readonly mean: number;
  readonly range: Range | null;
}

/** A deal's chance to be won within so many days, as it was given on a day. */
export interface KeptChance {
  readonly on: Day;
  readonly days: number;
  readonly deal: DealId;
  readonly chance: number;
}

export interface Kept {
  readonly forecasts: readonly KeptForecast[];
  readonly chances: readonly KeptChance[];
}

/** How right the forecasts of one horizon have been, of those whose days are over. */
export interface HorizonAccuracy {
  readonly days: number;
  readonly measure: Measure;
  readonly forecasts: number;
  readonly wape: number | null;
  readonly bias: number | null;
  /** Share of actuals within P10 to P90, of the forecasts that had a range. */
  readonly hitRate: number | null;
  readonly ranges: number;
  /** Of the chances of that horizon; the same for both measures. */
  readonly brier: number | null;
  readonly chances: number;
}

/**
 * What would have been kept on a day: the forecast of the ledger as it stood then. For the weeks
 * before anybody kept one, and for a manager who wants to see the past. Histories may go on after
 * the day; what came later is not looked at, except that a deal still open counts at its amount
 * of today.
 */
export function keptOn(input: SpansInput, horizons: readonly number[]): Kept {
  const outlook = outlookOf({ ...input, horizons });
  const on = input.asOf;
  return {
    forecasts: outlook.horizons.map(({ days, measure, total }) => ({
      on,
      days,
      measure,
      ...total,
    })),
    chances: dealOutlooks({ ...input, horizons }).flatMap(({ deal, within }) =>
      within.map((chance, index) => ({ on, days: horizons[index]!, deal, chance })),
    ),
  };
}

export interface RecordInput {
  readonly kept: Kept;
  readonly histories: Iterable<DealHistory>;
  readonly pipeline: Pipeline;
  /** Forecasts whose last day is after it are not judged yet. */
  readonly asOf: Day;
  readonly rates: Rates;
}

/** How right kept forecasts have been, by horizon and measure, shortest first. */
export function accuracyRecord(input: RecordInput): readonly HorizonAccuracy[] {
  const wins = winsOf(input);
  const isOver = ({ on, days }: { on: Day; days: number }) => addDays(on, days) <= input.asOf;
  const forecasts = input.kept.forecasts.filter(isOver);
  const chances = input.kept.chances.filter(isOver);
  const horizons = [...new Set(forecasts.map(({ days }) => days))].sort((a, b) => a - b);
  return horizons.flatMap((days) => {
    const judged = chances
      .filter((kept) => kept.days === days)
      .map((kept) => ({ chance: kept.chance, won: isWonIn(wins.get(kept.deal), kept) }));
    return (['amount', 'count'] as const).map((measure) => {
      const own = forecasts.filter((kept) => kept.days === days && kept.measure === measure);
      const periods = own.map((kept) => ({ forecast: kept.mean, actual: cameIn(wins, kept) }));
      const ranges = own.flatMap((kept, index) =>
        kept.range === null ? [] : [{ ...kept.range, actual: periods[index]!.actual }],
      );
      return {
        days,
        measure,
        forecasts: own.length,
        wape: wape(periods),
        bias: bias(periods),
        hitRate: hitRate(ranges),
        ranges: ranges.length,
        brier: brier(judged),
        chances: judged.length,
      };
    });
  });
}

interface Win {
  readonly day: Day;
  readonly amount: number;
}

function winsOf({ histories, pipeline, rates }: RecordInput): ReadonlyMap<DealId, Win> {
  const wins = new Map<DealId, Win>();
  for (const { deal, deleted, closed, stage, state } of histories) {
    if (deleted || closed === null || stageOf(pipeline, stage)?.kind !== 'won') continue;
    const amount = converted(state.amount ?? 0, state.currency, rates) ?? 0;
    wins.set(deal, { day: dayOf(closed), amount });
  }
  return wins;
}

function isWonIn(win: Win | undefined, { on, days }: { on: Day; days: number }): boolean {
  return win !== undefined && win.day > on && win.day <= addDays(on, days);
}

function cameIn(wins: ReadonlyMap<DealId, Win>, kept: KeptForecast): number {
  let sum = 0;
  for (const win of wins.values()) {
    if (isWonIn(win, kept)) sum += kept.measure === 'amount' ? win.amount : 1;
  }
  return sum;
}
