import type { Day, LocalTime } from './day';
import type { Category, StageKey } from './pipeline';

export type DealId = string;

export const ENTRY_KINDS = [
  'created',
  'moved',
  'held',
  'overridden',
  'undone',
  'changed',
  'deleted',
  'configured',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** How a change came about. `assumed` marks an imported entry whose day the file did not tell. */
export const HOWS = [
  'typed',
  'pasted',
  'sidebar',
  'board',
  'import',
  'assumed',
  'sweep',
  'undo',
  'repair',
  'form',
  'setUp',
  'retire',
] as const;
export type How = (typeof HOWS)[number];

/** The fields whose changes the ledger carries, as they stood after the entry. */
export interface Tracked {
  readonly owner: string;
  /** Minor units; `null` when no amount is known. */
  readonly amount: number | null;
  readonly currency: string;
  readonly closeDate: Day | null;
  readonly nextStep: string;
  readonly nextStepDate: Day | null;
  readonly category: Category | null;
  /** The deal's own override, 0 to 1; `null` when none is typed. */
  readonly winChance: number | null;
}

/** What one unit of a deal's currency was worth in the team's, when the deal closed. */
export interface ClosingRate {
  readonly perUnit: number;
  /** The team's currency then. */
  readonly home: string;
}

/** One line of the Ledger: what happened to a deal, and how its tracked fields stood afterwards. */
export interface LedgerEntry extends Tracked {
  /** 1, 2, 3 ... down the tab: the order of entries of one deal. */
  readonly seq: number;
  readonly deal: DealId;
  readonly kind: EntryKind;
  /** `''` where there was none (created) or nobody knows it (an import). For *held*, `to` is the stage that was asked for, `from` the one that stays. */
  readonly from: StageKey | '';
  readonly to: StageKey | '';
  readonly at: LocalTime;
  /** An address, or `'unknown editor'` where Google does not tell. */
  readonly by: string;
  readonly how: How;
  readonly reason: string;
  /** The entries of one gesture (a pasted block, a batch of cards) share it; undone entries name the batch they take back. */
  readonly batch: string;
  /** Of an entry that closes a deal in another currency than the team's. */
  readonly rate?: ClosingRate;
}

const ACCEPTED: ReadonlySet<EntryKind> = new Set(['created', 'moved', 'overridden', 'undone']);

/** Whether the entry says which stage a deal is in from then on. */
export function isAccepted(entry: Pick<LedgerEntry, 'kind'>): boolean {
  return ACCEPTED.has(entry.kind);
}
