import { type Day, dayOf, type LocalTime, monthOf } from './day';
import type { DealHistory, Visit } from './history';
import type { ClosingRate, LedgerEntry, Tracked } from './ledger';
import type { StageKey } from './pipeline';

/** What a move overlays, and its undoing brings back. */
interface Overlaid {
  readonly lastTouch: Day;
  readonly extensions: number;
  readonly stepDate: Day | null;
  readonly reason: string;
  readonly rate: Life['rate'];
}

/** A deal's history while it is read: changed in place, because ledgers are long. */
export interface Life {
  readonly deal: string;
  created: LocalTime;
  createdKnown: boolean;
  readonly visits: Visit[];
  readonly overlaid: Overlaid[];
  /** Whether an accepted entry has told of it, of its creation in an unknown stage for one. */
  begun: boolean;
  /** `''` until an accepted entry says one. */
  stage: StageKey | '';
  state: Tracked | null;
  lastAt: LocalTime;
  lastTouch: Day;
  slips: number;
  /** The last close date that was known: clearing it and typing a later one is a slip too. */
  closeDate: Day | null;
  extensions: number;
  stepDate: Day | null;
  openAmount: number | null;
  reason: string;
  /** The rate of the entry that closed it, and the currency that it is of. */
  rate: (ClosingRate & { readonly of: string }) | null;
  deleted: boolean;
}

/** A life of which nothing is known yet. */
export function newLife(deal: string): Life {
  return {
    deal,
    created: '',
    createdKnown: false,
    visits: [],
    overlaid: [],
    begun: false,
    stage: '',
    state: null,
    lastAt: '',
    lastTouch: '',
    slips: 0,
    closeDate: null,
    extensions: 0,
    stepDate: null,
    openAmount: null,
    reason: '',
    rate: null,
    deleted: false,
  };
}

/** Begins a visit, and ends the open one; `known` says whether its day is more than assumed. */
export function enter(life: Life, stage: StageKey, at: LocalTime, known: boolean): void {
  const last = life.visits[life.visits.length - 1];
  const end = { to: at, exit: stage, endKnown: known };
  if (last !== undefined) life.visits[life.visits.length - 1] = { ...last, ...end };
  const { lastTouch, extensions, stepDate, reason, rate } = life;
  life.overlaid.push({ lastTouch, extensions, stepDate, reason, rate });
  life.visits.push({
    stage,
    from: at,
    to: null,
    exit: null,
    known: known && at !== '',
    endKnown: true,
  });
  life.stage = stage;
  life.extensions = 0;
}

/**
 * Takes back the last move, as if it had never been: the visit that it began is gone and the one
 * before it goes on, with its touch and its extensions. False when the last move is another one.
 */
export function takeBack(life: Life, from: StageKey | '', to: StageKey | ''): boolean {
  const last = life.visits[life.visits.length - 1];
  const before = life.visits[life.visits.length - 2];
  const overlaid = life.overlaid[life.overlaid.length - 1];
  if (last?.stage !== from || before?.stage !== to || overlaid === undefined) return false;
  life.visits.pop();
  life.overlaid.pop();
  life.visits[life.visits.length - 1] = { ...before, to: null, exit: null, endKnown: true };
  life.stage = before.stage;
  Object.assign(life, overlaid);
  return true;
}

/** Takes over the tracked fields of an entry, once the stage that it leads to is known. */
export function track(life: Life, entry: LedgerEntry, isOpen: boolean, hasMoved: boolean): void {
  const { state } = life;
  const isOtherStep =
    state !== null &&
    (state.nextStep !== entry.nextStep || state.nextStepDate !== entry.nextStepDate);
  if (isOtherStep) life.lastTouch = dayOf(life.lastAt);
  if (isOpen && entry.kind !== 'undone') {
    const { closeDate, nextStepDate } = entry;
    if (isLater(life.closeDate && monthOf(life.closeDate), closeDate && monthOf(closeDate))) {
      life.slips += 1;
    }
    if (!hasMoved && isLater(life.stepDate, nextStepDate)) life.extensions += 1;
  }
  if (isOpen && entry.amount !== null && entry.amount !== 0) life.openAmount = entry.amount;
  life.closeDate = entry.closeDate ?? life.closeDate;
  life.stepDate = entry.nextStepDate ?? life.stepDate;
  life.state = entry;
}

function isLater(before: string | null, after: string | null): boolean {
  return before !== null && after !== null && after > before;
}

/** The history as others read it; `null` while no stage was ever accepted. */
export function historyOf(life: Life, isClosed: boolean): DealHistory | null {
  const last = life.visits[life.visits.length - 1];
  if (last === undefined || life.state === null) return null;
  return {
    deal: life.deal,
    created: life.created,
    createdKnown: life.createdKnown,
    visits: life.visits,
    stage: last.stage,
    closed: isClosed ? last.from : null,
    closingRate: isClosed && life.rate?.of === life.state.currency ? life.rate : null,
    state: trackedOf(life.state),
    slips: life.slips,
    extensions: life.extensions,
    openAmount: life.openAmount,
    reason: life.reason,
    lastTouch: life.lastTouch,
    deleted: life.deleted,
  };
}

function trackedOf(state: Tracked): Tracked {
  const { owner, amount, currency, closeDate, nextStep, nextStepDate, category, winChance } = state;
  return { owner, amount, currency, closeDate, nextStep, nextStepDate, category, winChance };
}
