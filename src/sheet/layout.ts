import type { StageSet } from '../stageSets/stageSet';
import type { Language } from '../words/language';
import type { TabId } from './cell';

export interface ColumnLayout {
  /** The standard column's or field's key; `own:...` for a criterion's column. */
  readonly key: string;
  readonly header: string;
  /** Pixels. */
  readonly width: number;
  /** Google's number format; `''` leaves it automatic, `'@'` is plain text. */
  readonly format: string;
  readonly kind: 'text' | 'number' | 'day' | 'tick' | 'choice';
  /** What a choice offers: a fixed list, or what another tab holds now. */
  readonly choices: readonly string[] | 'stages' | 'owners' | 'fields' | null;
  /** Whether other values are rejected as they are typed (never relied on: pastes pass). */
  readonly strict: boolean;
  readonly hidden: boolean;
  /** Shown on the header as a note; `''` for none. */
  readonly note: string;
  /** Kept by the program: protected with a warning. */
  readonly program: boolean;
  readonly wrap: boolean;
}

export interface TabLayout {
  readonly tab: TabId;
  readonly name: string;
  /** Empty for generated tabs: their grids bring their own headers. */
  readonly columns: readonly ColumnLayout[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tabColour: string;
  readonly headerBackground: string;
  /** Of the program's columns. */
  readonly programBackground: string;
  readonly headerFont: string;
  /** The whole tab belongs to the program: protected with a warning. */
  readonly program: boolean;
}

/** The tabs that a workbook has now, in their order. */
export const TABS_NOW: readonly TabId[] = [
  'deals',
  'funnel',
  'forecast',
  'stalled',
  'stages',
  'gates',
  'team',
  'settings',
  'activities',
  'ledger',
  'outbox',
  'health',
];

/** How a tab is laid out when it is made. People may change all of it afterwards. */
export function layoutOf(_tab: TabId, _language: Language, _stageSet?: StageSet): TabLayout {
  throw new Error('not yet');
}
