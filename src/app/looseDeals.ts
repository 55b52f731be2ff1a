import { changedFields } from '../domain/changes';
import { type Day, dayOf } from '../domain/day';
import type { DealId } from '../domain/ledger';
import type { Standing } from '../domain/standing';
import type { DealRow } from '../sheet/dealsTab';
import type { Asking } from './judgeRow';

/** What is known of deals whose rows may not say so yet. */
interface Noted {
  readonly standings: ReadonlyMap<DealId, Standing>;
  readonly orphans: ReadonlySet<DealId>;
  readonly newest: ReadonlyMap<DealId, number>;
}

/**
 * Deals that no row shows as their own: an execution that was stopped noted them without having written their block, or wrote
 * the block of a new one beside an empty row.
 */
export function looseDeals(
  { orphans, newest, standings }: Noted,
  taken: ReadonlySet<DealId>,
  { today }: Asking,
): ReadonlyMap<DealId, Standing> {
  const loose = new Map<DealId, Standing>();
  for (const deal of [...orphans, ...newest.keys()]) {
    const standing = taken.has(deal) ? undefined : standings.get(deal);
    if (standing === undefined || standing.deleted) continue;
    if (orphans.has(deal) || isNew(standing, today)) loose.set(deal, standing);
  }
  return loose;
}

/** Whether it was noted today, and nothing has become of it since. */
export function isNew({ told }: Standing, today: Day): boolean {
  return told.every(
    ({ kind, at }) => dayOf(at) === today && (kind === 'created' || kind === 'held'),
  );
}

/** The one of these deals that looks like a row without an ID. */
export function unwritten(
  row: DealRow,
  loose: ReadonlyMap<DealId, Standing>,
  taken: ReadonlySet<DealId>,
  isLike: (standing: Standing) => boolean,
): DealId | undefined {
  if (row.id !== '') return undefined;
  return [...loose].find(([deal, standing]) => !taken.has(deal) && isLike(standing))?.[0];
}

/** Whether the row still says what was noted of it. */
export function isAsNoted(row: DealRow, asking: Asking): (standing: Standing) => boolean {
  const asked = row.stageTyped === '' ? asking.firstStage().key : (row.stage?.key ?? '');
  return ({ last, accepted }) => {
    const changed = changedFields(last, row.tracked).filter((field) => field !== 'closeDate');
    return changed.length === 0 && (accepted.to === asked || last.to === asked);
  };
}

/** Whether the row says what was noted of it, and more: somebody went on typing. */
export function isGrown(row: DealRow, { last }: Standing): boolean {
  return changedFields(last, row.tracked).every(
    (field) => last[field] === '' || last[field] === null,
  );
}
