import { dayOf, daysBetween } from './day';
import { openPlace, reachOf, stageOrder } from './exits';
import { RESOLVED_ENOUGH } from './funnel';
import type { DealHistory } from './history';
import type { Pipeline } from './pipeline';
import { median, type Rate, rateOf } from './statistics';

/** The deals of one owner, source, product or quarter, each counted once. */
export interface DealGroup {
  readonly group: string;
  readonly deals: number;
  readonly open: number;
  /** Deals that ever reached won, among all of them: the last cumulative rate of their funnel. */
  readonly won: Rate;
  /** Less than 80 % of them have resolved: show the rate greyed. */
  readonly greyed: boolean;
  /** Days from creation to close of those that are won now; `null` without one of known start. */
  readonly medianCycle: number | null;
  /** Deals that are won now, left out of the cycle because nobody knows when they were created. */
  readonly undated: number;
}

export interface DealGroups {
  /** In the order in which they first come. */
  readonly groups: readonly DealGroup[];
  /** Deals in none of them. */
  readonly left: number;
}

interface Counted {
  deals: number;
  open: number;
  won: number;
  undated: number;
  readonly cycles: number[];
}

/**
 * The deals group by group, deleted ones aside; `groupOf` answers `null` for a deal that belongs to none. The
 * groups' deals and those left add up to the deals of the funnel.
 */
export function dealGroups(
  deals: Iterable<DealHistory>,
  pipeline: Pipeline,
  groupOf: (deal: DealHistory) => string | null,
): DealGroups {
  const order = stageOrder(pipeline);
  const found = new Map<string, Counted>();
  let left = 0;
  for (const deal of deals) {
    if (deal.deleted) continue;
    const group = groupOf(deal);
    if (group === null) {
      left += 1;
      continue;
    }
    const own = found.get(group) ?? { deals: 0, open: 0, won: 0, undated: 0, cycles: [] };
    found.set(group, own);
    own.deals += 1;
    if (openPlace(order, deal.stage) > 0) own.open += 1;
    if (reachOf(deal, order) > order.last) own.won += 1;
    const isWon = (order.placeOf.get(deal.stage) ?? 0) > order.last;
    if (!isWon || deal.closed === null) continue;
    if (!deal.createdKnown) own.undated += 1;
    else {
      own.cycles.push(daysBetween(dayOf(deal.created), dayOf(deal.closed)));
    }
  }
  return { groups: [...found].map(([group, own]) => groupFrom(group, own)), left };
}

function groupFrom(group: string, { deals, open, won, undated, cycles }: Counted): DealGroup {
  return {
    group,
    deals,
    open,
    won: rateOf(won, deals),
    greyed: 1 - open / deals < RESOLVED_ENOUGH,
    medianCycle: median(cycles),
    undated,
  };
}
