import type { DealHistory } from '../domain/history';
import { isIn, type Period } from '../domain/period';
import type { StageKind } from '../domain/pipeline';
import type { OpenPipeline } from './openPipeline';

/** What the stage of a deal is, where the pipeline has it. */
export function kindIn({ configuration }: OpenPipeline, deal: DealHistory): StageKind | undefined {
  return configuration.pipeline.stages.find(({ key }) => key === deal.stage)?.kind;
}

/** Whether a deal is there and open. */
export function isOpenIn(open: OpenPipeline, deal: DealHistory): boolean {
  return !deal.deleted && kindIn(open, deal) === 'open';
}

/** Whether a deal is won, and was so in the period. */
export function wonIn(open: OpenPipeline, period: Period): (deal: DealHistory) => boolean {
  return (deal) =>
    !deal.deleted &&
    kindIn(open, deal) === 'won' &&
    deal.closed !== null &&
    isIn(period, deal.closed);
}
