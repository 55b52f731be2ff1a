import { daysFrom } from '../domain/dwell';
import { named } from '../domain/named';
import type { Stage } from '../domain/pipeline';
import { isCovering, isPutOffTooOften } from '../domain/stall';
import { type DealRow, isSinceKnown } from '../sheet/dealsTab';
import { type NotedLimit, stallsNoted } from './notedStalls';
import { clockOf, type OpenPipeline } from './openPipeline';
import { planDueIn, planPutOffIn } from './planNoted';

/** How a deal stands against its stage's limit, as far as its row tells. */
export interface StallShown {
  /** In its stage, as the team counts them; `null` for a deal that is not open or of which nobody knows. */
  readonly days: number | null;
  readonly limit: NotedLimit | undefined;
  readonly stalled: boolean;
}

/**
 * Tells of rows what the Stalled tab tells of the ledger, in one read however many rows: a deal is stalled that is
 * longer in its stage than the limit, without a dated step or plan ahead that was not put off too often.
 */
export function stallMaker(
  open: OpenPipeline,
): (row: DealRow, stage: Stage | undefined) => StallShown {
  const clock = clockOf(open);
  const { limits, putOff } = stallsNoted();
  const uncovered = new Set(putOff);
  return (row, stage) => {
    if (stage?.kind !== 'open') return { days: null, limit: undefined, stalled: false };
    const since = isSinceKnown(row.program) ? row.program.stageSince : null;
    const days = since === null ? null : daysFrom(since, clock.today, clock.count);
    const limit = named(limits, stage.key);
    const isOver = days !== null && limit !== undefined && days > limit.days;
    const isCovered = isOver && !uncovered.has(row.id) && isCoveredToday(row, clock.today);
    return { days, limit, stalled: isOver && !isCovered };
  };
}

function isCoveredToday(row: DealRow, today: string): boolean {
  if (isCovering(row.tracked.nextStepDate, today)) return true;
  return isCovering(planDueIn(row), today) && !isPutOffTooOften(0, planPutOffIn(row));
}
