import { type Clock, lengthOf } from './dwell';
import { exitsOf, lastOpenStage, openPlace, reachOf, type StageOrder } from './exits';
import type { DealHistory } from './history';
import { isIn, type Period } from './period';

/** What is counted for one place in the order. */
export interface Tally {
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

export function newTally(): Tally {
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
export type Reached = ReadonlyMap<number, number>;

/** Everywhere up to its reach: the reached funnel. */
export function reachedPlaces(deal: DealHistory, order: StageOrder): Reached {
  const reach = reachOf(deal, order);
  return new Map(Array.from({ length: reach }, (_, index) => [index + 1, reach]));
}

/** The stages that it entered in the period, each with the furthest one from then on. */
export function enteredPlaces(deal: DealHistory, order: StageOrder, period: Period): Reached {
  const places = new Map<number, number>();
  let furthest = 0;
  for (const { stage, from, known } of [...deal.visits].reverse()) {
    const place = order.placeOf.get(stage) ?? 0;
    furthest = Math.max(furthest, place);
    if (place > 0 && known && isIn(period, from)) places.set(place, furthest);
  }
  return places;
}

/** A deal, seen in the places where it counts. */
export interface Seen {
  readonly order: StageOrder;
  readonly reached: Reached;
  readonly clock: Clock;
}

/** One deal, counted once in each place. */
export function tally(tallies: readonly Tally[], deal: DealHistory, seen: Seen): void {
  const { order, reached } = seen;
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
  tallyExits(tallies, deal, seen);
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
