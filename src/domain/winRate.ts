import type { DealHistory } from './history';
import type { DealId } from './ledger';
import type { Convert } from './money';
import { isIn, type Period } from './period';
import type { Pipeline } from './pipeline';
import { type Rate, rateOf } from './statistics';

export interface WinRateOptions {
  /** Deals closed in it count; all closed deals when not given. */
  readonly period?: Period;
  readonly where?: (deal: DealHistory) => boolean;
  /** Minor units of the team's currency; amounts are taken as they are when not given. */
  readonly convert?: Convert;
  /** List price of what a deal is about, in minor units of its currency, for lost deals without an amount. */
  readonly listPrice?: (deal: DealId) => number | null;
}

/** Deals whose amount cannot be added up. */
export interface LeftOut {
  readonly withoutAmount: number;
  /** Their amounts are in a currency without a rate. */
  readonly withoutRate: number;
}

/** Why there is no win rate by amount. */
export type AmountGap =
  | { readonly kind: 'fewClosed'; readonly closed: number }
  /** No deal that was won (lost) has an amount that can be added up. */
  | { readonly kind: 'noAmount'; readonly of: 'won' | 'lost'; readonly leftOut: LeftOut }
  /** The amounts come to nothing. */
  | { readonly kind: 'nothing' };

export interface WinRate extends LeftOut {
  readonly won: number;
  readonly lost: number;
  /** won / (won + lost); blank without closed deals, never 0 %. */
  readonly byCount: Rate;
  readonly wonAmount: number;
  readonly lostAmount: number;
  /** Share of the amount that was won; `null` of too few deals, or when no lost (no won) deal has an amount. */
  readonly byAmount: number | null;
  /** Why it is `null`; `null` when it is not. */
  readonly amountGap: AmountGap | null;
}

/** What a lost deal was worth: its last amount other than 0 while it was open, else its list price. */
function lostAmountOf(deal: DealHistory, { listPrice }: WinRateOptions): number | null {
  return deal.openAmount ?? (deal.state.amount || null) ?? listPrice?.(deal.deal) ?? null;
}

/**
 * Won among the deals that closed in the period, by count and by amount.
 * Nurtured deals are neither won nor lost; a reopened deal counts when it closes again.
 */
export function winRate(
  deals: Iterable<DealHistory>,
  pipeline: Pipeline,
  options: WinRateOptions = {},
): WinRate {
  const { period, where, convert } = options;
  const kinds = new Map(pipeline.stages.map((stage) => [stage.key, stage.kind]));
  const count = { won: 0, lost: 0 };
  const sum = { won: 0, lost: 0 };
  const without = {
    won: { withoutAmount: 0, withoutRate: 0 },
    lost: { withoutAmount: 0, withoutRate: 0 },
  };
  for (const deal of deals) {
    const kind = kinds.get(deal.stage);
    if (deal.deleted || deal.closed === null || (kind !== 'won' && kind !== 'lost')) continue;
    if (period !== undefined && !isIn(period, deal.closed)) continue;
    if (where !== undefined && !where(deal)) continue;
    count[kind] += 1;
    const own = kind === 'won' ? deal.state.amount : lostAmountOf(deal, options);
    const amount = own === null || !convert ? own : convert(own, deal.state.currency);
    if (amount !== null) sum[kind] += amount;
    else without[kind][own === null ? 'withoutAmount' : 'withoutRate'] += 1;
  }
  const byCount = rateOf(count.won, count.won + count.lost);
  const amountGap = amountGapOf({ count, sum, without, byCount });
  return {
    ...count,
    byCount,
    wonAmount: sum.won,
    lostAmount: sum.lost,
    byAmount: amountGap === null ? sum.won / (sum.won + sum.lost) : null,
    amountGap,
    withoutAmount: without.won.withoutAmount + without.lost.withoutAmount,
    withoutRate: without.won.withoutRate + without.lost.withoutRate,
  };
}

type Closed<T> = Readonly<Record<'won' | 'lost', T>>;

function amountGapOf({
  count,
  sum,
  without,
  byCount,
}: {
  readonly count: Closed<number>;
  readonly sum: Closed<number>;
  readonly without: Closed<LeftOut>;
  readonly byCount: Rate;
}): AmountGap | null {
  if (byCount.value === null) return { kind: 'fewClosed', closed: byCount.n };
  for (const of of ['won', 'lost'] as const) {
    const leftOut = without[of];
    const isAll = leftOut.withoutAmount + leftOut.withoutRate === count[of];
    if (count[of] > 0 && isAll) return { kind: 'noAmount', of, leftOut };
  }
  return sum.won + sum.lost > 0 ? null : { kind: 'nothing' };
}
