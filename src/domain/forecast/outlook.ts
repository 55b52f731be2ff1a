import type { DealId } from '../ledger';
import { type Ahead, lookAhead, type Measure, type Parts } from './ahead';
import { fitChances } from './chanceModel';
import { ENOUGH_HISTORY, REPLAYS } from './constants';
import { defaultExitsOf, type OutlookInput, openSpells } from './dealOutlook';
import { type Errors, learnErrors, type Replayed } from './errors';
import { learningOf, walkExits } from './learning';
import { type Panel, panelOf } from './panel';
import { plus, type Range, rangeOf, type Sum, times } from './range';
import { converted, type Rates } from './rates';
import { between, type Track, trackOf } from './track';

/** A mean with its range; the range is `null` while there is not enough history for one. */
export interface Estimate {
  readonly mean: number;
  readonly range: Range | null;
}

/** What will be won within `days` days after the day, in minor units of the team's currency or in deals. */
export interface HorizonOutlook {
  readonly days: number;
  readonly measure: Measure;
  readonly open: Estimate;
  /** From deals that do not exist yet. */
  readonly fresh: Estimate;
  /** Open and new together, mixed with the run rate as far as replay showed that it helps. */
  readonly total: Estimate;
  /** Mean a day of the trailing 84 days (of all if fewer) x days; `null` without history. */
  readonly runRate: number | null;
  /** Share of the run rate in the total, 0 to 1. */
  readonly runRateShare: number;
  /** Replayed earlier periods behind range and share. */
  readonly replays: number;
}

export interface Outlook {
  readonly horizons: readonly HorizonOutlook[];
  /** False: too few closed deals or days for a range; means are then mostly the defaults', ranges `null`. */
  readonly enoughHistory: boolean;
  readonly withoutRate: readonly { readonly deal: DealId; readonly currency: string }[];
  /** Open deals without an amount: counted at the mean won amount. */
  readonly withoutAmount: readonly DealId[];
}

/**
 * What the pipeline will bring within each horizon: open deals (chance x amount), deals to come
 * (arrivals a day x their curve from age 0), and the run rate beside them. The same is replayed
 * from earlier days; what came then says how far the run rate helps and how wide the range is.
 */
export function outlookOf(input: OutlookInput & { readonly rates: Rates }): Outlook {
  const panel = panelOf(input.histories, input.pipeline, input.asOf);
  const money = amountsOf(panel, input.rates);
  const learning = learningOf(panel);
  const { first } = learning;
  const track = trackOf(panel, first, (deal) => money.won[deal] ?? 0);
  const origins = originsOf(input.horizons, panel.lastDay, first);
  const replayed = input.horizons.map((): Replayed[] => []);
  let now: readonly Ahead[] = [];

  const defaults = defaultExitsOf(panel, input.pipeline);
  walkExits(learning, [...origins.keys(), panel.lastDay], (exits, day, standing) => {
    const isNow = day === panel.lastDay;
    const indexes = isNow ? input.horizons.map((_, index) => index) : origins.get(day)!;
    const ahead = lookAhead({
      day,
      model: fitChances(exits, defaults),
      track,
      panel,
      spells: standing,
      amountOf: (deal) => (isNow ? money.now[deal]! : money.whileOpen[deal]!),
      horizons: indexes.map((index) => input.horizons[index]!),
    });
    if (isNow) now = ahead;
    else
      indexes.forEach((index, at) => {
        const days = input.horizons[index]!;
        replayed[index]!.push({ ahead: ahead[at]!, days, came: cameOf(track, day, day + days) });
      });
  });
  const enoughHistory = isEnough(panel, first);
  const horizons = input.horizons.flatMap((days, index) =>
    (['amount', 'count'] as const).map((measure) => {
      const errors = learnErrors(replayed[index]!, measure, days);
      return horizonOf({ days, measure, parts: now[index]![measure], errors, enoughHistory });
    }),
  );
  return { horizons, enoughHistory, ...listed(panel, money) };
}

/** Earlier days to replay each horizon from, oldest first, with the horizons' positions. */
function originsOf(
  horizons: readonly number[],
  lastDay: number,
  first: number,
): ReadonlyMap<number, readonly number[]> {
  const origins = new Map<number, number[]>();
  horizons.forEach((days, index) => {
    const stride = Math.max(7, 7 * Math.floor(days / 28));
    for (let back = 0; back < REPLAYS.most; back++) {
      const day = lastDay - stride * Math.ceil(days / stride) - back * stride;
      if (day < first + REPLAYS.daysBefore - 1) break;
      const known = origins.get(day);
      if (known === undefined) origins.set(day, [index]);
      else known.push(index);
    }
  });
  return new Map([...origins].sort(([one], [other]) => one - other));
}

function cameOf(track: Track, after: number, upTo: number): Readonly<Record<Measure, number>> {
  return {
    count: between(track, track.won, after, upTo),
    amount: between(track, track.wonAmount, after, upTo),
  };
}

function isEnough(panel: Panel, first: number): boolean {
  const won = panel.closings.won.reduce((sum, isWon) => sum + isWon, 0);
  return (
    panel.closings.day.length >= ENOUGH_HISTORY.closed &&
    won >= ENOUGH_HISTORY.won &&
    panel.lastDay - first + 1 >= ENOUGH_HISTORY.days
  );
}

interface HorizonInput {
  readonly days: number;
  readonly measure: Measure;
  readonly parts: Parts;
  readonly errors: Errors;
  readonly enoughHistory: boolean;
}

function horizonOf({ days, measure, parts, errors, enoughHistory }: HorizonInput): HorizonOutlook {
  const modelled = plus(parts.open, parts.fresh);
  const mean =
    (1 - errors.runRateShare) * modelled.mean + errors.runRateShare * parts.runRateInSeason;
  const total = modelled.mean > 0 ? times(modelled, mean / modelled.mean) : { ...modelled, mean };
  const estimate = (sum: Sum): Estimate => ({
    mean: sum.mean,
    range: enoughHistory ? rangeOf(sum, errors.shared) : null,
  });
  return {
    days,
    measure,
    open: estimate(parts.open),
    fresh: estimate(parts.fresh),
    total: estimate(total),
    runRate: parts.runRate,
    runRateShare: errors.runRateShare,
    replays: errors.replays,
  };
}

/** Amounts by a deal's position, in the team's currency; `null` without an amount or a rate. */
interface Amounts {
  readonly now: readonly (number | null)[];
  /** As last known before it closed: replays must not know what only the closing told. */
  readonly whileOpen: readonly (number | null)[];
  readonly won: readonly (number | null)[];
  readonly withoutRate: ReadonlySet<number>;
}

function amountsOf(panel: Panel, rates: Rates): Amounts {
  const withoutRate = new Set<number>();
  const inOwn = (amount: number | null, currency: string, deal: number): number | null => {
    if (amount === null) return null;
    const value = converted(amount, currency, rates);
    if (value === null) withoutRate.add(deal);
    return value ?? 0;
  };
  const now = panel.histories.map(({ state }, deal) => inOwn(state.amount, state.currency, deal));
  const whileOpen = panel.histories.map(({ openAmount, state }, deal) =>
    inOwn(openAmount, state.currency, deal),
  );
  return { now, whileOpen, won: now, withoutRate };
}

function listed(panel: Panel, money: Amounts): Pick<Outlook, 'withoutRate' | 'withoutAmount'> {
  const deals = openSpells(panel).map((spell) => panel.spells.deal[spell]!);
  const idOf = (deal: number) => panel.histories[deal]!.deal;
  return {
    withoutRate: [...money.withoutRate].map((deal) => ({
      deal: idOf(deal),
      currency: panel.histories[deal]!.state.currency,
    })),
    withoutAmount: deals.filter((deal) => money.now[deal] === null).map(idOf),
  };
}
