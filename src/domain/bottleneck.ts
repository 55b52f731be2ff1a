import { type Clock, lengthOf } from './dwell';
import { exitsOf, type StageOrder, stageOrder } from './exits';
import type { DealHistory } from './history';
import { isIn, type Period, periodBefore } from './period';
import { openStages, type Pipeline, type StageKey } from './pipeline';
import { median, medianVariance } from './statistics';

/** The stage that became worse, with the numbers for the sentence that says so. */
export interface Bottleneck {
  readonly stage: StageKey;
  readonly measure: 'resolvedRate' | 'medianDwell';
  /** A share, or days. */
  readonly now: number;
  readonly before: number;
  readonly nNow: number;
  readonly nBefore: number;
  /** Standard errors between the two. */
  readonly z: number;
}

export interface BottleneckOptions extends Clock {
  /** Compared with the period of the same length just before it. */
  readonly period: Period;
}

export interface OwnerBottleneckOptions extends BottleneckOptions {
  /** Whose deal it is; as it was typed when not given. */
  readonly ownerOf?: (deal: DealHistory) => string;
}

export interface OwnerBottlenecks {
  /** Owners of whom enough is known, each with the bottleneck, or `null` for no clear one; by name. */
  readonly owners: readonly { readonly owner: string; readonly bottleneck: Bottleneck | null }[];
  /** Owners of whom too little is known to say anything. */
  readonly tooFew: number;
}

const ENOUGH_EXITS = 20;

/**
 * A worsening counts from here: one in a hundred by chance. Five stages make ten comparisons, so that
 * about one report in ten names a stage although nothing has changed.
 */
const CLEAR = 2.33;

/** What left a stage in a period. */
interface Left {
  forward: number;
  lost: number;
  readonly days: number[];
}

type Sample = ReadonlyMap<StageKey, Left>;

function sampleOf(
  deals: readonly DealHistory[],
  order: StageOrder,
  period: Period,
  clock: Clock,
): Sample {
  const sample = new Map<StageKey, Left>();
  for (const deal of deals) {
    if (deal.deleted) continue;
    const resolved = new Map<Left, 'forward' | 'lost'>();
    for (const { visit, exit } of exitsOf(deal, order)) {
      if (visit.to === null || !isIn(period, visit.to)) continue;
      const left = sample.get(visit.stage) ?? { forward: 0, lost: 0, days: [] };
      sample.set(visit.stage, left);
      const days = lengthOf(visit, clock);
      if (days !== null) left.days.push(days);
      if (exit === 'forward' || exit === 'lost') resolved.set(left, exit);
    }
    for (const [left, exit] of resolved) left[exit] += 1;
  }
  return sample;
}

/** Two shares with a pooled variance; positive when the later one is lower. */
function rateWorsening(stage: StageKey, now: Left, before: Left): Bottleneck | null {
  const nNow = now.forward + now.lost;
  const nBefore = before.forward + before.lost;
  if (nNow < ENOUGH_EXITS || nBefore < ENOUGH_EXITS) return null;
  const pooled = (now.forward + before.forward) / (nNow + nBefore);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / nNow + 1 / nBefore));
  const [rateNow, rateBefore] = [now.forward / nNow, before.forward / nBefore];
  const z = error === 0 ? 0 : (rateBefore - rateNow) / error;
  return { stage, measure: 'resolvedRate', now: rateNow, before: rateBefore, nNow, nBefore, z };
}

/** Two medians; positive when the later one is longer. */
function dwellWorsening(stage: StageKey, now: Left, before: Left): Bottleneck | null {
  const [nNow, nBefore] = [now.days.length, before.days.length];
  if (nNow < ENOUGH_EXITS || nBefore < ENOUGH_EXITS) return null;
  const [daysNow, daysBefore] = [median(now.days)!, median(before.days)!];
  const error = Math.sqrt(medianVariance(now.days) + medianVariance(before.days));
  const z = (daysNow - daysBefore) / error;
  return { stage, measure: 'medianDwell', now: daysNow, before: daysBefore, nNow, nBefore, z };
}

/** Every stage and measure of which enough is known. */
function comparisons(
  deals: readonly DealHistory[],
  pipeline: Pipeline,
  options: BottleneckOptions,
): readonly Bottleneck[] {
  const order = stageOrder(pipeline);
  const now = sampleOf(deals, order, options.period, options);
  const before = sampleOf(deals, order, periodBefore(options.period), options);
  return openStages(pipeline).flatMap(({ key }) => {
    const [left, leftBefore] = [now.get(key), before.get(key)];
    if (left === undefined || leftBefore === undefined) return [];
    const found = [rateWorsening(key, left, leftBefore), dwellWorsening(key, left, leftBefore)];
    return found.filter((it): it is Bottleneck => it !== null);
  });
}

/** The first of the largest worsenings, if it is a clear one. */
function worst(found: readonly Bottleneck[]): Bottleneck | null {
  const largest = found.reduce<Bottleneck | null>(
    (most, it) => (most === null || it.z > most.z ? it : most),
    null,
  );
  return largest !== null && largest.z >= CLEAR ? largest : null;
}

/**
 * The stage whose resolved rate or median dwell has worsened most against the period before, in
 * standard errors, among those with at least 20 exits in both; `null` for no clear
 * bottleneck.
 */
export function bottleneckOf(
  deals: Iterable<DealHistory>,
  pipeline: Pipeline,
  options: BottleneckOptions,
): Bottleneck | null {
  return worst(comparisons([...deals], pipeline, options));
}

/** The same for each owner, against that owner's own past. Owners with few exits are counted and not named. */
export function bottlenecksByOwner(
  deals: Iterable<DealHistory>,
  pipeline: Pipeline,
  options: OwnerBottleneckOptions,
): OwnerBottlenecks {
  const { ownerOf = ({ state }: DealHistory) => state.owner } = options;
  const own = new Map<string, DealHistory[]>();
  for (const deal of deals) {
    const owner = ownerOf(deal);
    const theirs = own.get(owner);
    if (theirs === undefined) own.set(owner, [deal]);
    else theirs.push(deal);
  }
  const owners: { owner: string; bottleneck: Bottleneck | null }[] = [];
  let tooFew = 0;
  for (const [owner, theirs] of [...own].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found = comparisons(theirs, pipeline, options);
    if (found.length === 0) tooFew += 1;
    else owners.push({ owner, bottleneck: worst(found) });
  }
  return { owners, tooFew };
}
