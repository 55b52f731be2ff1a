import { type Day, dayOf } from './day';
import type { DealHistory } from './history';
import type { DealId } from './ledger';
import type { Convert } from './money';
import { isIn, type Period } from './period';
import type { Pipeline, StageKey, StageKind } from './pipeline';

/** How the open amount became another one between two days. All in minor units, all but the ends not negative. */
export interface Movement {
  readonly start: number;
  readonly created: number;
  readonly pulledIn: number;
  readonly reopened: number;
  readonly raised: number;
  readonly lowered: number;
  readonly pushedOut: number;
  readonly nurtured: number;
  readonly won: number;
  readonly lost: number;
  /** Deals whose rows were deleted, or whose stage the pipeline no longer has. */
  readonly removed: number;
  readonly end: number;
}

export interface MovementReport extends Movement {
  /** What is missing between the parts and the end: 0 when the table adds up. */
  readonly difference: number;
  /** Deals left out because their currency has no rate. */
  readonly withoutRate: readonly DealId[];
}

export interface MovementOptions {
  /** The movement is from the end of this day ... */
  readonly from: Day;
  /** ... to the end of this one. */
  readonly to: Day;
  /** Only deals with a close date in it, such as a quarter's; every open deal when not given. */
  readonly closing?: Period;
  /** Minor units of the team's currency; amounts are taken as they are when not given. */
  readonly convert?: Convert;
}

type Part = Exclude<keyof Movement, 'start' | 'end'>;

interface Reading {
  readonly kinds: ReadonlyMap<StageKey, StageKind>;
  readonly options: MovementOptions;
  readonly withoutRate: Set<DealId>;
}

type Standing = 'none' | 'inside' | 'outside' | 'won' | 'lost' | 'nurture' | 'elsewhere';

function standingOf(deal: DealHistory | undefined, { kinds, options }: Reading): Standing {
  if (deal === undefined || deal.deleted) return 'none';
  const kind = kinds.get(deal.stage);
  if (kind !== 'open') return kind ?? 'elsewhere';
  const { closeDate } = deal.state;
  const { closing } = options;
  if (closing === undefined) return 'inside';
  return closeDate !== null && isIn(closing, closeDate) ? 'inside' : 'outside';
}

function converted(deal: DealHistory, amount: number | null, reading: Reading): number {
  if (amount === null) return 0;
  const { convert } = reading.options;
  const minor = convert === undefined ? amount : convert(amount, deal.state.currency);
  if (minor === null) reading.withoutRate.add(deal.deal);
  return minor ?? 0;
}

function amountOf(deal: DealHistory | undefined, reading: Reading): number {
  return deal === undefined ? 0 : converted(deal, deal.state.amount, reading);
}

type Add = (part: Part, minor: number) => void;

/** A deal that was inside at the start: where its amount went. What it was won with counts as won. */
function addLeaving(add: Add, after: DealHistory | undefined, amount: number, reading: Reading) {
  const now = amountOf(after, reading);
  switch (standingOf(after, reading)) {
    case 'inside':
      add(now > amount ? 'raised' : 'lowered', Math.abs(now - amount));
      break;
    case 'won':
      add(now > amount ? 'raised' : 'lowered', Math.abs(now - amount));
      add('won', now);
      break;
    case 'lost':
      add('lost', amount);
      break;
    case 'nurture':
      add('nurtured', amount);
      break;
    case 'outside':
      add('pushedOut', amount);
      break;
    case 'none':
    case 'elsewhere':
      add('removed', amount);
  }
}

/** How a deal that was not inside at the start came in. */
function wayIn(before: Standing): Part {
  switch (before) {
    case 'none':
    case 'elsewhere':
      return 'created';
    case 'outside':
    case 'inside':
      return 'pulledIn';
    case 'won':
    case 'lost':
    case 'nurture':
      return 'reopened';
  }
}

/**
 * A deal that is inside at neither end but was between them, such as one created and won in the same
 * week. It comes in and goes out with one amount, so that *won* holds every deal won.
 */
function addPassing(add: Add, before: Standing, after: DealHistory, reading: Reading): void {
  const { closing, from } = reading.options;
  const since = dayOf(after.visits[after.visits.length - 1]?.from ?? '');
  if (since <= from) return;
  const standing = standingOf(after, reading);
  const end = standing === 'won' ? since : after.state.closeDate;
  if (closing !== undefined && (end === null || !isIn(closing, end))) return;
  if (standing === 'won') {
    add(wayIn(before), amountOf(after, reading));
    add('won', amountOf(after, reading));
  } else if (before === 'none' && (standing === 'lost' || standing === 'nurture')) {
    const amount = converted(after, after.openAmount, reading);
    add('created', amount);
    add(standing === 'lost' ? 'lost' : 'nurtured', amount);
  }
}

function addDeal(
  add: Add,
  before: DealHistory | undefined,
  after: DealHistory | undefined,
  reading: Reading,
): void {
  const was = standingOf(before, reading);
  const is = standingOf(after, reading);
  if (was === 'inside') addLeaving(add, after, amountOf(before, reading), reading);
  else if (is === 'inside') add(wayIn(was), amountOf(after, reading));
  else if (after !== undefined && is !== 'none') addPassing(add, was, after, reading);
}

function sumInside(deals: ReadonlyMap<DealId, DealHistory>, reading: Reading): number {
  let sum = 0;
  for (const deal of deals.values()) {
    if (standingOf(deal, reading) === 'inside') sum += amountOf(deal, reading);
  }
  return sum;
}

/**
 * What is missing between the parts of a movement and its end: start + new + pulled in + reopened +
 * raised - lowered - pushed out - nurtured - won - lost - removed = end.
 */
export function differenceIn(movement: Movement): number {
  const { created, pulledIn, reopened, raised } = movement;
  const { lowered, pushedOut, nurtured, won, lost, removed } = movement;
  const more = created + pulledIn + reopened + raised;
  const less = lowered + pushedOut + nurtured + won + lost + removed;
  return movement.end - (movement.start + more - less);
}

/** The movement of the open amount between two replays of one ledger, as of `from` and as of `to`. */
export function movementBetween(
  before: ReadonlyMap<DealId, DealHistory>,
  after: ReadonlyMap<DealId, DealHistory>,
  pipeline: Pipeline,
  options: MovementOptions,
): MovementReport {
  const kinds = new Map(pipeline.stages.map((stage) => [stage.key, stage.kind]));
  const reading: Reading = { kinds, options, withoutRate: new Set() };
  const parts: Record<Part, number> = {
    created: 0,
    pulledIn: 0,
    reopened: 0,
    raised: 0,
    lowered: 0,
    pushedOut: 0,
    nurtured: 0,
    won: 0,
    lost: 0,
    removed: 0,
  };
  const add: Add = (part, minor) => {
    parts[part] += minor;
  };
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    addDeal(add, before.get(id), after.get(id), reading);
  }
  const ends = { start: sumInside(before, reading), end: sumInside(after, reading) };
  const movement = { ...ends, ...parts };
  const withoutRate = [...reading.withoutRate].sort();
  return { ...movement, difference: differenceIn(movement), withoutRate };
}
