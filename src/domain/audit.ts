import type { Shortfall } from './gate';
import type { DealId } from './ledger';
import { openStages, type Pipeline, type StageKey, stageOf } from './pipeline';
import { pipelineAlone } from './pipelines';
import { type Circumstances, shortfalls } from './shortfalls';

/** A deal as the audit sees it. */
export interface AuditedDeal extends Circumstances {
  readonly deal: DealId;
  readonly stage: StageKey;
}

export interface Finding {
  readonly deal: DealId;
  readonly stage: StageKey;
  readonly shortfalls: readonly Shortfall[];
}

/** What an open deal lacks where it is; nothing for deals that are closed, nurtured or in an unknown stage. */
function missingWhereItIs(pipeline: Pipeline, deal: AuditedDeal): readonly Shortfall[] {
  const open = openStages(pipelineAlone(pipeline, stageOf(pipeline, deal.stage)?.pipeline));
  const at = open.findIndex((stage) => stage.key === deal.stage);
  const passed = new Set(open.slice(0, Math.max(at, 0)).map((stage) => stage.key));
  const asked = pipeline.criteria.filter((it) =>
    it.side === 'leaving' ? passed.has(it.stage) : at >= 0 && it.stage === deal.stage,
  );
  return shortfalls(asked, deal);
}

/** The open deals that do not meet the criteria of where they are: entering their stage, leaving those before it. */
export function audit(pipeline: Pipeline, deals: Iterable<AuditedDeal>): readonly Finding[] {
  const findings: Finding[] = [];
  for (const deal of deals) {
    const missing = missingWhereItIs(pipeline, deal);
    if (missing.length > 0) {
      findings.push({ deal: deal.deal, stage: deal.stage, shortfalls: missing });
    }
  }
  return findings;
}

function same(one: Shortfall, other: Shortfall): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A dry run of changed criteria: the open deals that `after` would flag, with what `before` did not ask of them. */
export function auditChange(
  before: Pipeline,
  after: Pipeline,
  deals: Iterable<AuditedDeal>,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const deal of deals) {
    const known = missingWhereItIs(before, deal);
    const added = missingWhereItIs(after, deal).filter((it) => !known.some((k) => same(k, it)));
    if (added.length > 0) findings.push({ deal: deal.deal, stage: deal.stage, shortfalls: added });
  }
  return findings;
}
