import { cycleOf } from './cycle';
import { addDays, type Day } from './day';
import { openPlace, stageOrder } from './exits';
import type { DealHistory } from './history';
import type { Convert } from './money';
import { isIn, type Period } from './period';
import type { Pipeline } from './pipeline';
import { mean } from './statistics';
import { winRate } from './winRate';

export interface Velocity {
  /** Minor units a day; `null` when one of its parts is. */
  readonly perDay: number | null;
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

function meanWonAmount(
  deals: readonly DealHistory[],
  pipeline: Pipeline,
  { window, convert }: { readonly window: Period; readonly convert?: Convert | undefined },
): number | null {
  const won = new Set(pipeline.stages.filter((it) => it.kind === 'won').map((it) => it.key));
  const amounts: number[] = [];
  for (const { stage, state, closed, deleted } of deals) {
    const isCounted = !deleted && won.has(stage) && closed !== null && isIn(window, closed);
    if (!isCounted || state.amount === null) continue;
    const minor = convert === undefined ? state.amount : convert(state.amount, state.currency);
    if (minor !== null) amounts.push(minor);
  }
  return mean(amounts);
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
  const rate = winRate(deals, pipeline, { period: window }).byCount.value;
  const { mean: meanCycle } = cycleOf(deals, pipeline, { period: window });
  const meanWon = meanWonAmount(deals, pipeline, { window, convert });
  const isKnown = meanWon !== null && rate !== null && meanCycle !== null && meanCycle > 0;
  const perDay = isKnown ? (openDeals * meanWon * rate) / meanCycle : null;
  return { perDay, openDeals, meanWon, winRate: rate, meanCycle, window };
}
