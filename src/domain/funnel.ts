import type { Clock } from './dwell';
import { isReachKnown, openPlace, type StageOrder, stageOrder } from './exits';
import { enteredPlaces, newTally, reachedPlaces, type Tally, tally } from './funnelTally';
import type { DealHistory } from './history';
import { isIn, type Period } from './period';
import { openStages, type Pipeline, type Stage, type StageKey, type StageKind } from './pipeline';
import { median, type Rate, rateOf } from './statistics';

export interface FunnelOptions extends Clock {
  /** Deals created in the period, or, for each stage, deals that entered it in the period. All deals when not given. */
  readonly cohort?: { readonly by: 'created' | 'entered'; readonly period: Period };
  readonly where?: (deal: DealHistory) => boolean;
}

/** One stage of the funnel. Counts are deals, never log rows. What makes no sense for a stage is `null`. */
export interface FunnelRow {
  readonly stage: StageKey;
  readonly kind: StageKind;
  /** Deals that are there now. */
  readonly now: number;
  /** Deals whose reach is this stage or further; in an *entered* cohort, deals that entered it in the period. */
  readonly reached: number | null;
  /** Deals that really were there. */
  readonly visited: number | null;
  /** Deals that went through every stage up to it, in order. */
  readonly strict: number | null;
  readonly skipped: number | null;
  /** Lost deals whose last open stage it was. */
  readonly lostHere: number | null;
  /** Share of the reached that reached the next stage. */
  readonly next: Rate | null;
  /** Share of all that reached this stage. */
  readonly cumulative: Rate | null;
  /** Left forwards among those that left forwards or were lost from there. */
  readonly resolved: Rate | null;
  readonly medianDwell: number | null;
  /** Completed visits of known length behind the median. */
  readonly dwellVisits: number;
  /** Share of the reached that is still open; `null` of none. */
  readonly openShare: number | null;
  /** Less than 80 % of the reached have resolved: show the rates greyed. */
  readonly greyed: boolean;
}

export interface Funnel {
  /** Open stages in order, then every won, lost and nurture stage; of several won stages the first has their counts. */
  readonly rows: readonly FunnelRow[];
  readonly deals: number;
  /** Lost or nurtured deals whose furthest stage the ledger does not know. */
  readonly reachUnknown: number;
  /** Deals in a stage that the pipeline does not have: in no row. */
  readonly elsewhere: number;
  /** Share of the deals that is still open; `null` of none. */
  readonly openShare: number | null;
  readonly cohort: 'all' | 'created' | 'entered';
  /** Deals left out of a cohort because nobody knows when they were created. */
  readonly undated: number;
}

/** At least this share of a cohort must have resolved before its rates are more than a first glance. */
export const RESOLVED_ENOUGH = 0.8;

function openRow(stage: Stage, now: number, own: Tally, first: number | null): FunnelRow {
  const openShare = own.reached === 0 ? null : own.stillOpen / own.reached;
  return {
    stage: stage.key,
    kind: stage.kind,
    now,
    reached: own.reached,
    visited: own.visited,
    strict: own.strict,
    skipped: own.reached - own.visited,
    lostHere: stage.kind === 'open' ? own.lostHere : null,
    next: stage.kind === 'open' ? rateOf(own.wentOn, own.reached) : null,
    cumulative: first === null ? null : rateOf(own.reached, first),
    resolved: stage.kind === 'open' ? rateOf(own.forward, own.forward + own.lostFrom) : null,
    medianDwell: stage.kind === 'open' ? median(own.lengths) : null,
    dwellVisits: own.lengths.length,
    openShare,
    greyed: openShare !== null && 1 - openShare < RESOLVED_ENOUGH,
  };
}

function sideRow(stage: Stage, now: number): FunnelRow {
  return {
    stage: stage.key,
    kind: stage.kind,
    now,
    reached: null,
    visited: null,
    strict: null,
    skipped: null,
    lostHere: null,
    next: null,
    cumulative: null,
    resolved: null,
    medianDwell: null,
    dwellVisits: 0,
    openShare: null,
    greyed: false,
  };
}

/** Stages as the funnel shows them. */
function shownStages(pipeline: Pipeline): readonly Stage[] {
  const ofKind = (kind: StageKind) => pipeline.stages.filter((stage) => stage.kind === kind);
  return [...openStages(pipeline), ...ofKind('won'), ...ofKind('lost'), ...ofKind('nurture')];
}

interface Chosen {
  readonly deals: readonly DealHistory[];
  readonly undated: number;
}

function choose(deals: Iterable<DealHistory>, { cohort, where }: FunnelOptions): Chosen {
  const chosen: DealHistory[] = [];
  let undated = 0;
  for (const deal of deals) {
    if (deal.deleted || (where !== undefined && !where(deal))) continue;
    if (cohort?.by === 'created') {
      if (!deal.createdKnown) undated += 1;
      if (!deal.createdKnown || !isIn(cohort.period, deal.created)) continue;
    }
    chosen.push(deal);
  }
  return { deals: chosen, undated };
}

/** What is counted of all deals together. */
interface Counted {
  readonly tallies: readonly Tally[];
  readonly now: Map<StageKey, number>;
  deals: number;
  open: number;
  reachUnknown: number;
  elsewhere: number;
}

function newCount(pipeline: Pipeline, order: StageOrder): Counted {
  return {
    tallies: Array.from({ length: order.last + 2 }, newTally),
    now: new Map(pipeline.stages.map((stage) => [stage.key, 0])),
    deals: 0,
    open: 0,
    reachUnknown: 0,
    elsewhere: 0,
  };
}

/** Counts a deal; false for one in a stage that the pipeline does not have. */
function count(counted: Counted, deal: DealHistory, order: StageOrder): boolean {
  counted.deals += 1;
  const there = counted.now.get(deal.stage);
  if (there === undefined) {
    counted.elsewhere += 1;
    return false;
  }
  counted.now.set(deal.stage, there + 1);
  const isSide = order.lost.has(deal.stage) || order.nurture.has(deal.stage);
  if (isSide && !isReachKnown(deal, order)) counted.reachUnknown += 1;
  if (openPlace(order, deal.stage) > 0) counted.open += 1;
  return true;
}

/**
 * The funnel of the deals, deleted ones aside. A deal counts once in every
 * stage up to the furthest one that it ever entered, whatever became of it. So reached counts never
 * rise along the stages, no rate is over 100 %, and the first stage holds every deal. In an *entered*
 * cohort each stage has its own deals, and there are no cumulative rates.
 */
export function funnelOf(
  deals: Iterable<DealHistory>,
  pipeline: Pipeline,
  options: FunnelOptions,
): Funnel {
  const order = stageOrder(pipeline);
  const { cohort } = options;
  const entered = cohort?.by === 'entered' ? cohort.period : null;
  const chosen = choose(deals, options);
  const counted = newCount(pipeline, order);
  for (const deal of chosen.deals) {
    const reached =
      entered === null ? reachedPlaces(deal, order) : enteredPlaces(deal, order, entered);
    if (entered !== null && reached.size === 0) continue;
    if (count(counted, deal, order)) {
      tally(counted.tallies, deal, { order, reached, clock: options });
    }
  }
  return {
    rows: rowsOf(pipeline, order, counted, entered === null),
    deals: counted.deals,
    reachUnknown: counted.reachUnknown,
    elsewhere: counted.elsewhere,
    openShare: counted.deals === 0 ? null : counted.open / counted.deals,
    cohort: cohort?.by ?? 'all',
    undated: chosen.undated,
  };
}

function rowsOf(
  pipeline: Pipeline,
  order: StageOrder,
  { tallies, now }: Counted,
  isCumulative: boolean,
): readonly FunnelRow[] {
  const first = isCumulative ? tallies[1]!.reached : null;
  const firstWon = pipeline.stages.find((stage) => stage.kind === 'won');
  return shownStages(pipeline).map((stage) => {
    const there = now.get(stage.key)!;
    const hasPlace = stage.kind === 'open' || stage === firstWon;
    if (!hasPlace) return sideRow(stage, there);
    return openRow(stage, there, tallies[order.placeOf.get(stage.key)!]!, first);
  });
}
