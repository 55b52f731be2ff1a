import type { Day } from './day';
import type { Clock } from './dwell';
import type { DealHistory } from './history';
import type { DealId } from './ledger';
import type { Limit } from './limits';
import type { Pipeline, StageKey } from './pipeline';

/** What the ledger does not carry about a deal's stall. */
export interface StallFacts {
  readonly planDue?: Day | null;
  readonly lastActivity?: Day | null;
}

/** An open deal's standing against its stage's limit: "41 days, usually 12 (3.4 x)". */
export interface Stall {
  readonly deal: DealId;
  readonly stage: StageKey;
  readonly owner: string;
  /** `null` when nobody knows since when. */
  readonly days: number | null;
  readonly limit: Limit;
  /** days / usual; `null` when either is unknown or usual is 0. */
  readonly times: number | null;
  readonly stalled: boolean;
  /** The dated plan or next step that keeps it from being stalled. */
  readonly coveredUntil: Day | null;
  readonly idle: number;
  readonly silent: boolean;
  readonly overdue: boolean;
  readonly slips: number;
  readonly slipping: boolean;
}

export interface StallRules extends Clock {
  readonly pipeline: Pipeline;
  readonly limits: ReadonlyMap<StageKey, Limit>;
}

/** How a deal stands; `null` for deals that are not open. Derived when read, never stored. */
export function stallOf(
  history: DealHistory,
  rules: StallRules,
  facts: StallFacts = {},
): Stall | null {
  void [history, rules, facts];
  throw new Error('not yet');
}

/** The stalled deals, the longest over their limit first. */
export function stalledDeals(
  deals: Iterable<DealHistory>,
  rules: StallRules,
  factsOf: (deal: DealId) => StallFacts = () => ({}),
): readonly Stall[] {
  void [deals, rules, factsOf];
  throw new Error('not yet');
}
