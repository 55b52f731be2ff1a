import { addDays, type Day, dayOf, daysBetween, weekOf } from './day';
import { bias, hitRate, type JudgedRange, wape } from './forecast/accuracy';
import type { PastForecast } from './forecast/pastForecasts';
import type { Range } from './forecast/range';
import type { DealHistory } from './history';
import type { DealId } from './ledger';
import type { Convert } from './money';
import type { Pipeline } from './pipeline';

/** A week's forecast of the amount won within some days, kept when it was made. Minor units. */
export interface KeptForecast {
  /** Its Sunday: what was known at the end of this day. */
  readonly week: Day;
  readonly days: number;
  readonly mean: number;
  readonly range: Range | null;
  readonly runRate: number | null;
}

/** An open deal's chance to be won within some days, kept with a week's forecast. */
export interface KeptChance {
  readonly week: Day;
  readonly days: number;
  readonly deal: DealId;
  readonly chance: number;
}

/** A forecast whose days are over, beside what came. */
export interface JudgedForecast {
  readonly week: Day;
  readonly days: number;
  readonly mean: number;
  readonly range: Range | null;
  readonly came: number;
  readonly brier: number | null;
  readonly deals: number;
  /** Kept when it was made, or replayed from the ledger because nobody kept one. */
  readonly made: 'kept' | 'replayed';
}

/** How right the forecasts of one horizon have been. Shares are `null` where nothing can be said. */
export interface TrackRecord {
  readonly days: number;
  readonly kept: number;
  readonly replayed: number;
  /** sum |F - A| / sum A, and sum (F - A) / sum A. */
  readonly wape: number | null;
  readonly bias: number | null;
  /** Share of the forecasts with a range whose P10 to P90 held what came. */
  readonly hitRate: number | null;
  readonly ranges: number;
  /** Mean squared error of the open deals' chances, all weeks together. */
  readonly brier: number | null;
}

/** A deal's move to won, on the day of the move: a forecast is of moves, whatever day was typed for them. */
export interface WonMove {
  readonly deal: DealId;
  readonly day: Day;
  readonly amount: number;
}

/** The moves to won of deals that are won still, each with its amount in minor units of the team's currency; 0 without one or without a rate. */
export function wonMoves(
  deals: Iterable<DealHistory>,
  pipeline: Pipeline,
  convert: Convert,
): readonly WonMove[] {
  const won = new Set(pipeline.stages.filter(({ kind }) => kind === 'won').map(({ key }) => key));
  const moves: WonMove[] = [];
  for (const { deal, stage, closed, state, deleted } of deals) {
    if (deleted || closed === null || !won.has(stage)) continue;
    const amount = state.amount === null ? 0 : (convert(state.amount, state.currency) ?? 0);
    moves.push({ deal, day: dayOf(closed), amount });
  }
  return moves;
}

/** Replayed forecasts with the Sundays that they were made on. */
export function replayedForecasts(
  past: readonly PastForecast[],
  today: Day,
): readonly JudgedForecast[] {
  return past.map(({ daysAgo, ...forecast }) => ({
    ...forecast,
    week: addDays(today, -daysAgo),
    made: 'replayed',
  }));
}

/** Kept forecasts whose days are over, judged by what was won since. */
export function judgeKept(
  forecasts: readonly KeptForecast[],
  chances: readonly KeptChance[],
  { moves, today }: { readonly moves: readonly WonMove[]; readonly today: Day },
): readonly JudgedForecast[] {
  const wonOn = new Map(moves.map(({ deal, day }) => [deal, day]));
  const scores = new Map<string, { square: number; deals: number }>();
  for (const { week, days, deal, chance } of chances) {
    const key = `${week} ${days}`;
    const score = scores.get(key) ?? { square: 0, deals: 0 };
    const came = isWithin(wonOn.get(deal), week, days) ? 1 : 0;
    score.square += (chance - came) ** 2;
    score.deals += 1;
    scores.set(key, score);
  }
  const over = forecasts.filter(({ week, days }) => addDays(week, days) <= today);
  return over.map(({ week, days, mean, range }) => {
    const score = scores.get(`${week} ${days}`);
    const came = moves
      .filter(({ day }) => isWithin(day, week, days))
      .reduce((sum, { amount }) => sum + amount, 0);
    const brier = score === undefined ? null : score.square / score.deals;
    return { week, days, mean, range, came, brier, deals: score?.deals ?? 0, made: 'kept' };
  });
}

function isWithin(day: Day | undefined, week: Day, days: number): boolean {
  return day !== undefined && day > week && daysBetween(week, day) <= days;
}

/** One forecast a week and horizon, the oldest first: the kept one where there is one, else the replayed. */
export function keptBeforeReplayed(
  kept: readonly JudgedForecast[],
  replayed: readonly JudgedForecast[],
): readonly JudgedForecast[] {
  const keyOf = ({ week, days }: JudgedForecast) => `${weekOf(week)} ${days}`;
  const own = new Set(kept.map(keyOf));
  const all = [...kept, ...replayed.filter((forecast) => !own.has(keyOf(forecast)))];
  return all.sort((a, b) => a.days - b.days || (a.week < b.week ? -1 : 1));
}

/** How right the forecasts of each horizon have been, all of its weeks together. */
export function trackRecords(
  judged: readonly JudgedForecast[],
  horizons: readonly number[],
): readonly TrackRecord[] {
  return horizons.map((days) => {
    const own = judged.filter((forecast) => forecast.days === days);
    const pairs = own.map(({ mean, came }) => ({ forecast: mean, actual: came }));
    const ranges = own.flatMap(({ range, came }): JudgedRange[] =>
      range === null ? [] : [{ ...range, actual: came }],
    );
    return {
      days,
      kept: own.filter(({ made }) => made === 'kept').length,
      replayed: own.filter(({ made }) => made === 'replayed').length,
      wape: wape(pairs),
      bias: bias(pairs),
      hitRate: hitRate(ranges),
      ranges: ranges.length,
      brier: brierOf(own),
    };
  });
}

function brierOf(judged: readonly JudgedForecast[]): number | null {
  let square = 0;
  let deals = 0;
  for (const { brier, deals: n } of judged) {
    square += (brier ?? 0) * n;
    deals += n;
  }
  return deals === 0 ? null : square / deals;
}
