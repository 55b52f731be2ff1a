import type { Day, LocalTime } from '../domain/day';

/** A date cell on the workbook's clock: a day, or a moment when the cell holds a time too. */
export interface DateCell {
  readonly date: Day | LocalTime;
}

/** What a cell holds, outside google/: Google's Date never comes this far. Empty is `''`. */
export type Cell = string | number | boolean | DateCell;

export type Row = readonly Cell[];
export type Grid = readonly Row[];

export function isDateCell(cell: Cell | undefined): cell is DateCell {
  return typeof cell === 'object';
}

/** Something in the sheet that cannot be read as meant. `words/` says it; Health lists it. */
export interface Problem {
  readonly tab: TabId;
  /** Row from 1 as people count; 0 when the whole tab is meant. */
  readonly row: number;
  /** Column from 1; 0 when the whole row is meant. */
  readonly column: number;
  readonly code: string;
  /** What the sentence names: the typed text, the header, the stage. */
  readonly about: readonly string[];
}

/** Tabs, by what they are; their names are words and may be changed by people. */
export const TAB_IDS = [
  'deals',
  'stages',
  'gates',
  'team',
  'automations',
  'templates',
  'settings',
  'ledger',
  'activities',
  'tasks',
  'payments',
  'outbox',
  'snapshots',
  'funnel',
  'forecast',
  'stalled',
  'review',
  'replay',
  'whatIf',
  'health',
  'archive',
  'archivedEntries',
] as const;
export type TabId = (typeof TAB_IDS)[number];
