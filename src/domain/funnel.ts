import { type Clock, lengthOf } from './dwell';
import {
  exitsOf,
  isReachKnown,
  lastOpenStage,
  openPlace,
  reachOf,
  type StageOrder,
  stageOrder,
} from './exits';
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
  /** Open stages in order, then every won, lost and nurture stage. */
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
const RESOLVED_ENOUGH = 0.8;

/** What is counted for one place in the order. */
interface Tally {
  reached: number;
  visited: number;
  strict: number;
  lostHere: number;
  wentOn: number;
  stillOpen: number;
  forward: number;
  lostFrom: number;
  readonly lengths: number[];
}

function newTally(): Tally {
  return {
    reached: 0,
    visited: 0,
    strict: 0,
    lostHere: 0,
    wentOn: 0,
    stillOpen: 0,
    forward: 0,
    lostFrom: 0,
    lengths: [],
  };
}

/** How far a deal went through the stages 1, 2, 3 ... in this order. */
function strictReach({ visits }: DealHistory, order: StageOrder): number {
  let depth = 0;
  for (const { stage } of visits) if (order.placeOf.get(stage) === depth + 1) depth += 1;
  return depth;
}

/** The places where a deal counts, and the furthest one that it reached from each. */
type Reached = ReadonlyMap<number, number>;

/** Everywhere up to its reach: the reached funnel. */
function reachedPlaces(deal: DealHistory, order: StageOrder): Reached {
  const reach = reachOf(deal, order);
  return new Map(Array.from({ length: reach }, (_, index) => [index + 1, reach]));
}

/** The stages that it entered in the period, each with the furthest one from then on. */
function enteredPlaces(deal: DealHistory, order: StageOrder, period: Period): Reached {
  const places = new Map<number, number>();
  let furthest = 0;
  for (const { stage, from, known } of [...deal.visits].reverse()) {
    const place = order.placeOf.get(stage) ?? 0;
    furthest = Math.max(furthest, place);
    if (place > 0 && known && isIn(period, from)) places.set(place, furthest);
  }
  return places;
}

/** One deal, counted once in each place. */
function tally(tallies: readonly Tally[], deal: DealHistory, seen: Seen): void {
  const { order, reached, clock } = seen;
  const stillOpen = openPlace(order, deal.stage) > 0 ? 1 : 0;
  const strict = strictReach(deal, order);
  const visited = new Set(deal.visits.map((visit) => order.placeOf.get(visit.stage) ?? 0));
  for (const [place, furthest] of reached) {
    const own = tallies[place]!;
    own.reached += 1;
    own.stillOpen += stillOpen;
    if (furthest > place) own.wentOn += 1;
    if (visited.has(place)) own.visited += 1;
    if (strict >= place) own.strict += 1;
  }
  if (order.lost.has(deal.stage)) {
    const place = openPlace(order, lastOpenStage(deal, order) ?? '') || 1;
    if (reached.has(place)) tallies[place]!.lostHere += 1;
  }
  tallyExits(tallies, deal, { order, reached, clock });
}

interface Seen {
  readonly order: StageOrder;
  readonly reached: Reached;
  readonly clock: Clock;
}

/** A deal that was in a stage several times resolves there once: by its last exit forwards or to lost. */
function tallyExits(tallies: readonly Tally[], deal: DealHistory, { order, reached, clock }: Seen) {
  const last = new Map<number, 'forward' | 'lost' | 'still'>();
  for (const { visit, exit } of exitsOf(deal, order)) {
    const place = openPlace(order, visit.stage);
    if (!reached.has(place)) continue;
    if (exit === 'forward' || exit === 'lost' || exit === 'still') last.set(place, exit);
    const days = visit.to === null ? null : lengthOf(visit, clock);
    if (days !== null) tallies[place]!.lengths.push(days);
  }
  for (const [place, exit] of last) {
    if (exit === 'forward') tallies[place]!.forward += 1;
    if (exit === 'lost') tallies[place]!.lostFrom += 1;
  }
}

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

/**
 * The funnel of the deals, deleted ones aside (definitions.md, Funnel). A deal counts once in every
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
  const tallies = Array.from({ length: order.last + 2 }, newTally);
  const now = new Map(pipeline.stages.map((stage) => [stage.key, 0]));
  const chosen = choose(deals, options);
  const { cohort } = options;
  let [reachUnknown, elsewhere, open, counted] = [0, 0, 0, 0];
  for (const deal of chosen.deals) {
    const reached =
      cohort?.by === 'entered'
        ? enteredPlaces(deal, order, cohort.period)
        : reachedPlaces(deal, order);
    if (reached.size === 0) continue;
    counted += 1;
    const there = now.get(deal.stage);
    if (there === undefined) {
      elsewhere += 1;
      continue;
    }
    now.set(deal.stage, there + 1);
    const isSide = order.lost.has(deal.stage) || order.nurture.has(deal.stage);
    if (isSide && !isReachKnown(deal, order)) reachUnknown += 1;
    if (openPlace(order, deal.stage) > 0) open += 1;
    tally(tallies, deal, { order, reached, clock: options });
  }
  const first = cohort?.by === 'entered' ? null : tallies[1]!.reached;
  const firstWon = pipeline.stages.find((stage) => stage.kind === 'won');
  return {
    rows: shownStages(pipeline).map((stage) => {
      const isRow = stage.kind === 'open' || stage === firstWon;
      const place = order.placeOf.get(stage.key)!;
      const there = now.get(stage.key)!;
      return isRow ? openRow(stage, there, tallies[place]!, first) : sideRow(stage, there);
    }),
    deals: counted,
    reachUnknown,
    elsewhere,
    openShare: counted === 0 ? null : open / counted,
    cohort: cohort?.by ?? 'all',
    undated: chosen.undated,
  };
}
