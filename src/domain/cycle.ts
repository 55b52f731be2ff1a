import { dayOf, daysBetween } from './day';
import type { DealHistory } from './history';
import { isIn, type Period } from './period';
import type { Pipeline } from './pipeline';
import { mean, median } from './statistics';

export interface Cycle {
  /** Won deals whose creation and close are both known. */
  readonly n: number;
  /** Calendar days; `null` without such deals. */
  readonly median: number | null;
  readonly mean: number | null;
  /** Won deals left out because nobody knows when they were created. */
  readonly undated: number;
}

export interface CycleOptions {
  /** Deals won in it count; all won deals when not given. */
  readonly period?: Period;
  readonly where?: (deal: DealHistory) => boolean;
}

/** Days from creation to close of won deals. */
export function cycleOf(
  deals: Iterable<DealHistory>,
  pipeline: Pipeline,
  { period, where }: CycleOptions = {},
): Cycle {
  const won = new Set(pipeline.stages.filter((it) => it.kind === 'won').map((it) => it.key));
  const days: number[] = [];
  let undated = 0;
  for (const deal of deals) {
    if (deal.deleted || deal.closed === null || !won.has(deal.stage)) continue;
    if (period !== undefined && !isIn(period, deal.closed)) continue;
    if (where !== undefined && !where(deal)) continue;
    if (!deal.createdKnown) undated += 1;
    else days.push(daysBetween(dayOf(deal.created), dayOf(deal.closed)));
  }
  return { n: days.length, median: median(days), mean: mean(days), undated };
}
