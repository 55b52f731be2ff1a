import type { Clock } from './dwell';
import type { DealHistory } from './history';
import type { Pipeline, StageKey } from './pipeline';

/** How long a deal may stay in a stage, and why. */
export interface Limit {
  readonly days: number;
  readonly source: 'configured' | 'winners' | 'visits' | 'default';
  /** Winners or visits that it was learned from; 0 when it was not. */
  readonly n: number;
  /** The usual days there: the median of the winners' visits, else of all completed ones; `null` when too few. */
  readonly usual: number | null;
}

export interface LimitOptions extends Clock {
  /** The stage set's own limits, used where too little is known. */
  readonly defaults?: Readonly<Record<StageKey, number>>;
}

/** The limit of every open stage. */
export function limits(
  pipeline: Pipeline,
  deals: Iterable<DealHistory>,
  options: LimitOptions,
): ReadonlyMap<StageKey, Limit> {
  void [pipeline, deals, options];
  throw new Error('not yet');
}
