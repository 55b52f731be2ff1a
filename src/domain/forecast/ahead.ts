import { arrivalsADay } from './arrivals';
import type { ChanceModel } from './chanceModel';
import { RUN_RATE_DAYS, TYPICAL } from './constants';
import { type Curves, curvesOf } from './curves';
import type { Panel } from './panel';
import type { Sum } from './range';
import { inSeason, NO_SEASON, type Season, type Stretch, seasonOf, stretchesOf } from './season';
import { between, type Track } from './track';

export type Measure = 'amount' | 'count';

/** What a span will bring of one measure, before past errors are learned from. */
export interface Parts {
  readonly open: Sum;
  /** From deals that do not exist yet. */
  readonly fresh: Sum;
  /** Mean a day of the trailing 84 days (of all if fewer) x days. */
  readonly runRate: number;
  /** The run rate in the season of the coming days. */
  readonly runRateInSeason: number;
}

export type Ahead = Readonly<Record<Measure, Parts>>;

/** Days ahead of a standpoint: those after `after` days up to `upTo` days. */
export interface Span {
  readonly after: number;
  readonly upTo: number;
}

/** A day to look ahead from, and what is known there. */
export interface Standpoint {
  readonly day: number;
  readonly model: ChanceModel;
  readonly track: Track;
  readonly panel: Panel;
  /** Positions of the spells that go on over that evening; nurtured deals are passed over. */
  readonly spells: Int32Array;
  /** An open deal's amount by its position; `null` when it has none. */
  readonly amountOf: (deal: number) => number | null;
  readonly spans: readonly Span[];
  readonly seasonal: boolean;
}

/** Chances to be won within each horizon by state and evenings, in the season of the coming days. */
export interface SeasonalChances {
  readonly horizons: readonly number[];
  /** [horizon][state][evening] */
  readonly within: readonly Float64Array[];
  readonly curves: Curves;
  readonly stretches: readonly Stretch[];
}

/** Works out the chances of a day's model. A season moves wins between months; it makes none. */
export function seasonalChances(
  model: ChanceModel,
  season: Season,
  { day, horizons }: { readonly day: number; readonly horizons: readonly number[] },
): SeasonalChances {
  const stretches = stretchesOf(season, day, Math.max(0, ...horizons));
  const cuts = [...new Set([...horizons, ...stretches.map(({ until }) => until)])];
  const curves = curvesOf(model, cuts);
  const upTo = new Map(cuts.map((cut, index) => [cut, curves.within[index]!]));
  const within = horizons.map((horizon) => {
    if (stretches.length === 1 && stretches[0]!.factor === 1) return upTo.get(horizon)!;
    return upTo
      .get(horizon)!
      .map((_, cell) =>
        clamped(inSeason(stretches, horizon, (days) => upTo.get(days)?.[cell] ?? 0)),
      );
  });
  return { horizons, within, curves, stretches };
}

function clamped(chance: number): number {
  return Math.min(1, Math.max(0, chance));
}

/** The chances to be won by the first and last day of each span, for {@link lookAhead}. */
export function chancesAhead({ day, model, track, spans, seasonal }: Standpoint): SeasonalChances {
  const horizons = [...new Set(spans.flatMap(({ after, upTo }) => [after, upTo]))];
  const season = seasonal ? seasonOf(track, day) : NO_SEASON;
  return seasonalChances(model, season, { day, horizons });
}

/** What each span of days will bring, seen from a day. */
export function lookAhead(from: Standpoint, ahead = chancesAhead(from)): readonly Ahead[] {
  const { day, track, spans } = from;
  const { horizons, within, curves, stretches } = ahead;
  const typical = typicalWin(from);
  const fresh = freshWins(from, curves);
  const pace = paceOf(track, day);
  return spans.map(({ after, upTo }) => {
    const chances = difference(within[horizons.indexOf(upTo)]!, within[horizons.indexOf(after)]!);
    const open = openSums(from, chances, typical);
    const inSpan = (upToDays: (days: number) => number) =>
      inSeason(stretches, upTo, upToDays) - inSeason(stretches, after, upToDays);
    const coming = inSpan((days) => fresh[days]!);
    const days = inSpan((each) => each);
    const none = Math.exp(-coming);
    return {
      count: {
        open: open.count,
        fresh: { mean: coming, variance: coming, none },
        runRate: pace.count * (upTo - after),
        runRateInSeason: pace.count * days,
      },
      amount: {
        open: open.amount,
        fresh: { mean: coming * typical.mean, variance: coming * typical.square, none },
        runRate: pace.amount * (upTo - after),
        runRateInSeason: pace.amount * days,
      },
    };
  });
}

function difference(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((chance, cell) => Math.max(0, chance - other[cell]!));
}

/** What was won a day over the trailing days. */
function paceOf(track: Track, day: number): Readonly<Record<Measure, number>> {
  const days = Math.min(RUN_RATE_DAYS, day - track.first + 1);
  return {
    count: between(track, track.won, day - days, day) / days,
    amount: between(track, track.wonAmount, day - days, day) / days,
  };
}

interface Typical {
  readonly mean: number;
  readonly square: number;
}

/** The mean won amount and mean square: of the trailing days, of all wins when those are few, of the open deals when there are none. */
function typicalWin({ day, track, panel, spells, amountOf }: Standpoint): Typical {
  for (const days of [RUN_RATE_DAYS, day - track.first + 1]) {
    const wins = between(track, track.won, day - days, day);
    if (wins < (days === RUN_RATE_DAYS ? TYPICAL.wins : 1)) continue;
    return {
      mean: between(track, track.wonAmount, day - days, day) / wins,
      square: between(track, track.wonSquare, day - days, day) / wins,
    };
  }
  let sum = 0;
  let known = 0;
  for (const spell of spells) {
    const amount = amountOf(panel.spells.deal[spell]!);
    if (amount === null || panel.spells.state[spell]! >= panel.open) continue;
    sum += amount;
    known += 1;
  }
  const mean = sum / Math.max(1, known);
  return { mean, square: mean * mean };
}

/** Wins to come from new deals within 0, 1, 2 ... days: arrivals a day x their curve from age 0. */
function freshWins({ day, model, track, spans }: Standpoint, curves: Curves): Float64Array {
  const { states, born } = model;
  const aDay = arrivalsADay(track, day);
  const wins = new Float64Array(Math.max(0, ...spans.map(({ upTo }) => upTo)) + 1);
  for (let ahead = 1; ahead < wins.length; ahead++) {
    let chance = born[states]!;
    for (let state = 0; state < states; state++) {
      chance += born[state]! * curves.fromBirth[(ahead - 1) * states + state]!;
    }
    wins[ahead] = wins[ahead - 1]! + aDay * chance;
  }
  return wins;
}

function openSums(
  { day, model, panel, spells, amountOf }: Standpoint,
  within: Float64Array,
  typical: Typical,
): Readonly<Record<Measure, Sum>> {
  let count = 0;
  let countVariance = 0;
  let amount = 0;
  let amountVariance = 0;
  let none = 0;
  const { deal, state, from } = panel.spells;
  for (const spell of spells) {
    if (state[spell]! >= panel.open) continue;
    const evenings = Math.min(day - from[spell]!, model.cap - 1);
    const chance = within[state[spell]! * model.cap + evenings]!;
    const known = amountOf(deal[spell]!);
    const mean = known ?? typical.mean;
    const square = known === null ? typical.square : known * known;
    count += chance;
    countVariance += chance * (1 - chance);
    amount += chance * mean;
    amountVariance += chance * square - (chance * mean) ** 2;
    none += Math.log(Math.max(1e-300, 1 - chance));
  }
  return {
    count: { mean: count, variance: countVariance, none: Math.exp(none) },
    amount: { mean: amount, variance: amountVariance, none: Math.exp(none) },
  };
}
