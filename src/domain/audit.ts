import type { Shortfall } from './gate';
import type { DealId } from './ledger';
import type { Pipeline, StageKey } from './pipeline';
import type { Circumstances } from './shortfalls';

/** An open deal as the audit sees it. */
export interface AuditedDeal extends Circumstances {
  readonly deal: DealId;
  readonly stage: StageKey;
}

export interface Finding {
  readonly deal: DealId;
  readonly stage: StageKey;
  readonly shortfalls: readonly Shortfall[];
}

/** The open deals that do not meet the criteria of where they are: entering their stage, leaving those before it. */
export function audit(pipeline: Pipeline, deals: Iterable<AuditedDeal>): readonly Finding[] {
  void [pipeline, deals];
  throw new Error('not yet');
}

/** A dry run of changed criteria: what `after` would flag that `before` does not. */
export function auditChange(
  before: Pipeline,
  after: Pipeline,
  deals: Iterable<AuditedDeal>,
): readonly Finding[] {
  void [before, after, deals];
  throw new Error('not yet');
}
