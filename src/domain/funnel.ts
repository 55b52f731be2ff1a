import type { Day } from './day';
import type { Clock } from './dwell';
import type { DealHistory } from './history';
import type { Pipeline, StageKey, StageKind } from './pipeline';
import type { Rate } from './statistics';

/** Days from `from` to `to`, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface FunnelOptions extends Clock {
  /** Deals created in the period, or, for each stage, deals that entered it in the period. All deals when not given. */
  readonly cohort?: { readonly by: 'created' | 'entered'; readonly period: Period };
  readonly where?: (deal: DealHistory) => boolean;
}

/** One stage of the funnel. Counts are deals, never log rows. What makes no sense for lost and nurture is `null`. */
export interface FunnelRow {
  readonly stage: StageKey;
  readonly kind: StageKind;
  /** Deals that are there now. */
  readonly now: number;
  /** Deals whose reach is this stage or further. */
  readonly reached: number | null;
  /** Deals that really were there. */
  readonly visited: number | null;
  /** Deals that went through every stage up to it, in order. */
  readonly strict: number | null;
  readonly skipped: number | null;
  /** Lost deals whose last open stage it was. */
  readonly lostHere: number | null;
  /** Share of the reached that reached the next stage. */
  readonly next: Rate | null;
  /** Share of all that reached this stage. */
  readonly cumulative: Rate | null;
  /** Left forwards among those that left forwards or were lost from there. */
  readonly resolved: Rate | null;
  readonly medianDwell: number | null;
  /** Completed visits of known length behind the median. */
  readonly dwellVisits: number;
  /** Share of the reached that is still open; `null` of none. */
  readonly openShare: number | null;
  /** Less than 80 % of the reached have resolved: show the rates greyed. */
  readonly greyed: boolean;
}

export interface Funnel {
  /** Open stages in order, then every won, lost and nurture stage. */
  readonly rows: readonly FunnelRow[];
  readonly deals: number;
  /** Lost or nurtured deals whose furthest stage the ledger does not know. */
  readonly reachUnknown: number;
  /** Deals in a stage that the pipeline does not have. */
  readonly elsewhere: number;
  readonly openShare: number | null;
  readonly cohort: 'all' | 'created' | 'entered';
  /** Deals left out of a cohort because nobody knows when they were created. */
  readonly undated: number;
}

/** The funnel of the deals. */
export function funnelOf(
  deals: Iterable<DealHistory>,
  pipeline: Pipeline,
  options: FunnelOptions,
): Funnel {
  void [deals, pipeline, options];
  throw new Error('not yet');
}
