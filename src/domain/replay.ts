import { type Day, dayOf } from './day';
import type { DealHistory } from './history';
import { type DealId, isAccepted, type LedgerEntry, type Tracked } from './ledger';
import { enter, historyOf, type Life, newLife, takeBack, track } from './life';
import type { Pipeline, StageKey, StageKind } from './pipeline';

export const REPLAY_PROBLEMS = [
  /** Two entries of a deal have one number. */
  'duplicate',
  /** Its time is before that of the entry before it: it is taken to have happened right after that one. */
  'timeBackwards',
  'unknownStage',
  /** The deal's first entry is not *created*: earlier ones are missing. */
  'notCreated',
  /** Created although it is there already, perhaps even closed. */
  'createdAgain',
  /** It leaves a stage that the deal is not in: an entry between is missing. */
  'fromElsewhere',
  'afterDeletion',
] as const;

/** Something in the ledger that cannot have happened as written. The replay goes on with its best reading. */
export interface ReplayProblem {
  readonly kind: (typeof REPLAY_PROBLEMS)[number];
  readonly deal: DealId;
  readonly seq: number;
  /** The stage that is meant, where one is. */
  readonly stage: StageKey | '';
}

export interface Replay {
  readonly histories: ReadonlyMap<DealId, DealHistory>;
  readonly problems: readonly ReplayProblem[];
}

interface Reading {
  readonly kinds: ReadonlyMap<StageKey, StageKind>;
  /** Sorts after every moment of the as-of day. */
  readonly until: string;
  readonly problems: ReplayProblem[];
}

function report(
  reading: Reading,
  kind: ReplayProblem['kind'],
  entry: LedgerEntry,
  stage: StageKey | '' = '',
): void {
  reading.problems.push({ kind, deal: entry.deal, seq: entry.seq, stage });
}

function isOpen(reading: Reading, stage: StageKey | ''): boolean {
  const kind = reading.kinds.get(stage);
  return kind !== 'won' && kind !== 'lost';
}

/**
 * The first accepted entry of a deal. One that is not *created* tells of a stage before it, of unknown
 * length; one that creates it in no stage tells only the day, and the next entry where it was.
 */
function begin(life: Life, entry: LedgerEntry, reading: Reading): void {
  const isCreated = entry.kind === 'created';
  life.begun = true;
  life.created = life.lastAt;
  life.createdKnown = isCreated && entry.how !== 'assumed' && life.lastAt !== '';
  if (isCreated) return;
  report(reading, 'notCreated', entry);
  if (entry.from !== '') enter(life, entry.from, life.lastAt, false);
}

/** An accepted entry: the deal is in `entry.to` from then on. Answers whether it came there now. */
function accept(life: Life, entry: LedgerEntry, reading: Reading): boolean {
  const { kind, from, to } = entry;
  if (!life.begun) begin(life, entry, reading);
  else if (kind === 'created' && !life.deleted) report(reading, 'createdAgain', entry);
  if (to === '') return false;
  if (!reading.kinds.has(to)) report(reading, 'unknownStage', entry, to);
  if (kind === 'undone' && takeBack(life, from, to)) return true;
  if (kind !== 'created' && from !== life.stage) report(reading, 'fromElsewhere', entry, from);
  if (to === life.stage) return false;
  enter(life, to, life.lastAt, entry.how !== 'assumed');
  life.reason = entry.reason;
  life.rate = entry.rate === undefined ? null : { ...entry.rate, of: entry.currency };
  if (kind !== 'undone') life.lastTouch = dayOf(life.lastAt);
  return true;
}

function read(life: Life, entry: LedgerEntry, reading: Reading): void {
  if (entry.kind === 'deleted') {
    life.deleted = true;
    return;
  }
  const isKnownAgain = entry.kind === 'created' || entry.kind === 'undone';
  if (life.deleted && !isKnownAgain) report(reading, 'afterDeletion', entry);
  const hasMoved = isAccepted(entry) && accept(life, entry, reading);
  if (isAccepted(entry)) life.deleted = false;
  track(life, entry, isOpen(reading, life.stage), hasMoved);
}

/** The later of the entry's time and the one before it; entries without a time happened right after the last one. */
function timeOf(life: Life, entry: LedgerEntry, reading: Reading): string {
  if (entry.at >= life.lastAt) return entry.at;
  report(reading, 'timeBackwards', entry);
  return life.lastAt;
}

function lifeOf(deal: DealId, entries: readonly LedgerEntry[], reading: Reading): Life {
  const life = newLife(deal);
  let previous: LedgerEntry | null = null;
  for (const entry of entries) {
    const at = timeOf(life, entry, reading);
    if (at > reading.until) break;
    if (previous?.seq === entry.seq) {
      report(reading, 'duplicate', entry);
      if (isSame(previous, entry)) continue;
    }
    life.lastAt = at;
    read(life, entry, reading);
    previous = entry;
  }
  return life;
}

function isSame(one: LedgerEntry, other: LedgerEntry): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** By number; equal numbers in an order that does not depend on the rows' order. */
function bySeq(a: LedgerEntry, b: LedgerEntry): number {
  if (a.seq !== b.seq) return a.seq - b.seq;
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return a.at !== b.at ? (a.at < b.at ? -1 : 1) : one < other ? -1 : one > other ? 1 : 0;
}

/** Entries of each deal in the order of their numbers. */
function byDeal(entries: Iterable<LedgerEntry>): ReadonlyMap<DealId, readonly LedgerEntry[]> {
  const found = new Map<DealId, LedgerEntry[]>();
  const unordered = new Set<DealId>();
  for (const entry of entries) {
    if (entry.kind === 'configured') continue;
    const own = found.get(entry.deal);
    if (own === undefined) {
      found.set(entry.deal, [entry]);
      continue;
    }
    if (own[own.length - 1]!.seq >= entry.seq) unordered.add(entry.deal);
    own.push(entry);
  }
  for (const deal of unordered) found.get(deal)!.sort(bySeq);
  return found;
}

/**
 * Every deal's life as the ledger tells it, up to and including `asOf` (all of it when not given).
 * The order of the entries given does not matter: their numbers do. A deal without an accepted stage
 * has no history. An undone move counts as if it had never been. Nothing throws: what cannot have
 * happened is listed.
 */
export function replay(entries: Iterable<LedgerEntry>, pipeline: Pipeline, asOf?: Day): Replay {
  const reading: Reading = {
    kinds: new Map(
      [...pipeline.stages, ...(pipeline.retired ?? [])].map((stage) => [stage.key, stage.kind]),
    ),
    until: asOf === undefined ? '~' : `${asOf}~`,
    problems: [],
  };
  const found = new Map<DealId, DealHistory>();
  for (const [deal, own] of byDeal(entries)) {
    const life = lifeOf(deal, own, reading);
    const history = historyOf(life, !isOpen(reading, life.stage));
    if (history !== null) found.set(deal, history);
  }
  return { histories: found, problems: reading.problems };
}

/** The histories alone. */
export function histories(
  entries: Iterable<LedgerEntry>,
  pipeline: Pipeline,
  asOf?: Day,
): ReadonlyMap<DealId, DealHistory> {
  return replay(entries, pipeline, asOf).histories;
}

/** Where a deal stood. */
export interface DealState {
  readonly stage: StageKey;
  readonly tracked: Tracked;
  readonly deleted: boolean;
}

/** Where every deal stood at the end of a day. */
export function stateAt(
  entries: Iterable<LedgerEntry>,
  pipeline: Pipeline,
  day: Day,
): ReadonlyMap<DealId, DealState> {
  const states = new Map<DealId, DealState>();
  for (const [deal, { stage, state, deleted }] of histories(entries, pipeline, day)) {
    states.set(deal, { stage, tracked: state, deleted });
  }
  return states;
}

/** Each deal's last accepted entry: the answer to what its Stage is. */
export function lastAccepted(entries: Iterable<LedgerEntry>): ReadonlyMap<DealId, LedgerEntry> {
  const last = new Map<DealId, LedgerEntry>();
  for (const entry of entries) {
    if (!isAccepted(entry)) continue;
    const known = last.get(entry.deal);
    if (known === undefined || bySeq(known, entry) < 0) last.set(entry.deal, entry);
  }
  return last;
}
