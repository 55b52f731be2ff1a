import { type Clock, lengthOf } from './dwell';
import { exitsOf, type StageOrder, stageOrder } from './exits';
import type { DealHistory } from './history';
import { named } from './named';
import { openStages, type Pipeline, type StageKey } from './pipeline';
import { median, quantile } from './statistics';

/** How long a deal may stay in a stage, and why. */
export interface Limit {
  /** Not rounded: a deal is stalled when its days are more than this. */
  readonly days: number;
  readonly source: 'configured' | 'winners' | 'visits' | 'default';
  /** Winners or visits that it was learned from; 0 when it was not. */
  readonly n: number;
  /** The usual days there: the median of the winners' visits, else of all completed ones; `null` when too few. */
  readonly usual: number | null;
}

export interface LimitOptions extends Clock {
  /** The stage set's own limits, used where too little is known. */
  readonly defaults?: Readonly<Record<StageKey, number>>;
}

const FLOOR_DAYS = 3;
const ENOUGH_WINNERS = 20;
const ENOUGH_VISITS = 10;
/** For a stage of which neither history nor the stage set says anything. */
const LAST_RESORT_DAYS = 30;

interface Lengths {
  /** Days of the winners' visits that ended forwards. */
  readonly won: number[];
  winners: number;
  /** Days of all completed visits. */
  readonly completed: number[];
}

function addLengths(
  lengths: ReadonlyMap<StageKey, Lengths>,
  deal: DealHistory,
  order: StageOrder,
  clock: Clock,
): void {
  const hasWon = (order.placeOf.get(deal.stage) ?? 0) > order.last;
  const counted = new Set<Lengths>();
  for (const { visit, exit } of exitsOf(deal, order)) {
    const days = visit.to === null ? null : lengthOf(visit, clock);
    const found = lengths.get(visit.stage);
    if (days === null || found === undefined) continue;
    found.completed.push(days);
    if (!hasWon || exit !== 'forward') continue;
    found.won.push(days);
    counted.add(found);
  }
  for (const found of counted) found.winners += 1;
}

function learned({ won, winners, completed }: Lengths): Omit<Limit, 'usual'> | null {
  if (winners >= ENOUGH_WINNERS) {
    return { days: quantile(won, 0.9)!, source: 'winners', n: winners };
  }
  if (completed.length >= ENOUGH_VISITS) {
    return { days: 2 * median(completed)!, source: 'visits', n: completed.length };
  }
  return null;
}

function usualOf({ won, winners, completed }: Lengths): number | null {
  if (winners >= ENOUGH_WINNERS) return median(won);
  return completed.length >= ENOUGH_VISITS ? median(completed) : null;
}

/**
 * The limit of every open stage: the configured days; else the 90th
 * percentile of the winners' forward visits, with 20 winners or more; else twice the median of the
 * completed visits, with 10 or more; else the stage set's default. All but the configured days are
 * at least 3.
 */
export function limits(
  pipeline: Pipeline,
  deals: Iterable<DealHistory>,
  options: LimitOptions,
): ReadonlyMap<StageKey, Limit> {
  const order = stageOrder(pipeline);
  const stages = openStages(pipeline);
  const lengths = new Map<StageKey, Lengths>(
    stages.map(({ key }) => [key, { won: [], winners: 0, completed: [] }]),
  );
  for (const deal of deals) if (!deal.deleted) addLengths(lengths, deal, order, options);
  return new Map(
    stages.map(({ key, limitDays }) => {
      const own = lengths.get(key)!;
      const usual = usualOf(own);
      if (limitDays !== null) return [key, { days: limitDays, source: 'configured', n: 0, usual }];
      const days = named(options.defaults ?? {}, key) ?? LAST_RESORT_DAYS;
      const limit = learned(own) ?? { days, source: 'default', n: 0 };
      return [key, { ...limit, days: Math.max(FLOOR_DAYS, limit.days), usual }];
    }),
  );
}
