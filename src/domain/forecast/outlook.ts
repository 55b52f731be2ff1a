import type { DealId } from '../ledger';
import { type Ahead, lookAhead, type Measure, type Parts, type Span } from './ahead';
import { fitChances } from './chanceModel';
import { ENOUGH_HISTORY, REPLAYS } from './constants';
import { defaultExitsOf, type OutlookInput, openSpells } from './dealOutlook';
import { type Errors, learnErrors, type Replayed, strideOf } from './errors';
import { type Learning, learn, walkExits } from './learning';
import type { Panel } from './panel';
import { plus, type Range, rangeOf, type Sum, times } from './range';
import { converted, type Rates } from './rates';
import { between, type Track, trackOf } from './track';

/** A mean with its range; the range is `null` while there is not enough history for one. */
export interface Estimate {
  readonly mean: number;
  readonly range: Range | null;
}

/** What a span of coming days will bring, in minor units of the team's currency or in deals. */
export interface SpanOutlook {
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

/** What will be won within `days` days after the day. */
export interface HorizonOutlook extends SpanOutlook {
  readonly days: number;
}

export interface OutlookNotes {
  /** False: too few closed deals or days for a range; means are then mostly the defaults', ranges `null`. */
  readonly enoughHistory: boolean;
  readonly withoutRate: readonly { readonly deal: DealId; readonly currency: string }[];
  /** Open deals without an amount: counted at the mean won amount. */
  readonly withoutAmount: readonly DealId[];
}

export interface Outlook extends OutlookNotes {
  readonly horizons: readonly HorizonOutlook[];
}

/**
 * What the pipeline will bring within each horizon: open deals (chance x amount), deals to come
 * (arrivals a day x their curve from age 0), and the run rate beside them. The same is replayed
 * from earlier days; what came then says how far the run rate helps and how wide the range is.
 */
export function outlookOf(input: OutlookInput & { readonly rates: Rates }): Outlook {
  const { horizons, ...rest } = input;
  const { spans, notes } = outlookOfSpans(
    rest,
    horizons.map((upTo) => ({ after: 0, upTo })),
  );
  const lines = spans.flatMap((measures, index) =>
    measures.map((outlook) => ({ days: horizons[index]!, ...outlook })),
  );
  return { horizons: lines, ...notes };
}

export type SpansInput = Omit<OutlookInput, 'horizons'> & { readonly rates: Rates };

/** The outlook of any spans of coming days, each by amount and by count, and what was won before. */
export function outlookOfSpans(
  input: SpansInput,
  spans: readonly Span[],
): {
  readonly spans: readonly (readonly SpanOutlook[])[];
  readonly notes: OutlookNotes;
  readonly track: Track;
} {
  const learning = learn(input);
  const { panel } = learning;
  const money = amountsOf(panel, input.rates);
  const track = trackOf(panel, learning.first, (deal) => money.atEnd[deal] ?? 0);
  const { now, replayed } = replay(learning, {
    spans,
    track,
    money,
    defaults: defaultExitsOf(panel, input.pipeline),
    seasonal: input.seasonal !== false,
  });
  const enoughHistory = isEnough(learning);
  const outlooks = spans.map((span, index) =>
    (['amount', 'count'] as const).map((measure) => {
      const errors = learnErrors(replayed[index]!, measure, span);
      return spanOutlook({ measure, parts: now[index]![measure], errors, enoughHistory });
    }),
  );
  return { spans: outlooks, notes: { enoughHistory, ...listed(panel, money) }, track };
}

interface ReplayInput {
  readonly spans: readonly Span[];
  readonly track: Track;
  readonly money: Amounts;
  readonly defaults: Float64Array;
  readonly seasonal: boolean;
}

/** Looks ahead from the last day, and from earlier days as one would have then. */
function replay(
  learning: Learning,
  { spans, track, money, defaults, seasonal }: ReplayInput,
): { readonly now: readonly Ahead[]; readonly replayed: readonly (readonly Replayed[])[] } {
  const { panel } = learning;
  const { lastDay } = panel;
  const replayed = spans.map((): Replayed[] => []);
  const origins = originsOf(spans, lastDay, learning.first);
  let now: readonly Ahead[] = [];
  walkExits(learning, [...origins.keys(), lastDay], (exits, day, spells) => {
    const isNow = day === lastDay;
    const indexes = isNow ? spans.map((_, index) => index) : origins.get(day)!;
    const amounts = isNow ? money.now : money.whileOpen;
    const ahead = lookAhead({
      day,
      model: fitChances(exits, defaults),
      track,
      panel,
      spells,
      amountOf: (deal) => amounts[deal]!,
      spans: indexes.map((index) => spans[index]!),
      seasonal,
    });
    if (isNow) now = ahead;
    else {
      indexes.forEach((index, at) => {
        const came = cameOf(track, day, spans[index]!);
        replayed[index]!.push({ ahead: ahead[at]!, came });
      });
    }
  });
  return { now, replayed };
}

/** Earlier days to replay each span from, oldest first, with the spans' positions. */
function originsOf(
  spans: readonly Span[],
  lastDay: number,
  first: number,
): ReadonlyMap<number, readonly number[]> {
  const origins = new Map<number, number[]>();
  spans.forEach(({ upTo }, index) => {
    const stride = strideOf(upTo);
    for (let back = 0; back < REPLAYS.most; back++) {
      const day = lastDay - stride * (Math.ceil(upTo / stride) + back);
      if (day < first + REPLAYS.daysBefore - 1) break;
      const known = origins.get(day);
      if (known === undefined) origins.set(day, [index]);
      else known.push(index);
    }
  });
  return new Map([...origins].sort(([one], [other]) => one - other));
}

function cameOf(
  track: Track,
  day: number,
  { after, upTo }: Span,
): Readonly<Record<Measure, number>> {
  return {
    count: between(track, track.won, day + after, day + upTo),
    amount: between(track, track.wonAmount, day + after, day + upTo),
  };
}

function isEnough({ panel, first }: Learning): boolean {
  const won = panel.closings.won.reduce((sum, isWon) => sum + isWon, 0);
  return (
    panel.closings.day.length >= ENOUGH_HISTORY.closed &&
    won >= ENOUGH_HISTORY.won &&
    panel.lastDay - first + 1 >= ENOUGH_HISTORY.days
  );
}

interface SpanParts {
  readonly measure: Measure;
  readonly parts: Parts;
  readonly errors: Errors;
  readonly enoughHistory: boolean;
}

function spanOutlook({ measure, parts, errors, enoughHistory }: SpanParts): SpanOutlook {
  const modelled = plus(parts.open, parts.fresh);
  const { runRateShare } = errors;
  const mean = (1 - runRateShare) * modelled.mean + runRateShare * parts.runRateInSeason;
  const total = modelled.mean > 0 ? times(modelled, mean / modelled.mean) : { ...modelled, mean };
  const estimate = (sum: Sum): Estimate => ({
    mean: sum.mean,
    range: enoughHistory ? rangeOf(sum, errors.shared) : null,
  });
  return {
    measure,
    open: estimate(parts.open),
    fresh: estimate(parts.fresh),
    total: estimate(total),
    runRate: parts.runRate,
    runRateShare,
    replays: errors.replays,
  };
}

/** Amounts by a deal's position, in the team's currency; `null` without an amount, 0 without a rate. */
interface Amounts {
  /** As last known, what a won deal brought. */
  readonly atEnd: readonly (number | null)[];
  /** As last known before it closed: a replay must not know what only the closing told. */
  readonly whileOpen: readonly (number | null)[];
  /** Of deals that have not closed since the day: as last known. */
  readonly now: readonly (number | null)[];
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
  const atEnd = panel.histories.map(({ state }, deal) => inOwn(state.amount, state.currency, deal));
  const whileOpen = panel.histories.map(({ openAmount, state }, deal) =>
    inOwn(openAmount, state.currency, deal),
  );
  const now = panel.histories.map(({ closed }, deal) =>
    closed === null ? atEnd[deal]! : whileOpen[deal]!,
  );
  return { atEnd, whileOpen, now, withoutRate };
}

function listed(panel: Panel, money: Amounts): Omit<OutlookNotes, 'enoughHistory'> {
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
