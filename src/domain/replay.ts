import type { Day } from './day';
import type { DealHistory } from './history';
import type { DealId, LedgerEntry, Tracked } from './ledger';
import type { Pipeline, StageKey } from './pipeline';

export const REPLAY_PROBLEMS = [
  'duplicate',
  'timeBackwards',
  'unknownStage',
  'notCreated',
  'createdAgain',
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

/** Every deal's life as the ledger tells it, up to and including `asOf` (all of it when not given). Order of entries does not matter: seq does. */
export function replay(entries: Iterable<LedgerEntry>, pipeline: Pipeline, asOf?: Day): Replay {
  void [entries, pipeline, asOf];
  throw new Error('not yet');
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
  void [entries, pipeline, day];
  throw new Error('not yet');
}

/** Each deal's last accepted entry: the answer to what its Stage is. */
export function lastAccepted(entries: Iterable<LedgerEntry>): ReadonlyMap<DealId, LedgerEntry> {
  void entries;
  throw new Error('not yet');
}
