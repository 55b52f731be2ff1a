import type { Day, LocalTime } from '../domain/day';
import type { EntryKind } from '../domain/ledger';
import type { StageKey } from '../domain/pipeline';

export interface MemoLine {
  readonly seq: number;
  readonly kind: EntryKind;
  readonly from: StageKey | '';
  readonly to: StageKey | '';
  readonly at: LocalTime;
  readonly by: string;
  readonly reason: string;
}

/** What the row remembers of the deal, so that one edit and one selection need no scan of the ledger. */
export interface Memo {
  /** The last entries, oldest first. */
  readonly history: readonly MemoLine[];
  readonly lastTouch: Day | null;
  /** Activities by kind, done tasks by name. */
  readonly activities: Readonly<Record<string, number>>;
  readonly doneTasks: Readonly<Record<string, number>>;
}

export const EMPTY_MEMO: Memo = { history: [], lastTouch: null, activities: {}, doneTasks: {} };

/** How many entries a memo keeps. */
export const MEMO_LINES = 6;

/** Compact text for the Memo cell. Only the last lines are kept, with their reasons shortened. */
export function memoText(_memo: Memo): string {
  throw new Error('not yet');
}

/** Reads a Memo cell; one that somebody broke reads as empty. */
export function readMemo(_text: string): Memo {
  throw new Error('not yet');
}
