import { type Day, daysBetween, weekOf } from '../day';
import type { DealHistory } from '../history';
import { type Ahead, chancesAhead, lookAhead, type Standpoint } from './ahead';
import { fitChances } from './chanceModel';
import { ENOUGH_HISTORY } from './constants';
import { cellOf, defaultExitsOf } from './dealOutlook';
import { learnErrors, type Replayed } from './errors';
import { learn, walkExits } from './learning';
import type { SpansInput } from './outlook';
import type { Panel } from './panel';
import { plus, type Range, rangeOf, times } from './range';
import { converted } from './rates';
import { between, type Track, trackOf } from './track';

/** A forecast of the amount won within some days after an earlier day, as it would have been made then. */
export interface PastForecast {
  /** Days between that day's evening and now. */
  readonly daysAgo: number;
  readonly days: number;
  /** Minor units of the team's currency. */
  readonly mean: number;
  readonly range: Range | null;
  readonly came: number;
  /** Of the open deals' chances to be won within those days; `null` without an open deal. */
  readonly brier: number | null;
  readonly deals: number;
}

/** Weekly origins replayed for each horizon: a quarter. */
const MOST = 13;

interface Replay {
  readonly panel: Panel;
  readonly track: Track;
  readonly horizons: readonly number[];
}

/**
 * Forecasts of whole past horizons, replayed from the evening of each Sunday, oldest first: each
 * knows what was known then, and learns its range from replays that were over by then. A deal
 * counts with its last amount while it was open. Weeks that the history does not reach are left out.
 */
export function pastForecasts(
  input: SpansInput,
  horizons: readonly number[],
): readonly PastForecast[] {
  const learning = learn(input);
  const { panel } = learning;
  const inOwn = (amount: number | null, { state }: DealHistory) =>
    amount === null ? null : (converted(amount, state.currency, input.rates) ?? 0);
  const whileOpen = panel.histories.map((history) => inOwn(history.openAmount, history));
  const now = panel.histories.map((history) => inOwn(history.state.amount, history));
  const track = trackOf(panel, learning.first, (deal) => now[deal] ?? 0);
  const replay: Replay = { panel, track, horizons };
  const defaults = defaultExitsOf(panel, input.pipeline);
  const known = new Map(horizons.map((days) => [days, [] as (Replayed & { day: number })[]]));
  const found: PastForecast[] = [];
  walkExits(learning, originsOf(input.asOf, replay), (exits, day, spells) => {
    const over = horizons.filter((days) => isReplayed(panel.lastDay - day, days));
    const from: Standpoint = {
      ...{ day, track, panel, spells, seasonal: true },
      model: fitChances(exits, defaults),
      spans: over.map((upTo) => ({ after: 0, upTo })),
      amountOf: (deal) => whileOpen[deal]!,
    };
    const chances = chancesAhead(from);
    const ahead = lookAhead(from, chances);
    const isRanged = isEnough(replay, day);
    over.forEach((days, index) => {
      const earlier = known.get(days)!;
      const learned = earlier.filter((one) => one.day + days <= day);
      const came = between(track, track.wonAmount, day, day + days);
      const { mean, range } = forecastOf(ahead[index]!, learned, days);
      const brier = brierOf(from, days, chances.within[chances.horizons.indexOf(days)]!);
      const daysAgo = panel.lastDay - day;
      found.push({ daysAgo, days, mean, range: isRanged ? range : null, came, ...brier });
      const cases = { amount: came, count: between(track, track.won, day, day + days) };
      earlier.push({ ahead: ahead[index]!, came: cases, day });
    });
  });
  return found;
}

/** Whether a horizon is over, and not longer ago than is replayed for it. */
function isReplayed(daysAgo: number, days: number): boolean {
  return daysAgo >= days && daysAgo < days + 7 * MOST;
}

/** The Sunday evenings that some horizon is replayed from, oldest first. */
function originsOf(asOf: Day, { panel, track, horizons }: Replay): readonly number[] {
  const sunday = panel.lastDay - daysBetween(weekOf(asOf), asOf) - 1;
  const origins: number[] = [];
  for (let day = sunday; day >= track.first + ENOUGH_HISTORY.days; day -= 7) {
    if (horizons.some((days) => isReplayed(panel.lastDay - day, days))) origins.push(day);
  }
  return origins.reverse();
}

/** Mixed with the run rate, and as wide, as the replays that were over by then would have it. */
function forecastOf(
  ahead: Ahead,
  learned: readonly Replayed[],
  days: number,
): { readonly mean: number; readonly range: Range } {
  const { open, fresh, runRateInSeason } = ahead.amount;
  const { runRateShare, shared } = learnErrors(learned, 'amount', { after: 0, upTo: days });
  const modelled = plus(open, fresh);
  const mean = (1 - runRateShare) * modelled.mean + runRateShare * runRateInSeason;
  const total = modelled.mean > 0 ? times(modelled, mean / modelled.mean) : { ...modelled, mean };
  return { mean, range: rangeOf(total, shared) };
}

function isEnough({ panel, track }: Replay, day: number): boolean {
  const closed = panel.closings.day.filter((on) => on <= day).length;
  const won = between(track, track.won, track.first - 1, day);
  return closed >= ENOUGH_HISTORY.closed && won >= ENOUGH_HISTORY.won;
}

/** Of the deals open on an evening: what their chances to be won within some days are off. */
function brierOf(
  { day, model, panel, spells }: Standpoint,
  days: number,
  within: Float64Array,
): { readonly brier: number | null; readonly deals: number } {
  const won = new Set<number>();
  panel.closings.day.forEach((on, closing) => {
    if (panel.closings.won[closing] === 0 || on <= day || on > day + days) return;
    won.add(panel.closings.deal[closing]!);
  });
  let square = 0;
  let deals = 0;
  for (const spell of spells) {
    const state = panel.spells.state[spell]!;
    if (state >= panel.open) continue;
    const chance = within[cellOf(model, state, day - panel.spells.from[spell]!)]!;
    square += (chance - (won.has(panel.spells.deal[spell]!) ? 1 : 0)) ** 2;
    deals += 1;
  }
  return { brier: deals === 0 ? null : square / deals, deals };
}
