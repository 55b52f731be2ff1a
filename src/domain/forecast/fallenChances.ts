import type { DealId } from '../ledger';
import type { StageKey } from '../pipeline';
import type { DealOutlook } from './dealOutlook';

/** A deal that is less likely to be won than it was. */
export interface FallenChance {
  readonly deal: DealId;
  readonly before: number;
  readonly now: number;
  readonly stageBefore: StageKey;
  readonly stageNow: StageKey;
}

/**
 * The deals whose chance fell between two days' outlooks, the largest fall first (equal falls by
 * deal). Deals that are in only one of them are not compared.
 */
export function fallenChances(
  before: readonly DealOutlook[],
  now: readonly DealOutlook[],
): readonly FallenChance[] {
  const earlier = new Map(before.map((outlook) => [outlook.deal, outlook]));
  return now
    .flatMap(({ deal, chance, stage }): FallenChance[] => {
      const then = earlier.get(deal);
      if (then === undefined || then.chance <= chance) return [];
      return [{ deal, before: then.chance, now: chance, stageBefore: then.stage, stageNow: stage }];
    })
    .sort(
      (one, other) =>
        other.before - other.now - (one.before - one.now) || (one.deal < other.deal ? -1 : 1),
    );
}
