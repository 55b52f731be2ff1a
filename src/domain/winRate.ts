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

export interface WinRate {
  readonly won: number;
  readonly lost: number;
  /** won / (won + lost); blank without closed deals, never 0 %. */
  readonly byCount: Rate;
  readonly wonAmount: number;
  readonly lostAmount: number;
  /** Share of the amount that was won; `null` of too few deals, or when no lost (no won) deal has an amount. */
  readonly byAmount: number | null;
  /** Closed deals without a usable amount, which `byAmount` leaves out. */
  readonly withoutAmount: number;
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
  const without = { won: 0, lost: 0 };
  for (const deal of deals) {
    const kind = kinds.get(deal.stage);
    if (deal.deleted || deal.closed === null || (kind !== 'won' && kind !== 'lost')) continue;
    if (period !== undefined && !isIn(period, deal.closed)) continue;
    if (where !== undefined && !where(deal)) continue;
    count[kind] += 1;
    const own = kind === 'won' ? deal.state.amount : lostAmountOf(deal, options);
    const amount = own === null || !convert ? own : convert(own, deal.state.currency);
    if (amount === null) without[kind] += 1;
    else sum[kind] += amount;
  }
  const byCount = rateOf(count.won, count.won + count.lost);
  const whole = sum.won + sum.lost;
  const isOneSided = ['won' as const, 'lost' as const].some(
    (kind) => count[kind] > 0 && count[kind] === without[kind],
  );
  return {
    ...count,
    byCount,
    wonAmount: sum.won,
    lostAmount: sum.lost,
    byAmount: byCount.value === null || whole <= 0 || isOneSided ? null : sum.won / whole,
    withoutAmount: without.won + without.lost,
  };
}
