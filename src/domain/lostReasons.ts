import { lastOpenStage, stageOrder } from './exits';
import type { DealHistory } from './history';
import type { DealId } from './ledger';
import { isIn, type Period } from './period';
import { normalLabel, type Pipeline, type StageKey } from './pipeline';

export interface ReasonCount {
  /** As it was written first; `''` for deals without a reason. */
  readonly reason: string;
  readonly deals: number;
  /** The same deals by the stage that they were lost from. */
  readonly from: ReadonlyMap<StageKey, number>;
}

export interface ReasonOptions {
  readonly period?: Period;
  /** What the Lost reason cell says; what the ledger's entry says when not given. */
  readonly reasonOf?: (deal: DealId) => string;
}

/** Why deals were lost, the most frequent first; width, case and spaces of a reason do not count. */
export function lostReasons(
  deals: Iterable<DealHistory>,
  pipeline: Pipeline,
  { period, reasonOf }: ReasonOptions = {},
): readonly ReasonCount[] {
  const order = stageOrder(pipeline);
  const lost = new Set(pipeline.stages.filter((it) => it.kind === 'lost').map((it) => it.key));
  const counts = new Map<string, { reason: string; deals: number; from: Map<StageKey, number> }>();
  for (const deal of deals) {
    if (deal.deleted || deal.closed === null || !lost.has(deal.stage)) continue;
    if (period !== undefined && !isIn(period, deal.closed)) continue;
    const reason = (reasonOf?.(deal.deal) ?? deal.reason).trim();
    const key = normalLabel(reason);
    const own = counts.get(key) ?? { reason, deals: 0, from: new Map() };
    own.deals += 1;
    const from = lastOpenStage(deal, order);
    if (from !== undefined) own.from.set(from, (own.from.get(from) ?? 0) + 1);
    counts.set(key, own);
  }
  return [...counts.values()].sort((a, b) => b.deals - a.deals || (a.reason < b.reason ? -1 : 1));
}
