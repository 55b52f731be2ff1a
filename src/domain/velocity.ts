import { cycleOf } from './cycle';
import { addDays, type Day } from './day';
import { openPlace, stageOrder } from './exits';
import type { DealHistory } from './history';
import type { Convert } from './money';
import { isIn, type Period } from './period';
import type { Pipeline } from './pipeline';
import { mean, type Rate } from './statistics';
import { type LeftOut, winRate } from './winRate';

/** What a velocity lacks. */
export type VelocityGap =
  /** No deal was won in the window. */
  | { readonly kind: 'noWon' }
  /** No won deal has an amount that can be added up. */
  | { readonly kind: 'noWonAmount'; readonly leftOut: LeftOut }
  /** Too few deals closed for a win rate. */
  | { readonly kind: 'fewClosed'; readonly closed: number }
  /** Of no won deal it is known when it was created. */
  | { readonly kind: 'noCycle' }
  /** All won deals closed on the day they were created. */
  | { readonly kind: 'noDays' };

export interface Velocity {
  /** Minor units a day; `null` when one of its parts is. */
  readonly perDay: number | null;
  /** Why it is `null`: empty otherwise. */
  readonly gaps: readonly VelocityGap[];
  /** Won deals that are not in the mean amount. */
  readonly leftOut: LeftOut;
  /** Open deals past the first stage. */
  readonly openDeals: number;
  /** Mean amount of the deals won in the window that have one, in minor units. */
  readonly meanWon: number | null;
  readonly winRate: number | null;
  readonly meanCycle: number | null;
  /** The trailing 12 months. */
  readonly window: Period;
}

/** The trailing 12 months: 365 days that end with the day. */
export function trailingYear(today: Day): Period {
  return { from: addDays(today, -364), to: today };
}

interface WonAmounts {
  readonly won: number;
  readonly mean: number | null;
  readonly leftOut: LeftOut;
}

function wonAmounts(
  deals: readonly DealHistory[],
  pipeline: Pipeline,
  { window, convert }: { readonly window: Period; readonly convert?: Convert | undefined },
): WonAmounts {
  const leftOut = { withoutAmount: 0, withoutRate: 0 };
  let count = 0;
  const won = new Set(pipeline.stages.filter((it) => it.kind === 'won').map((it) => it.key));
  const amounts: number[] = [];
  for (const { stage, state, closed, deleted } of deals) {
    const isCounted = !deleted && won.has(stage) && closed !== null && isIn(window, closed);
    if (!isCounted) continue;
    count += 1;
    const { amount, currency } = state;
    const minor = amount === null || convert === undefined ? amount : convert(amount, currency);
    if (minor !== null) amounts.push(minor);
    else if (amount === null) leftOut.withoutAmount += 1;
    else leftOut.withoutRate += 1;
  }
  return { won: count, mean: mean(amounts), leftOut };
}

function gapsOf(
  { won, mean: meanWon, leftOut }: WonAmounts,
  rate: Rate,
  meanCycle: number | null,
): readonly VelocityGap[] {
  const gaps: VelocityGap[] = [];
  if (won === 0) gaps.push({ kind: 'noWon' });
  else if (meanWon === null) gaps.push({ kind: 'noWonAmount', leftOut });
  if (rate.value === null) gaps.push({ kind: 'fewClosed', closed: rate.n });
  if (won > 0 && meanCycle === null) gaps.push({ kind: 'noCycle' });
  if (meanCycle !== null && meanCycle <= 0) gaps.push({ kind: 'noDays' });
  return gaps;
}

/**
 * Amount won a day at the present pace: open deals past the first stage x mean won amount x win rate
 * / mean cycle.
 */
export function velocityOf(
  deals: readonly DealHistory[],
  pipeline: Pipeline,
  { today, convert }: { readonly today: Day; readonly convert?: Convert },
): Velocity {
  const window = trailingYear(today);
  const order = stageOrder(pipeline);
  const openDeals = deals.filter(
    (deal) => !deal.deleted && openPlace(order, deal.stage) > 1,
  ).length;
  const { byCount } = winRate(deals, pipeline, { period: window });
  const { mean: meanCycle } = cycleOf(deals, pipeline, { period: window });
  const amounts = wonAmounts(deals, pipeline, { window, convert });
  const { mean: meanWon, leftOut } = amounts;
  const rate = byCount.value;
  const isKnown = meanWon !== null && rate !== null && meanCycle !== null && meanCycle > 0;
  const perDay = isKnown ? (openDeals * meanWon * rate) / meanCycle : null;
  const gaps = gapsOf(amounts, byCount, meanCycle);
  return { perDay, gaps, leftOut, openDeals, meanWon, winRate: rate, meanCycle, window };
}
